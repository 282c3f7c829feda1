package org.tutortimes.desktop.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tutortimes.desktop.DesktopConfig;
import org.tutortimes.desktop.DesktopCore;
import org.tutortimes.desktop.Surroundings;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.idle.IdleDetection;
import org.tutortimes.desktop.timer.TimerActions;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.model.bench.BenchReport;
import org.tutortimes.model.bench.DiskProbe;
import org.tutortimes.model.bench.Row;
import org.tutortimes.model.bench.Target;
import org.tutortimes.model.timer.SessionStatus;

/// From a click to the moment when its event is on the disk and the window has been told, beside
/// one synchronisation of the same disk.
@ExtendWith(BenchReport.class)
class ClickBench {

    private static final String WHAT = "desktop: click to durable and shown, p99";
    private static final int WARM_UP_DAYS = 3;
    private static final int DAYS = 5;
    private static final int CLICKS_A_DAY = 240;
    private static final int CLICKS_A_SESSION = 12;
    private static final int HISTORY = 1_000;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(30);

    /// What the window would be told, from the timer's thread.
    private static final class Shown {
        private volatile @Nullable SessionStatus awaited;
        private volatile CompletableFuture<@Nullable Void> seen =
                CompletableFuture.completedFuture(null);

        void await(SessionStatus status) {
            seen = new CompletableFuture<>();
            awaited = status;
        }

        void show(TimerSnapshot snapshot) {
            TimerSnapshot.Current current = snapshot.current();
            if (current != null && current.status() == awaited) {
                seen.complete(null);
            }
        }
    }

    @Test
    void clicksBesideTheDisk() {
        BenchReport.measure("3-click", WHAT, ClickBench::measure);
    }

    private static List<Row> measure() throws Exception {
        Histogram clicks = new Histogram(MOST_NANOS, 3);
        Histogram disk = new Histogram(MOST_NANOS, 3);
        for (int day = 0; day < WARM_UP_DAYS; day++) {
            spendDay(new Histogram(MOST_NANOS, 3), new Histogram(MOST_NANOS, 3));
        }
        for (int day = 0; day < DAYS; day++) {
            spendDay(clicks, disk);
        }
        return List.of(
                Row.of("3-click-a", WHAT, millis(clicks, 99), "ms")
                        .against("fsync of 4 KB", millis(disk, 99))
                        .target(Target.ratioAtMost(3))
                        .note(spread(clicks, disk)),
                Row.of(
                                "3-click-b",
                                "desktop: click to durable and shown, median",
                                millis(clicks, 50),
                                "ms")
                        .against("fsync of 4 KB", millis(disk, 50)));
    }

    /// As many clicks as a busy tutor makes in a day, on a folder of its own: what is shown of a
    /// day must be no longer than it ever is.
    private static void spendDay(Histogram clicks, Histogram disk) throws Exception {
        Path folder = BenchReport.workFolder("click");
        FilledFolder.fill(folder, HISTORY);
        Shown shown = new Shown();
        RunningClock clock = RunningClock.ofThisMachine();
        try (IdleDetection input = IdleDetection.ofThisMachine(clock);
                DesktopCore core =
                        DesktopCore.open(
                                new DesktopConfig(null, folder, null, false),
                                Surroundings.ofThisMachine(clock, input, shown::show, _ -> {}));
                DiskProbe probe = new DiskProbe(folder)) {
            click(core, shown, SessionStatus.ACTIVE, timer -> timer.start(FilledFolder.CHOICE));
            for (int number = 0; number < CLICKS_A_DAY; number++) {
                clicks.recordValue(next(core, shown, number));
                disk.recordValue(probe.nanos());
            }
        }
    }

    /// Pause and resume in turn, and now and then another session.
    private static long next(DesktopCore core, Shown shown, int round) throws Exception {
        if (round % 2 == 0) {
            return click(core, shown, SessionStatus.PAUSED, TimerActions::pause);
        }
        return round % CLICKS_A_SESSION == 1
                ? click(
                        core,
                        shown,
                        SessionStatus.ACTIVE,
                        timer -> timer.start(FilledFolder.CHOICE))
                : click(core, shown, SessionStatus.ACTIVE, TimerActions::resume);
    }

    private static long click(
            DesktopCore core,
            Shown shown,
            SessionStatus expected,
            Function<TimerActions, CompletableFuture<Void>> action)
            throws Exception {
        shown.await(expected);
        long start = System.nanoTime();
        action.apply(core.timer()).get(10, TimeUnit.SECONDS);
        shown.seen.get(10, TimeUnit.SECONDS);
        return System.nanoTime() - start;
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }

    private static String spread(Histogram clicks, Histogram disk) {
        return String.format(
                Locale.ROOT,
                "%d of each in turn; click p50 %.2f, p90 %.2f, longest %.1f ms;"
                        + " fsync p50 %.2f, p90 %.2f, longest %.1f ms",
                clicks.getTotalCount(),
                millis(clicks, 50),
                millis(clicks, 90),
                millis(clicks, 100),
                millis(disk, 50),
                millis(disk, 90),
                millis(disk, 100));
    }
}
