package org.tutortimes.desktop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tutortimes.model.bench.BenchReport;
import org.tutortimes.model.bench.Program;
import org.tutortimes.model.bench.Row;
import org.tutortimes.model.bench.Target;

/// From the start of the process to a window that a tutor can use, beside a bare JavaFX window
/// started the same way.
@ExtendWith(BenchReport.class)
class StartBench {

    private static final String WHAT = "desktop: start to usable window";
    private static final int LONG_HISTORY = 100_000;
    private static final int ROUNDS = 7;
    private static final Target TARGET = Target.ratioAtMost(1.3);

    /// A way to start something.
    private interface Start {
        Program program(List<String> flags) throws IOException;
    }

    /// What is started, and how long it took each time.
    private record Contender(Start start, List<String> flags, List<Double> millis) {
        Contender(Start start, List<String> flags) {
            this(start, flags, new ArrayList<>());
        }

        void run() throws IOException {
            try (Program program = start.program(flags)) {
                program.waitFor("Usable");
                millis.add(program.nanosSinceStart() / 1e6);
                program.tell("end");
                program.waitForEnd();
            }
        }

        double median() {
            return millis.stream().sorted().toList().get(millis.size() / 2);
        }
    }

    @Test
    void windowsBesideABareOne() {
        BenchReport.measure("4-start", WHAT, StartBench::measure);
    }

    private static List<Row> measure() throws Exception {
        if (!WatchedProgram.hasDisplay()) {
            return List.of(Row.notMeasured("4-start", WHAT, "there is no display"));
        }
        Path work = BenchReport.workFolder("start");
        WatchedProgram watched = new WatchedProgram(work);
        Path fresh = Files.createDirectories(work.resolve("fresh"));
        Path filled = Files.createDirectories(work.resolve("filled"));
        FilledFolder.fill(fresh, 0);
        long start = System.nanoTime();
        FilledFolder.fill(filled, LONG_HISTORY);
        long filling = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        Start bare = watched::bare;
        Start empty = flags -> watched.desktop(flags, fresh);
        Start full = flags -> watched.desktop(flags, filled);
        List<Row> rows = new ArrayList<>();
        rows.addAll(rows("4-start-a", "", inTurn(plain(bare), plain(empty), plain(full))));
        rows.addAll(
                rows(
                        "4-start-b",
                        ", AOT cache",
                        inTurn(
                                cached(bare, work.resolve("bare.aot")),
                                cached(empty, work.resolve("desktop.aot")),
                                cached(full, work.resolve("desktop-full.aot")))));
        System.out.println("The long history took " + filling + " s to make.");
        return rows;
    }

    private static Contender plain(Start start) {
        return new Contender(start, LauncherFlags.chosen());
    }

    /// Trains once.
    private static Contender cached(Start start, Path cache) throws IOException {
        List<String> flags = LauncherFlags.chosen();
        new Contender(start, LauncherFlags.makingCache(flags, cache)).run();
        if (!Files.isRegularFile(cache)) {
            throw new IOException("no cache was made: " + cache);
        }
        return new Contender(start, LauncherFlags.withCache(flags, cache));
    }

    /// All once unmeasured, so that the files of all are in memory, then all in turn.
    private static List<Contender> inTurn(Contender... contenders) throws IOException {
        List<Contender> all = List.of(contenders);
        for (int round = 0; round <= ROUNDS; round++) {
            for (Contender contender : all) {
                contender.run();
            }
            if (round == 0) {
                all.forEach(contender -> contender.millis().clear());
            }
        }
        return all;
    }

    private static List<Row> rows(String key, String how, List<Contender> bareEmptyFull) {
        Contender bare = bareEmptyFull.get(0);
        return List.of(
                row(key + "1", WHAT + how, bareEmptyFull.get(1), bare),
                row(
                        key + "2",
                        String.format(Locale.ROOT, "%s, %,d sessions%s", WHAT, LONG_HISTORY, how),
                        bareEmptyFull.get(2),
                        bare));
    }

    private static Row row(String key, String what, Contender desktop, Contender bare) {
        return Row.of(key, what, desktop.median(), "ms")
                .against("bare window", bare.median())
                .target(TARGET)
                .note("median of " + spread(desktop) + " against " + spread(bare));
    }

    private static String spread(Contender contender) {
        List<Double> sorted = contender.millis().stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%d starts, %.0f to %.0f ms",
                sorted.size(),
                sorted.getFirst(),
                sorted.getLast());
    }
}
