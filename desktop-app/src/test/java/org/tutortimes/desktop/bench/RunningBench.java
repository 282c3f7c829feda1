package org.tutortimes.desktop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tutortimes.model.bench.BenchReport;
import org.tutortimes.model.bench.ProcessFigures;
import org.tutortimes.model.bench.Program;
import org.tutortimes.model.bench.Row;
import org.tutortimes.model.bench.Target;

/// What a running timer in a visible window takes of the computer, beside a bare JavaFX window at
/// the same time.
@ExtendWith(BenchReport.class)
class RunningBench {

    private static final String WHAT = "desktop: timer running, window visible";
    private static final int HISTORY = 1_000;
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final Duration WATCHED = Duration.ofSeconds(30);

    /// What one process took.
    private record Taken(double processorPercent, double residentMegabytes, double ownMegabytes) {}

    @Test
    void aRunningTimerBesideABareWindow() {
        BenchReport.measure("5-running", WHAT, RunningBench::measure);
    }

    private static List<Row> measure() throws Exception {
        if (!WatchedProgram.hasDisplay()) {
            return List.of(Row.notMeasured("5-running", WHAT, "there is no display"));
        }
        if (!new ProcessFigures(ProcessHandle.current().pid()).areThere()) {
            return List.of(Row.notMeasured("5-running", WHAT, "there is no /proc"));
        }
        Path work = BenchReport.workFolder("running");
        Path data = Files.createDirectories(work.resolve("data"));
        FilledFolder.fill(data, HISTORY);
        WatchedProgram watched = new WatchedProgram(work);
        List<String> flags = LauncherFlags.chosen();
        try (Program bare = watched.bare(flags);
                Program desktop = watched.desktop(flags, data)) {
            bare.waitFor("Usable");
            desktop.waitFor("Usable");
            desktop.tell("click");
            desktop.waitFor("Offers Pause");
            pass(SETTLING);
            long bareBefore = new ProcessFigures(bare.pid()).processorNanos();
            long desktopBefore = new ProcessFigures(desktop.pid()).processorNanos();
            pass(WATCHED);
            return rows(taken(desktop, desktopBefore), taken(bare, bareBefore), flags);
        }
    }

    /// Real time, for the processes live in no other.
    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Awaitility.await()
                .atMost(time.multipliedBy(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> System.nanoTime() >= end);
    }

    private static Taken taken(Program program, long processorBefore) throws IOException {
        ProcessFigures figures = new ProcessFigures(program.pid());
        long processor = figures.processorNanos() - processorBefore;
        return new Taken(
                100.0 * processor / WATCHED.toNanos(),
                figures.residentMegabytes(),
                figures.proportionalMegabytes());
    }

    private static List<Row> rows(Taken desktop, Taken bare, List<String> flags) {
        return List.of(
                Row.of(
                                "5-running-a",
                                WHAT + ", processor",
                                desktop.processorPercent(),
                                "% of a core")
                        .against("bare window", bare.processorPercent())
                        .target(Target.atMost(1))
                        .note("with " + String.join(" ", flags)),
                Row.of("5-running-b", WHAT + ", resident", desktop.residentMegabytes(), "MB")
                        .against("bare window", bare.residentMegabytes())
                        .target(Target.atMost(150))
                        .note(
                                String.format(
                                        Locale.ROOT,
                                        "proportional %.0f MB, bare %.0f MB",
                                        desktop.ownMegabytes(),
                                        bare.ownMegabytes())));
    }
}
