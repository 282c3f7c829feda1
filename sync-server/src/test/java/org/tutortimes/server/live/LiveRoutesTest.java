package org.tutortimes.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.pages.SampleDesktop;
import org.tutortimes.server.pages.SampleServer;

/// The API's live stream over real HTTP.
@OnBothDatabases
class LiveRoutesTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private SampleServer server;

    @BeforeEach
    void start() {
        server = new SampleServer(kind, folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void convenorGetsASnapshotAndThenWhatChanges() throws Exception {
        SampleDesktop cora = new SampleDesktop(server.address(), "cora");
        SampleDesktop tia = new SampleDesktop(server.address(), "tia");
        try (EventReader events = new EventReader(server.address(), 10, cora.token())) {
            assertThat(events.next("snapshot").at("/totals/total_tutor_time").asLong()).isZero();

            String session = tia.start(SampleServer.TIAS_ROLE);

            JsonNode started = events.next("change");
            assertThat(started.at("/sessions/0/id").asText()).isEqualTo(session);
            assertThat(started.at("/sessions/0/tutor").asText()).isEqualTo("Tia Tutor");
            assertThat(started.has("totals")).isFalse();

            tia.record(
                    SampleServer.TIAS_ROLE,
                    Instant.now().minus(Duration.ofHours(3)),
                    Duration.ofHours(1));

            JsonNode total = events.next("change");
            assertThat(total.at("/totals/total_tutor_time").asLong()).isEqualTo(3_600);
            assertThat(total.at("/totals/tutors/0/submissions").asLong()).isEqualTo(5);
        }
    }

    @Test
    void pagesAreToldTheTimeFirstAndProgramsHowThingsStand() throws Exception {
        SampleDesktop cora = new SampleDesktop(server.address(), "cora");
        try (EventReader page = new EventReader(server.address(), "/units/10/live", cora.token());
                EventReader program = new EventReader(server.address(), 10, cora.token())) {
            assertThat(page.nextName()).isEqualTo("time");
            assertThat(program.nextName()).isEqualTo("snapshot");
        }
    }

    @Test
    void onlyConvenorsAndAdminsMayListen() throws Exception {
        SampleDesktop tia = new SampleDesktop(server.address(), "tia");
        SampleDesktop stella = new SampleDesktop(server.address(), "stella");

        assertThat(EventReader.status(server.address(), 10, tia.token())).isEqualTo(404);
        assertThat(EventReader.status(server.address(), 10, stella.token())).isEqualTo(404);
        assertThat(EventReader.status(server.address(), 10, "nonsense")).isEqualTo(401);
        server.change("UPDATE users SET system_role = 'admin' WHERE id = 4");
        assertThat(EventReader.status(server.address(), 10, stella.token())).isEqualTo(200);
        assertThat(EventReader.status(server.address(), 999, stella.token())).isEqualTo(404);
    }

    @Test
    void streamOfADeactivatedUserEndsThoughChangesGoOn() throws Exception {
        SampleDesktop cora = new SampleDesktop(server.address(), "cora");
        SampleDesktop tia = new SampleDesktop(server.address(), "tia");
        try (EventReader events = new EventReader(server.address(), 10, cora.token())) {
            events.next("snapshot");
            server.change("UPDATE users SET active = 0 WHERE username = 'cora'");
            CompletableFuture<Void> end = events.end();

            AtomicInteger minutes = new AtomicInteger();
            Instant begin = Instant.now().minus(Duration.ofDays(2));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> {
                        tia.record(
                                SampleServer.TIAS_ROLE,
                                begin.plus(Duration.ofMinutes(minutes.getAndIncrement())),
                                Duration.ofMinutes(1));
                        return end.isDone();
                    });
        }
    }

    @Test
    void viewersThatNeverReadSlowNobody() throws Exception {
        SampleDesktop cora = new SampleDesktop(server.address(), "cora");
        SampleDesktop tia = new SampleDesktop(server.address(), "tia");
        List<Socket> stuck = new ArrayList<>();
        try (EventReader events = new EventReader(server.address(), 10, cora.token())) {
            events.next("snapshot");
            for (int count = 0; count < 20; count++) {
                stuck.add(stuckViewer(cora.token()));
            }
            Instant begin = Instant.now().minus(Duration.ofDays(2));
            for (int count = 0; count < 50; count++) {
                tia.record(
                        SampleServer.TIAS_ROLE,
                        begin.plus(Duration.ofMinutes(count)),
                        Duration.ofMinutes(1));
            }

            await().untilAsserted(() ->
                    assertThat(events.next("change").at("/totals/total_tutor_time").asLong())
                            .isEqualTo(3_000));
        } finally {
            for (Socket socket : stuck) {
                socket.close();
            }
        }
    }

    @Test
    void streamsEndWhenTheServerStops() throws Exception {
        SampleDesktop cora = new SampleDesktop(server.address(), "cora");
        try (EventReader events = new EventReader(server.address(), 10, cora.token())) {
            events.next("snapshot");
            Instant begin = Instant.now();

            server.close();

            assertThat(events.isAtEnd()).isTrue();
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    /// Asks for the stream and then reads nothing of it.
    private Socket stuckViewer(String token) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1_024);
        socket.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.wiring().port()),
                5_000);
        socket.getOutputStream()
                .write(
                        ("GET /api/live/units/10 HTTP/1.1\r\nHost: localhost\r\n"
                                        + "Authorization: Bearer "
                                        + token
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
