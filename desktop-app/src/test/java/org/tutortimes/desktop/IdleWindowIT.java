package org.tutortimes.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.idle.ProgramProcess;

/// The real window on a real X display, with real input: nobody touches anything for the threshold,
/// and then somebody comes back.
class IdleWindowIT {

    private static final Duration THRESHOLD = Duration.ofSeconds(4);
    private static final Pattern PAUSED = Pattern.compile("IDLE at (\\S+) after (\\d+)");

    @TempDir private Path folder;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private ProgramProcess display;
    private SampleServer server;
    private Process program;
    private String displayName;

    @BeforeEach
    void openTheWindow() throws IOException {
        ProgramProcess.needs("Xvfb", "xdotool");
        display =
                ProgramProcess.start(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        "800x900x24",
                        "-nolisten",
                        "tcp");
        displayName = ":" + display.firstLine().strip();
        server = new SampleServer(Instant.now());
        signInBeforehand();
        List<String> line =
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdleWindowProgram.class.getName(),
                        folder.toString(),
                        server.address().toString(),
                        THRESHOLD.toString());
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(line));
        builder.environment().put("DISPLAY", displayName);
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().remove("XDG_SESSION_TYPE");
        program = builder.redirectErrorStream(true).start();
        BufferedReader lines = program.inputReader(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(() -> lines.lines().forEach(said::add));
    }

    @AfterEach
    void closeAll() {
        if (program != null) {
            program.destroyForcibly().onExit().join();
        }
        if (server != null) {
            server.close();
        }
        if (display != null) {
            display.close();
        }
    }

    @Test
    void noInputPausesAtTheLastInputAndInputAfterwardsBringsTheBanner() throws Exception {
        awaitSaid("Nothing is running||");
        press("mousemove", "300", "300", "click", "1", "key", "ctrl+k");
        press("type", "--delay", "50", "sam");
        awaitChoiceAndStart();

        Instant lastInput = moveTheMouseFor(Duration.ofSeconds(3));
        awaitSaid("Paused at");

        Matcher paused = PAUSED.matcher(String.join("\n", said));
        assertThat(paused.find()).as("an idle pause in %s", said).isTrue();
        Instant pausedAt = Instant.parse(paused.group(1));
        assertThat(Duration.between(lastInput, pausedAt).abs())
                .as("the pause is dated back to the last input, at %s", lastInput)
                .isLessThan(Duration.ofMillis(1_500));
        assertThat(Long.parseLong(paused.group(2))).isBetween(1_500L, 30_000L);
        assertThat(said).as("nobody is asked before they are back").noneMatch(this::isBanner);

        press("mousemove", "310", "310");
        await().atMost(Duration.ofSeconds(20)).until(() -> said.stream().anyMatch(this::isBanner));
    }

    private boolean isBanner(String line) {
        return line.contains("|banner|");
    }

    private void awaitChoiceAndStart() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    if (isLast("Ready")) {
                        press("key", "space");
                    } else if (isLast("Nothing is running")) {
                        press("key", "Return");
                    }
                    return isLast("Running");
                });
    }

    private boolean isLast(String state) {
        return !said.isEmpty() && said.getLast().startsWith(state + "|");
    }

    private Instant moveTheMouseFor(Duration time) {
        Instant end = Instant.now().plus(time);
        Instant[] moved = {Instant.now()};
        await().atMost(time.plusSeconds(20))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    int place = 200 + (int) (Instant.now().toEpochMilli() % 100);
                    press("mousemove", String.valueOf(place), "400");
                    moved[0] = Instant.now();
                    return moved[0].isAfter(end);
                });
        return moved[0];
    }

    private void awaitSaid(String beginning) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(said).anyMatch(line -> line.startsWith(beginning)));
    }

    private void press(String... xdotool) throws Exception {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(xdotool));
        ProgramProcess.runOn(displayName, command.toArray(String[]::new));
    }

    /// The tutor signed in on this computer earlier, so that the window shows the timer at once.
    private void signInBeforehand() {
        DesktopConfig config = new DesktopConfig(server.address(), folder, null, false);
        VirtualComputer computer = new VirtualComputer();
        computer.setWall(Instant.now());
        Surroundings around =
                new Surroundings(
                        Computer.with(computer, computer, computer, ZoneId::systemDefault),
                        _ -> {},
                        _ -> {},
                        false);
        try (DesktopCore core = DesktopCore.open(config, around)) {
            core.signIn(server.address(), "tina", SampleServer.PASSWORD).join();
            core.syncRound().join();
        }
    }
}
