package org.tutortimes.server.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tutortimes.model.bench.BenchReport;
import org.tutortimes.model.bench.MarkingScript;
import org.tutortimes.model.bench.Program;
import org.tutortimes.model.bench.Row;
import org.tutortimes.model.bench.Target;
import org.tutortimes.server.bench.SyncRequests.Acquaintance;

/// `POST /api/sync` from 64 connections, all of it, beside a bare handler that only stores rows.
@ExtendWith(BenchReport.class)
class SyncBench {

    private static final int CONNECTIONS = 64;
    private static final int ROUNDS = 3;

    /// The compiler of a JVM is done after so many events, not after so many seconds.
    private static final int WARM_UP_EVENTS = 60_000;

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(25);
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration AT_RATE = Duration.ofSeconds(5);
    private static final String REFERENCE = "bare handler";

    /// How busy the server is while its latency is looked at.
    private static final double SHARE_OF_MOST = 0.6;

    /// What is measured.
    private record Kind(String key, String what, int eventsEach, double ratio, double perSecond) {}

    /// Throughput of both, in requests, from rounds in turn.
    private record Speeds(Load.Outcome real, Load.Outcome bare) {}

    private static @Nullable RealServer server;

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void singleEventsBesideABareHandler() {
        Kind kind =
                new Kind(
                        "1-sync-single",
                        "sync, 1 event, 64 connections, 1 million sessions stored",
                        1,
                        0.5,
                        3_000);
        BenchReport.measure(kind.key(), kind.what(), () -> measure(kind, 0, true));
    }

    @Test
    void batchesBesideABareHandler() {
        Kind kind =
                new Kind(
                        "2-sync-batch",
                        "sync, 200 events, 64 connections, 1 million sessions stored",
                        200,
                        0.25,
                        20_000);
        BenchReport.measure(kind.key(), kind.what(), () -> measure(kind, CONNECTIONS, false));
    }

    /// @param firstTutor of as many as there are connections; none marks in two measurements
    private static List<Row> measure(Kind kind, int firstTutor, boolean withLatency)
            throws IOException, InterruptedException, SQLException {
        RealServer real = servingAMillion();
        try (Program bare = bareServer();
                Load realLoad =
                        new Load(
                                real.port(),
                                real.pid(),
                                real.devices(firstTutor, CONNECTIONS, kind.eventsEach()));
                Load bareLoad =
                        new Load(bareServerPort(bare), bare.pid(), strangers(kind.eventsEach()))) {
            Speeds speeds = inTurn(kind, realLoad, bareLoad);
            List<Row> rows = new ArrayList<>(throughput(kind, speeds));
            if (withLatency) {
                rows.add(latency(kind, speeds, realLoad, bareLoad));
            }
            return rows;
        }
    }

    /// Filling it takes minutes, so all measurements share it.
    private static RealServer servingAMillion()
            throws IOException, InterruptedException, SQLException {
        RealServer known = server;
        if (known != null) {
            return known;
        }
        RealServer filled =
                RealServer.of(
                        BenchReport.workFolder("real"),
                        new SampleTutors(2 * CONNECTIONS),
                        StoredTerm.ofAMillion());
        server = filled;
        return filled;
    }

    private static Program bareServer() throws IOException {
        return Program.ofTests(BareServerMain.class, BenchReport.workFolder("bare").toString());
    }

    private static int bareServerPort(Program bare) throws IOException {
        int port = Integer.parseInt(bare.waitFor("Listening on http://127.0.0.1:"));
        bare.drain();
        return port;
    }

    /// The bare server knows nobody, and gets the same requests.
    private static List<SyncRequests> strangers(int eventsEach) {
        Acquaintance nobody = new Acquaintance("0".repeat(43), "1-00000000", 1);
        List<SyncRequests> devices = new ArrayList<>();
        for (int tutor = 0; tutor < CONNECTIONS; tutor++) {
            MarkingScript script =
                    new MarkingScript(
                            SampleTutors.unitRoleId(tutor),
                            SampleTutors.targets(tutor),
                            tutor,
                            SampleTutors.beginning());
            devices.add(new SyncRequests(script, nobody, eventsEach));
        }
        return devices;
    }

    private static Speeds inTurn(Kind kind, Load realLoad, Load bareLoad) throws IOException {
        Load.Outcome real = warmUp(realLoad, kind);
        Load.Outcome bare = warmUp(bareLoad, kind);
        @Nullable Speeds sum = null;
        for (int round = 0; round < ROUNDS; round++) {
            bareLoad.prepare(expected(bare));
            bare = bareLoad.asFastAsPossible(ROUND);
            realLoad.prepare(expected(real));
            real = realLoad.asFastAsPossible(ROUND);
            sum =
                    sum == null
                            ? new Speeds(real, bare)
                            : new Speeds(sum.real().and(real), sum.bare().and(bare));
        }
        return Objects.requireNonNull(sum);
    }

    private static Load.Outcome warmUp(Load load, Kind kind) throws IOException {
        long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        Load.Outcome last = load.asFastAsPossible(ROUND);
        long events = last.requests() * kind.eventsEach();
        while (events < WARM_UP_EVENTS && System.nanoTime() < end) {
            last = load.asFastAsPossible(ROUND);
            events += last.requests() * kind.eventsEach();
        }
        return last;
    }

    /// How many requests to have ready for the next round: some more than the last rate needs.
    private static int expected(Load.Outcome last) {
        return (int) (last.requestsPerSecond() * ROUND.toSeconds() * 1.3);
    }

    private static List<Row> throughput(Kind kind, Speeds speeds) {
        double real = speeds.real().requestsPerSecond() * kind.eventsEach();
        double bare = speeds.bare().requestsPerSecond() * kind.eventsEach();
        String note =
                String.format(
                        Locale.ROOT,
                        "under this load p99 %.1f ms; the load itself took %.0f %% of a core"
                                + " here and %.0f %% there",
                        speeds.real().millisAt(99),
                        speeds.real().ownShare() * 100,
                        speeds.bare().ownShare() * 100);
        return List.of(
                Row.of(kind.key() + "-a", kind.what() + ": throughput", real, "events/s")
                        .against(REFERENCE, bare)
                        .target(Target.ratioAtLeast(kind.ratio()))
                        .note(note),
                Row.of(
                                kind.key() + "-d",
                                kind.what() + ": processor time of the server",
                                speeds.real().serverMicrosEach() / kind.eventsEach(),
                                "µs/event")
                        .against(REFERENCE, speeds.bare().serverMicrosEach() / kind.eventsEach())
                        .note("tells the same where other programs share the processors"),
                Row.of(kind.key() + "-b", kind.what() + ": throughput", real, "events/s")
                        .target(Target.atLeast(kind.perSecond()))
                        .note("absolute; means something on a quiet machine with 2 cores"));
    }

    private static Row latency(Kind kind, Speeds speeds, Load realLoad, Load bareLoad)
            throws IOException {
        double rate =
                Math.min(
                        kind.perSecond() / kind.eventsEach(),
                        speeds.real().requestsPerSecond() * SHARE_OF_MOST);
        int requests = (int) (rate * AT_RATE.toSeconds());
        bareLoad.prepare(requests);
        Load.Outcome bare = bareLoad.atRate(rate, AT_RATE);
        realLoad.prepare(requests);
        Load.Outcome real = realLoad.atRate(rate, AT_RATE);
        return Row.of(kind.key() + "-c", kind.what() + ": p99", real.millisAt(99), "ms")
                .against(REFERENCE, bare.millisAt(99))
                .target(Target.atMost(50))
                .note(
                        String.format(
                                Locale.ROOT,
                                "at %,.0f requests/s, from when each was due; p50 %.1f ms,"
                                        + " p99.9 %.1f ms, longest %.0f ms",
                                rate,
                                real.millisAt(50),
                                real.millisAt(99.9),
                                real.millisAt(100)));
    }
}
