package org.tutortimes.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.CoreDesk;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.sync.FakeServer;
import org.tutortimes.desktop.sync.SyncStatus.State;
import org.tutortimes.model.timer.SessionStatus;

class SignInTest {
    @TempDir Path folder;
    private final FakeServer server = new FakeServer();
    private CoreDesk desk;

    @BeforeEach
    void open() {
        desk = new CoreDesk(folder, new VirtualComputer());
    }

    @AfterEach
    void leave() {
        desk.close();
        server.close();
    }

    private String failure(URI address, String password) {
        return desk.core
                .signIn(address, "tia", password)
                .handle((_, failure) -> failure == null ? "" : failure.getMessage())
                .join();
    }

    @Test
    void theTokenIsForItsOwnerOnly() throws IOException {
        desk.signIn(server.address(), "tia");

        Path token = folder.resolve("token");
        assertThat(Files.getPosixFilePermissions(token))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(Files.readString(token)).contains("token-of-tia");
        assertThat(desk.core.account().orElseThrow().name()).isEqualTo("Dr tia");
    }

    @Test
    void whatGoesWrongIsSaidInASentence() {
        assertThat(failure(server.address(), "wrong"))
                .isEqualTo("The username or the password is wrong.");
        server.next(html(200));
        assertThat(failure(server.address(), "the right one"))
                .contains("not from a Tutor Times server");
        server.next(html(302));
        assertThat(failure(server.address(), "the right one"))
                .contains("sign in in a browser first");
        server.next(html(503));
        assertThat(failure(server.address(), "the right one")).contains("has a problem");
        assertThat(failure(URI.create("http://times.example.edu/"), "the right one"))
                .contains("unencrypted");
        assertThat(failure(URI.create("ftp://times.example.edu/"), "the right one"))
                .contains("no address of a server");
        URI gone = server.address();
        server.close();
        assertThat(failure(gone, "the right one")).contains("cannot be reached");
        assertThat(desk.core.account()).isEmpty();
    }

    @Test
    void aKnownAccountStartsWithoutANetworkAndRecords() {
        desk.signIn(server.address(), "tia");
        desk.close();
        server.close();
        desk = new CoreDesk(folder, desk.computer);
        desk.record(Duration.ofMinutes(1));
        desk.sync();

        assertThat(desk.core.account()).isPresent();
        assertThat(desk.status().state()).isEqualTo(State.OFFLINE);
        assertThat(desk.status().waiting()).isEqualTo(2);
    }

    @Test
    void aLostTokenStopsTheSynchronisationAndNotTheRecording() throws IOException {
        desk.signIn(server.address(), "tia");
        Files.delete(folder.resolve("token"));
        desk.record(Duration.ofMinutes(1));
        desk.sync();
        assertThat(desk.status().state()).isEqualTo(State.SIGN_IN_NEEDED);
        assertThat(desk.status().waiting()).isEqualTo(2);

        desk.signIn(server.address(), "tia");
        desk.sync();
        assertThat(server.eventsOf("tia")).hasSize(2);
    }

    @Test
    void signingInAgainDoesNotStopTheTimer() {
        desk.signIn(server.address(), "tia");
        desk.core.timer().start(CoreDesk.PILE).join();
        desk.signIn(server.address(), "tia");

        assertThat(desk.shown().today().getFirst().status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void anotherAccountNeitherSeesNorSendsWhatTheFirstRecorded() {
        desk.signIn(server.address(), "tia");
        desk.record(Duration.ofMinutes(1));
        desk.core.timer().start(CoreDesk.PILE).join();
        server.next(html(503));
        desk.core.signOut().join();
        desk.signIn(server.address(), "omar");
        desk.sync();

        assertThat(desk.shown().today()).isEmpty();
        assertThat(desk.status().waiting()).isZero();
        assertThat(server.eventsOf("omar")).isEmpty();
        assertThat(server.eventsOf("tia")).isEmpty();

        desk.record(Duration.ofMinutes(1));
        server.next(html(503));
        desk.core.signOut().join();
        desk.signIn(server.address(), "tia");
        desk.sync();
        assertThat(server.eventsOf("tia")).hasSize(4);
        assertThat(desk.shown().today()).hasSize(2);
        assertThat(List.copyOf(server.eventsOf("omar"))).isEmpty();
    }

    private static MockResponse html(int status) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "text/html")
                .body("<html>Welcome</html>")
                .build();
    }
}
