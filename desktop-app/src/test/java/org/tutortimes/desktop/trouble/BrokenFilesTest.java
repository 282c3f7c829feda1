package org.tutortimes.desktop.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.CoreDesk;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.store.StorageFailure;
import org.tutortimes.desktop.sync.FakeServer;
import org.tutortimes.desktop.sync.SyncStatus.State;

/// A folder lies where one of the program's files should be, so that it cannot be read or written.
class BrokenFilesTest {
    @TempDir Path temporary;
    private final FakeServer server = new FakeServer();
    private final VirtualComputer computer = new VirtualComputer();
    private Path folder;

    @BeforeEach
    void recordASessionThatWaits() throws IOException {
        folder = Files.createDirectory(temporary.resolve("data"));
        try (CoreDesk desk = new CoreDesk(folder, computer)) {
            desk.signIn(server.address(), "tia");
            desk.record(Duration.ofMinutes(1));
        }
    }

    @AfterEach
    void leave() {
        server.close();
    }

    @Test
    void theLockFileStopsTheStartWithASentenceAndNothingIsLost() throws IOException {
        startsOnlyWithout("desktop.lock");
    }

    @Test
    void theJournalStopsTheStartWithASentenceAndNothingIsLost() throws IOException {
        startsOnlyWithout("tutor-times-desktop.db");
    }

    private void startsOnlyWithout(String name) throws IOException {
        Path aside = temporary.resolve("aside");
        Files.move(folder.resolve(name), aside);
        Files.createDirectory(folder.resolve(name));
        assertThatThrownBy(() -> new CoreDesk(folder, computer).close())
                .isInstanceOf(StorageFailure.class)
                .message()
                .isNotBlank();
        Files.delete(folder.resolve(name));
        Files.move(aside, folder.resolve(name));
        hasAllOnTheServer();
    }

    @Test
    void theTokenThatCannotBeReadAsksForASignInAndKeepsWhatWaits() throws IOException {
        Path token = folder.resolve("token");
        Files.delete(token);
        Files.createDirectories(token.resolve("something"));
        try (CoreDesk desk = new CoreDesk(folder, computer)) {
            desk.sync();
            assertThat(desk.status().state()).isEqualTo(State.SIGN_IN_NEEDED);
            assertThat(desk.status().waiting()).isEqualTo(2);
            assertThatThrownBy(() -> desk.signIn(server.address(), "tia"))
                    .hasCauseInstanceOf(StorageFailure.class)
                    .hasMessageContaining("could not be stored on this computer");
            Files.delete(token.resolve("something"));
            Files.delete(token);
            desk.signIn(server.address(), "tia");
        }
        hasAllOnTheServer();
    }

    private void hasAllOnTheServer() {
        try (CoreDesk desk = new CoreDesk(folder, computer)) {
            desk.sync();
            assertThat(desk.status().state()).isEqualTo(State.SYNCED);
            assertThat(server.eventsOf("tia")).hasSize(2);
        }
    }
}
