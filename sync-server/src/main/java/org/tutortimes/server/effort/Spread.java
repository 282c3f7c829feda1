package org.tutortimes.server.effort;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where the middle half of some durations lies.
///
/// @param lowerSeconds the first quartile
/// @param medianSeconds half of them are shorter
/// @param upperSeconds the third quartile
public record Spread(long lowerSeconds, long medianSeconds, long upperSeconds) {

    /// Fewer say nothing about what is usual.
    static final long FEWEST = 4;

    /// By how many widths of the middle half something unusual lies above it: Tukey's fence.
    private static final double FENCE = 1.5;

    /// A duration, and how many have it.
    record Weighted(long seconds, long weight) {}

    /// The spread of some durations; empty where there are too few.
    static Optional<Spread> of(List<Weighted> durations) {
        long all = durations.stream().mapToLong(Weighted::weight).sum();
        if (all < FEWEST) {
            return Optional.empty();
        }
        List<Weighted> sorted =
                durations.stream().sorted(Comparator.comparingLong(Weighted::seconds)).toList();
        return Optional.of(
                new Spread(
                        quantile(sorted, all, 1),
                        quantile(sorted, all, 2),
                        quantile(sorted, all, 3)));
    }

    /// Whether a duration is far longer than is usual.
    boolean isUnusuallyLong(long seconds) {
        return seconds > upperSeconds + FENCE * (upperSeconds - lowerSeconds)
                && seconds > 2 * medianSeconds;
    }

    /// The first duration that so many quarters of all do not exceed.
    private static long quantile(List<Weighted> sorted, long all, int quarters) {
        long reached = 0;
        for (Weighted each : sorted) {
            reached += each.weight();
            if (4 * reached >= quarters * all) {
                return each.seconds();
            }
        }
        return sorted.getLast().seconds();
    }
}
