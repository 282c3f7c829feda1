package org.tutortimes.server.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.HdrHistogram.Histogram;

/// Ways of doing the same thing, each once in every round and every time in another order, so that
/// whatever else the machine does hits them all alike.
final class Alternation {

    /// Something that takes time, told how many there were before. No two are told the same: what
    /// writes what is there already is done sooner.
    interface Step {
        void run(int number) throws Exception;
    }

    private record Way(Step timed, Step undoing, Histogram times) {}

    private static final int MOST_ROUNDS = 1_000;
    private static final int FEWEST_ROUNDS = 30;

    /// So much of the rounds and of the time goes by before anything counts.
    private static final int SHARE_OF_WARM_UP = 5;

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Way> ways = new LinkedHashMap<>();
    private int number;

    Alternation way(String name, Step timed) {
        return way(name, timed, _ -> {});
    }

    /// @param undoing what follows each time and is not timed
    Alternation way(String name, Step timed, Step undoing) {
        ways.put(name, new Way(timed, undoing, new Histogram(3)));
        return this;
    }

    /// Runs them for about so long, or for fewer rounds where those are enough.
    Alternation run(Duration longest) throws Exception {
        rounds(1.0 / SHARE_OF_WARM_UP, longest);
        ways.values().forEach(way -> way.times().reset());
        rounds(1, longest);
        return this;
    }

    private void rounds(double share, Duration longest) throws Exception {
        long end = System.nanoTime() + Math.round(share * longest.toNanos());
        for (int count = 0;
                count < share * MOST_ROUNDS
                        && (count < share * FEWEST_ROUNDS || System.nanoTime() < end);
                count++) {
            List<Way> order = new ArrayList<>(ways.values());
            Collections.shuffle(order, new Random(number));
            for (Way way : order) {
                long start = System.nanoTime();
                way.timed().run(number);
                way.times().recordValue(System.nanoTime() - start);
                way.undoing().run(number);
                number++;
            }
        }
    }

    Set<String> names() {
        return ways.keySet();
    }

    /// How often each was timed.
    long rounds() {
        return ways.values().iterator().next().times().getTotalCount();
    }

    /// That of these ways whose median is the least.
    String fastest(List<String> names) {
        return Collections.min(names, Comparator.comparingDouble(name -> millis(name, 50)));
    }

    double millis(String name, double percentile) {
        Way way = ways.get(name);
        if (way == null) {
            throw new IllegalArgumentException(name);
        }
        return way.times().getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }
}
