package org.tutortimes.model.replay;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tutortimes.model.timer.Segment;

/// Counts each instant of a unit role once.
///
/// Source: design, timekeeping, "One tutor, one thing at a time". An instant that several segments
/// hold counts for the one that was started last; ties go to the larger session id. What does not
/// count is *overlapped*, and kept: recorded = counted + overlapped.
public final class Counting {

    /// A closed segment and the session that it belongs to.
    public record OwnedSegment(UUID sessionId, Segment segment) {}

    /// A closed segment and the parts of it that count, in order and disjoint.
    public record CountedSegment(Segment segment, List<Segment> counted) {
        public CountedSegment {
            counted = List.copyOf(counted);
        }

        /// Milliseconds that count.
        public long countedMillis() {
            return counted.stream().mapToLong(Segment::millis).sum();
        }
    }

    private static final Comparator<OwnedSegment> STARTED_LAST =
            Comparator.<OwnedSegment, Instant>comparing(owned -> owned.segment().start())
                    .thenComparing(owned -> owned.sessionId().toString())
                    .thenComparing(owned -> owned.segment().end())
                    .reversed();

    private Counting() {}

    /// What counts of some segments of one unit role, by session; each session's by start, then
    /// end.
    ///
    /// Right for the segments of a session as soon as all segments that overlap them are among the
    /// arguments, so it may be given a part of a unit role's history.
    ///
    /// @param segments of sessions that are not deleted, in any order
    public static Map<UUID, List<CountedSegment>> count(Collection<OwnedSegment> segments) {
        Map<UUID, List<CountedSegment>> countedBySession = new HashMap<>();
        // Segments come with falling starts, so what is taken already lies at or after each new
        // start: a stack of disjoint intervals with the earliest on top is enough.
        Deque<Segment> taken = new ArrayDeque<>();
        for (OwnedSegment owned : segments.stream().sorted(STARTED_LAST).toList()) {
            List<Segment> free = take(owned.segment(), taken);
            countedBySession
                    .computeIfAbsent(owned.sessionId(), _ -> new ArrayList<>())
                    .addFirst(new CountedSegment(owned.segment(), free));
        }
        return countedBySession;
    }

    /// Takes what is still free of a segment, and marks all of it as taken.
    private static List<Segment> take(Segment segment, Deque<Segment> taken) {
        List<Segment> free = new ArrayList<>();
        Instant reached = segment.start();
        Instant end = segment.end();
        while (!taken.isEmpty() && taken.peek().start().isBefore(segment.end())) {
            Segment earlier = taken.pop();
            if (reached.isBefore(earlier.start())) {
                free.add(new Segment(reached, earlier.start()));
            }
            reached = earlier.end();
            end = earlier.end().isAfter(end) ? earlier.end() : end;
        }
        if (reached.isBefore(segment.end())) {
            free.add(new Segment(reached, segment.end()));
        }
        if (!segment.isEmpty()) {
            taken.push(new Segment(segment.start(), end));
        }
        return free;
    }
}
