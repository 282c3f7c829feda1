package org.tutortimes.server.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tutortimes.model.bench.BenchReport;
import org.tutortimes.model.bench.Row;
import org.tutortimes.model.bench.Target;

/// One activity after the other at a fixed rate, however many are stored already.
@ExtendWith(BenchReport.class)
class TrackingBench {

    private static final int TUTORS = 64;
    private static final int PER_SECOND = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(30);

    /// A thousand a second for two hours, at three a session.
    private static final int TWO_HOURS = 2_400_000;

    private static final int FEW = 10_000;
    private static final int MANY = 10_000_000;
    private static final double REQUIRED_MILLIS = 200;
    private static final String REFERENCE = "the requirements";

    @Test
    void activitiesAThousandASecond() {
        BenchReport.measure("5-activity-a", "recording an activity", TrackingBench::atTwoHours);
    }

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void activitiesBesideManyOthers() {
        BenchReport.measure("5-activity-c", "recording an activity", TrackingBench::besideMany);
    }

    private static List<Row> atTwoHours() throws Exception {
        Load.Outcome outcome = measure(TWO_HOURS);
        String what = "1 activity, 1,000/s, two hours' worth stored: ";
        return List.of(
                Row.of("5-activity-a", what + "p99", outcome.millisAt(99), "ms")
                        .against(REFERENCE, REQUIRED_MILLIS)
                        .target(Target.atMost(20))
                        .note(note(outcome)),
                Row.of("5-activity-b", what + "p99.9", outcome.millisAt(99.9), "ms")
                        .against(REFERENCE, REQUIRED_MILLIS)
                        .target(Target.atMost(REQUIRED_MILLIS)));
    }

    private static List<Row> besideMany() throws Exception {
        Load.Outcome few = measure(FEW);
        Load.Outcome many = measure(MANY);
        return List.of(
                Row.of(
                                "5-activity-c",
                                "the same with 10 million sessions and 30 million activities: p99",
                                many.millisAt(99),
                                "ms")
                        .against("with 10 thousand sessions", few.millisAt(99))
                        .target(Target.ratioAtMost(1.5))
                        .note(note(many)));
    }

    private static Load.Outcome measure(int stored) throws Exception {
        try (RealServer server =
                        RealServer.of(
                                BenchReport.workFolder("activity"),
                                new SampleTutors(TUTORS),
                                new StoredObservations(stored));
                Load load = new Load(server.port(), server.pid(), server.observedTutors(TUTORS))) {
            load.prepare(requests(WARM_UP));
            load.atRate(PER_SECOND, WARM_UP);
            load.prepare(requests(MEASURED));
            return load.atRate(PER_SECOND, MEASURED);
        }
    }

    private static int requests(Duration time) {
        return (int) (PER_SECOND * time.toSeconds());
    }

    private static String note(Load.Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "from when each was due; p50 %.1f ms, p99.9 %.1f ms, longest %.0f ms",
                outcome.millisAt(50),
                outcome.millisAt(99.9),
                outcome.millisAt(100));
    }
}
