package org.tutortimes.model.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A half-open interval `[start, end)` of time. One whose end is not after its start is empty and
/// has length 0: replay drops those, it never fails on them.
public record Segment(Instant start, Instant end) {

    /// By start, then by end.
    public static final Comparator<Segment> BY_START =
            Comparator.comparing(Segment::start).thenComparing(Segment::end);

    /// Whether it holds no time at all.
    public boolean isEmpty() {
        return !start.isBefore(end);
    }

    /// Length in milliseconds, never negative.
    public long millis() {
        return isEmpty() ? 0 : Duration.between(start, end).toMillis();
    }

    /// The part of this segment before `instant`; empty if there is none.
    public Optional<Segment> before(Instant instant) {
        return nonEmpty(start, end.isAfter(instant) ? instant : end);
    }

    /// The part of this segment from `instant` on; empty if there is none.
    public Optional<Segment> from(Instant instant) {
        return nonEmpty(start.isBefore(instant) ? instant : start, end);
    }

    /// Whether an instant lies in it: its start does, its end does not.
    public boolean holds(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /// Whether the two share some time. Back-to-back segments do not.
    public boolean overlaps(Segment other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /// Length in milliseconds of the union of some segments, in any order, overlapping or not.
    public static long unionMillis(Collection<Segment> segments) {
        return disjoint(segments).stream().mapToLong(Segment::millis).sum();
    }

    /// Segments that hold the same instants as some others, but none of them twice: in order, none
    /// empty, none overlapping. Of an instant that several hold, the one that starts first keeps
    /// it.
    public static List<Segment> disjoint(Collection<Segment> segments) {
        List<Segment> disjoint = new ArrayList<>();
        Instant covered = Instant.MIN;
        for (Segment segment : segments.stream().sorted(BY_START).toList()) {
            segment.from(covered).ifPresent(disjoint::add);
            if (segment.end.isAfter(covered)) {
                covered = segment.end;
            }
        }
        return disjoint;
    }

    /// What some segments hold and others do not: in order, none empty, none overlapping.
    public static List<Segment> minus(Collection<Segment> segments, Collection<Segment> others) {
        List<Segment> taken = disjoint(others);
        List<Segment> rest = new ArrayList<>();
        int first = 0;
        for (Segment segment : disjoint(segments)) {
            while (first < taken.size() && !taken.get(first).end.isAfter(segment.start)) {
                first++;
            }
            Optional<Segment> left = Optional.of(segment);
            for (int next = first; next < taken.size() && left.isPresent(); next++) {
                Segment other = taken.get(next);
                left.flatMap(part -> part.before(other.start)).ifPresent(rest::add);
                left = left.flatMap(part -> part.from(other.end));
            }
            left.ifPresent(rest::add);
        }
        return rest;
    }

    /// What both some segments and others hold: in order, none empty, none overlapping.
    public static List<Segment> common(Collection<Segment> segments, Collection<Segment> others) {
        return minus(segments, minus(segments, others));
    }

    private static Optional<Segment> nonEmpty(Instant start, Instant end) {
        Segment part = new Segment(start, end);
        return part.isEmpty() ? Optional.empty() : Optional.of(part);
    }
}
