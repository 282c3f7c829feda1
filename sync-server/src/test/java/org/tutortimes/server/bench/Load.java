package org.tutortimes.server.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.tutortimes.model.bench.ProcessFigures;

/// Sends requests over many connections from one thread, so that little is taken from what is
/// measured.
final class Load implements AutoCloseable {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

    /// What came of a piece of load.
    ///
    /// @param latency in nanoseconds, each from the moment when the request was due
    /// @param ownNanos processor time that the load itself took
    /// @param serverNanos processor time that the server took, or 0 where nobody counts it
    record Outcome(long requests, long nanos, Histogram latency, long ownNanos, long serverNanos) {

        double requestsPerSecond() {
            return requests * 1e9 / nanos;
        }

        /// Processor time that the server took for one request.
        double serverMicrosEach() {
            return serverNanos / 1e3 / requests;
        }

        /// How much of one core the load itself took.
        double ownShare() {
            return ownNanos / (double) nanos;
        }

        double millisAt(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e6;
        }

        Outcome and(Outcome further) {
            Histogram both = latency.copy();
            both.add(further.latency);
            return new Outcome(
                    requests + further.requests,
                    nanos + further.nanos,
                    both,
                    ownNanos + further.ownNanos,
                    serverNanos + further.serverNanos);
        }
    }

    private final ProcessFigures server;
    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private Histogram latency = new Histogram(LONGEST_NANOS, 3);

    /// Opens a connection for each sequence of requests.
    Load(int port, long serverPid, List<? extends Requests> requests) throws IOException {
        this.server = new ProcessFigures(serverPid);
        this.selector = Selector.open();
        for (Requests each : requests) {
            connections.add(new Connection(port, selector, each));
        }
    }

    /// Makes so many requests ahead, all together.
    void prepare(int requests) {
        connections.forEach(
                connection -> connection.requests().prepare(requests / connections.size()));
    }

    /// Every connection asks again as soon as it is answered. The clock starts when as many answers
    /// have come as there are connections: what is under way at the end then weighs as much as what
    /// was under way at the beginning.
    Outcome asFastAsPossible(Duration time) throws IOException {
        for (Connection connection : connections) {
            connection.send(System.nanoTime());
        }
        long early = 0;
        while (early < connections.size()) {
            early += againUntilSomeAreAnswered();
        }
        return timed(start -> {
            long end = start + time.toNanos();
            long answered = 0;
            while (System.nanoTime() < end) {
                answered += againUntilSomeAreAnswered();
            }
            return answered;
        });
    }

    private int againUntilSomeAreAnswered() throws IOException {
        selector.select(100);
        List<Connection> answered = answered();
        for (Connection connection : answered) {
            connection.send(System.nanoTime());
        }
        return answered.size();
    }

    /// Requests fall due at a fixed rate, whatever becomes of those before: one that has to wait
    /// for its connection has waited.
    Outcome atRate(double perSecond, Duration time) throws IOException {
        long requests = Math.round(perSecond * time.toMillis() / 1e3);
        double gap = 1e9 / perSecond;
        return timed(start -> {
            Schedule schedule = new Schedule(connections.size(), start, gap);
            long answered = 0;
            while (answered < requests) {
                long now = System.nanoTime();
                for (int index = 0; index < connections.size(); index++) {
                    Connection connection = connections.get(index);
                    if (!connection.isBusy() && schedule.isDue(index, now, requests)) {
                        connection.send(schedule.take(index));
                    }
                }
                selector.select(1);
                answered += answered().size();
            }
            return answered;
        });
    }

    private interface Run {
        long answered(long start) throws IOException;
    }

    private Outcome timed(Run run) throws IOException {
        latency = new Histogram(LONGEST_NANOS, 3);
        var threads = ManagementFactory.getThreadMXBean();
        long processor = threads.getCurrentThreadCpuTime();
        long serverProcessor = processorNanos();
        long start = System.nanoTime();
        long answered = run.answered(start);
        long nanos = System.nanoTime() - start;
        long own = threads.getCurrentThreadCpuTime() - processor;
        long taken = processorNanos() - serverProcessor;
        finish();
        return new Outcome(answered, nanos, latency, own, taken);
    }

    private long processorNanos() throws IOException {
        return server.areThere() ? server.processorNanos() : 0;
    }

    /// Waits for what is still under way, outside the measured time.
    private void finish() throws IOException {
        Histogram measured = latency.copy();
        while (connections.stream().anyMatch(Connection::isBusy)) {
            selector.select(100);
            answered();
        }
        latency = measured;
    }

    private List<Connection> answered() throws IOException {
        List<Connection> done = new ArrayList<>();
        for (var key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            if (connection.advance()) {
                latency.recordValue(Math.min(System.nanoTime() - connection.due(), LONGEST_NANOS));
                done.add(connection);
            }
        }
        selector.selectedKeys().clear();
        return done;
    }

    /// Which request of which connection is due when: request n belongs to connection n modulo
    /// their number.
    private static final class Schedule {
        private final long[] next;
        private final long start;
        private final double gap;

        Schedule(int connections, long start, double gap) {
            this.next = new long[connections];
            this.start = start;
            this.gap = gap;
            for (int index = 0; index < connections; index++) {
                next[index] = index;
            }
        }

        boolean isDue(int connection, long now, long requests) {
            return next[connection] < requests && due(connection) <= now;
        }

        long take(int connection) {
            long due = due(connection);
            next[connection] += next.length;
            return due;
        }

        private long due(int connection) {
            return start + Math.round(next[connection] * gap);
        }
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
        selector.close();
    }
}
