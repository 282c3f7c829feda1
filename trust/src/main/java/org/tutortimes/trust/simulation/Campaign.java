package org.tutortimes.trust.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.tutortimes.trust.simulation.Simulation.Outcome;

/// Many seeds, some at the same time; each has one thread to itself.
public final class Campaign {
    private static final int MOST_FAILURES = 5;

    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Outcome> failures = new ArrayList<>();
    private final AtomicLong next;
    private final long end;
    private final LongConsumer progress;
    private long done;

    private Campaign(long first, long seeds, LongConsumer progress) {
        this.next = new AtomicLong(first);
        this.end = first + seeds;
        this.progress = progress;
    }

    /// What came of them.
    ///
    /// @param counts how often each kind of thing was met
    /// @param failures the first that failed
    public record Result(
            long seeds, Duration took, Map<String, Long> counts, List<Outcome> failures) {}

    /// Runs these seeds, and stops early where several have failed.
    ///
    /// @param progress gets how many are done, after each
    public static Result run(long first, long seeds, LongConsumer progress) {
        Campaign campaign = new Campaign(first, seeds, progress);
        long start = System.nanoTime();
        int threads = Runtime.getRuntime().availableProcessors();
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int count = 0; count < threads; count++) {
                running.add(executor.submit(campaign::work));
            }
        }
        running.forEach(Campaign::rethrow);
        return new Result(
                campaign.done,
                Duration.ofNanos(System.nanoTime() - start),
                campaign.counts,
                campaign.failures);
    }

    private void work() {
        boolean goOn = true;
        while (goOn) {
            long seed = next.getAndIncrement();
            goOn = seed < end && add(Simulation.run(seed));
        }
    }

    /// @return whether it is worth going on
    private synchronized boolean add(Outcome outcome) {
        outcome.counts().forEach((kind, count) -> counts.merge(kind, count, Long::sum));
        if (!outcome.isGood()) {
            failures.add(outcome);
        }
        done++;
        progress.accept(done);
        return failures.size() < MOST_FAILURES;
    }

    private static void rethrow(Future<?> future) {
        try {
            Object _ = future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
