package org.tutortimes.server.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tutortimes.model.bench.BenchReport;
import org.tutortimes.model.bench.Row;
import org.tutortimes.model.bench.Target;
import org.tutortimes.server.TestDatabase;

/// Classes whose students say every ten seconds that they are there, for two minutes, while each
/// board is watched and one student of each class comes and goes.
@ExtendWith(BenchReport.class)
class ClassLoadBench {

    private static final Duration MEASURED = Duration.ofMinutes(2);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(400);
    private static final int SECONDS_BETWEEN = 10;
    private static final double ONE_SECOND_MILLIS = 1_000;
    private static final String REFERENCE = "the requirements";

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void thirtyClassesOfThirty() {
        BenchReport.measure(
                "6-class-a",
                "30 classes of 30",
                () -> rows("6-class-a", "30 class sessions × 30 students: ", 30, 30));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void oneClassOfAThousand() {
        BenchReport.measure(
                "6-class-b",
                "one class of 1,000",
                () -> rows("6-class-b", "1 class session × 1,000 students: ", 1, 999));
    }

    /// @param delays from a student's request until the board shows it
    /// @param writes of who is there, all classes together
    private record Outcome(Load.Outcome heartbeats, Histogram delays, long writes, long probes) {}

    private static List<Row> rows(String key, String what, int sessions, int students)
            throws Exception {
        Outcome outcome = measure(new StoredLessons(sessions, students));
        double eachSecond = outcome.writes() / (double) sessions / MEASURED.toSeconds();
        return List.of(
                Row.of(key, what + "board's delay, p99", millis(outcome, 99), "ms")
                        .against(REFERENCE, ONE_SECOND_MILLIS)
                        .target(Target.atMost(ONE_SECOND_MILLIS))
                        .note(
                                String.format(
                                        Locale.ROOT,
                                        "%d comings and goings; p50 %.0f ms, longest %.0f ms",
                                        outcome.probes(),
                                        millis(outcome, 50),
                                        millis(outcome, 100))),
                Row.of(
                                key + "2",
                                what + "writes of who is there, each second and class",
                                eachSecond,
                                "")
                        .note(
                                String.format(
                                        Locale.ROOT,
                                        "%d for %d heartbeats, and %d comings and goings that do"
                                                + " not wait for the second",
                                        outcome.writes(),
                                        outcome.heartbeats().requests(),
                                        outcome.probes())),
                Row.of(key + "3", what + "heartbeat, p99", outcome.heartbeats().millisAt(99), "ms")
                        .note(
                                String.format(
                                        Locale.ROOT,
                                        "%.0f a second; %.0f µs of a processor each",
                                        outcome.heartbeats().requestsPerSecond(),
                                        outcome.heartbeats().serverMicrosEach())));
    }

    private static double millis(Outcome outcome, double percentile) {
        return outcome.delays().getValueAtPercentile(percentile) / 1e6;
    }

    private static Outcome measure(StoredLessons stored) throws Exception {
        Path folder = BenchReport.workFolder("classes");
        String address = TestDatabase.SQLITE.migrated(folder);
        stored.fill(address);
        List<BoardWatch> boards = new ArrayList<>();
        try (RealServer server = RealServer.of(folder, address);
                Load load = new Load(server.port(), server.pid(), heartbeats(stored))) {
            for (int session = 0; session < stored.sessions(); session++) {
                boards.add(
                        new BoardWatch(
                                server.port(), stored.session(session), stored.probe(session)));
            }
            return measure(stored, load, boards, address);
        } finally {
            boards.forEach(BoardWatch::close);
        }
    }

    private static Outcome measure(
            StoredLessons stored, Load load, List<BoardWatch> boards, String address)
            throws IOException, InterruptedException, SQLException {
        double perSecond = stored.sessions() * stored.students() / (double) SECONDS_BETWEEN;
        load.atRate(perSecond, Duration.ofSeconds(15));
        long before = StoredLessons.writes(address);
        AtomicBoolean goesOn = new AtomicBoolean(true);
        List<Throwable> faults = new ArrayList<>();
        Thread probing = Thread.ofPlatform().start(() -> probe(boards, goesOn, faults));
        Load.Outcome heartbeats = load.atRate(perSecond, MEASURED);
        goesOn.set(false);
        probing.join();
        if (!faults.isEmpty()) {
            throw new IOException("a board was not as it should be", faults.getFirst());
        }
        Histogram delays = new Histogram(3);
        boards.forEach(board -> delays.add(board.delays()));
        return new Outcome(
                heartbeats, delays, StoredLessons.writes(address) - before, delays.getTotalCount());
    }

    /// One after the other, about two a second.
    private static void probe(
            List<BoardWatch> boards, AtomicBoolean goesOn, List<Throwable> faults) {
        try {
            for (int turn = 0; goesOn.get(); turn++) {
                boards.get(turn % boards.size()).probe();
                LockSupport.parkNanos(BETWEEN_PROBES.toNanos());
            }
        } catch (IOException | InterruptedException e) {
            faults.add(e);
        }
    }

    private static List<HeartbeatRequests> heartbeats(StoredLessons stored) {
        List<HeartbeatRequests> requests = new ArrayList<>();
        for (int student = 0; student < stored.students(); student++) {
            for (int session = 0; session < stored.sessions(); session++) {
                requests.add(
                        new HeartbeatRequests(
                                StoredLessons.token(stored.student(session, student)),
                                stored.session(session)));
            }
        }
        return requests;
    }
}
