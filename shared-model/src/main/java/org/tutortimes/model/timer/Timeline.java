package org.tutortimes.model.timer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Disjoint segments, among which those that lie somewhere are found without looking at the others:
/// a year of marking holds thousands.
public final class Timeline {
    private final NavigableMap<Instant, Segment> byStart = new TreeMap<>();

    /// Holds what the segments hold, in any order, overlapping or not.
    public Timeline(Collection<Segment> segments) {
        Segment.disjoint(segments).forEach(this::add);
    }

    /// Whether an instant lies in one of them.
    public boolean holds(Instant instant) {
        var before = byStart.floorEntry(instant);
        return before != null && before.getValue().holds(instant);
    }

    /// Those that share some time with a stretch, in order.
    public List<Segment> overlapping(Segment stretch) {
        Instant before = byStart.floorKey(stretch.start());
        Instant from = before == null ? stretch.start() : before;
        return from.isBefore(stretch.end())
                ? byStart.subMap(from, stretch.end()).values().stream()
                        .filter(stretch::overlaps)
                        .toList()
                : List.of();
    }

    /// What of a stretch they do not hold is held from now on.
    ///
    /// @return that part of the stretch, in order; empty where all of it was held
    public List<Segment> take(Segment stretch) {
        List<Segment> taken = Segment.minus(List.of(stretch), overlapping(stretch));
        taken.forEach(this::add);
        return taken;
    }

    private void add(Segment segment) {
        byStart.put(segment.start(), segment);
    }
}
