package org.tutortimes.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.journal.Pause;
import org.tutortimes.desktop.sync.FakeServer;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.SessionStatus;

class KillTest {
    @TempDir Path folder;
    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aKilledProgramLosesNoEventAndAtMostFifteenSeconds() throws Exception {
        VirtualComputer computer = new VirtualComputer();
        startAndKill(computer, 100);
        startAndKill(computer, 7);
        computer.pass(Duration.ofHours(1));

        try (CoreDesk desk = new CoreDesk(folder, computer)) {
            TimerSnapshot shown = desk.shown();
            assertThat(shown.today()).hasSize(2);
            assertThat(shown.today())
                    .allSatisfy(row -> assertThat(row.status()).isEqualTo(SessionStatus.PAUSED));
            assertThat(shown.todayMillis()).isBetween(85_000L, 100_000L);
            assertThat(shown.current())
                    .extracting(TimerSnapshot.Current::pausedAt)
                    .extracting(Pause::reason)
                    .isEqualTo(PauseReason.CRASH);
            assertThat(shown.notice()).contains("ended unexpectedly");

            desk.sync();
            assertThat(server.eventsOf("tia")).hasSize(4);
            assertThat(desk.status().waiting()).isZero();
        }
        assertThat(Files.readString(folder.resolve("desktop.lock"))).isEmpty();
    }

    private void startAndKill(VirtualComputer computer, int seconds) throws Exception {
        computer.pass(Duration.ofMinutes(10));
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledProgram.class.getName(),
                                folder.toString(),
                                server.address().toString(),
                                String.valueOf(seconds),
                                computer.instant().toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader said = process.inputReader()) {
            waitFor(said);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void waitFor(BufferedReader said) throws IOException {
        String line = said.readLine();
        while (line != null && !line.equals("worked")) {
            line = said.readLine();
        }
        assertThat(line).as("what the program said last").isEqualTo("worked");
    }
}
