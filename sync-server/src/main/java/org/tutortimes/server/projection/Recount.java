package org.tutortimes.server.projection;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.replay.Counting;
import org.tutortimes.model.replay.Counting.CountedSegment;
import org.tutortimes.model.replay.Counting.OwnedSegment;
import org.tutortimes.model.timer.Segment;

/// Counts anew what a change of one session's segments can have altered, and no more.
///
/// Only segments that share time with the changed ones can count differently; to count those,
/// everything that shares time with them is looked at.
final class Recount {

    private final Handle handle;
    private final long unitRoleId;
    private final String sessionId;
    private final Instant now;

    Recount(Handle handle, long unitRoleId, String sessionId, Instant now) {
        this.handle = handle;
        this.unitRoleId = unitRoleId;
        this.sessionId = sessionId;
        this.now = now;
    }

    /// Counts after a change, and stores what that alters in other sessions.
    ///
    /// @param before the session's stored segments, none if they did not count
    /// @param after its segments from now on, none if they do not count
    /// @return counted milliseconds of each segment in `after`
    List<Long> change(List<SegmentStore.Row> before, List<Segment> after) {
        Optional<Segment> window =
                changed(before.stream().map(SegmentStore.Row::segment).toList(), after);
        Map<Segment, Deque<Long>> known = new HashMap<>();
        before.forEach(row ->
                known.computeIfAbsent(row.segment(), _ -> new ArrayDeque<>())
                        .add(row.countedMillis()));
        List<Long> counted = window.map(changed -> count(changed, after)).orElse(List.of());
        List<Long> all = new ArrayList<>();
        for (int ordinal = 0; ordinal < after.size(); ordinal++) {
            Segment segment = after.get(ordinal);
            Long unchanged = known.getOrDefault(segment, new ArrayDeque<>()).poll();
            boolean isNear = window.filter(segment::overlaps).isPresent();
            all.add(isNear || unchanged == null ? counted.get(ordinal) : unchanged);
        }
        return all;
    }

    /// The span of the segments that came or went.
    private static Optional<Segment> changed(List<Segment> before, List<Segment> after) {
        List<Segment> gone = new ArrayList<>(before);
        List<Segment> differing = new ArrayList<>();
        for (Segment segment : after) {
            if (!gone.remove(segment)) {
                differing.add(segment);
            }
        }
        differing.addAll(gone);
        return differing.stream().reduce(Recount::span);
    }

    private List<Long> count(Segment window, List<Segment> own) {
        List<SegmentStore.Row> others =
                SegmentStore.overlapping(handle, unitRoleId, window, sessionId);
        Segment span = window;
        for (SegmentStore.Row other : others) {
            span = span(span, other.segment());
        }
        for (Segment segment : own) {
            span = segment.overlaps(window) ? span(span, segment) : span;
        }
        if (!span.equals(window)) {
            others = SegmentStore.overlapping(handle, unitRoleId, span, sessionId);
        }
        List<OwnedSegment> all = new ArrayList<>();
        others.forEach(other -> all.add(other.owned()));
        UUID id = UUID.fromString(sessionId);
        own.forEach(segment -> all.add(new OwnedSegment(id, segment)));
        Map<UUID, List<CountedSegment>> counted = Counting.count(all);
        storeOthers(others, counted, window);
        return counted.getOrDefault(id, List.of()).stream()
                .map(CountedSegment::countedMillis)
                .toList();
    }

    private void storeOthers(
            List<SegmentStore.Row> others,
            Map<UUID, List<CountedSegment>> counted,
            Segment window) {
        Map<String, Integer> reached = new HashMap<>();
        Map<String, Long> difference = new HashMap<>();
        for (SegmentStore.Row other : others) {
            int index = reached.merge(other.sessionId(), 1, Integer::sum) - 1;
            long millis =
                    counted.getOrDefault(UUID.fromString(other.sessionId()), List.of())
                            .get(index)
                            .countedMillis();
            // Of what lies further away not everything was looked at.
            if (millis != other.countedMillis() && other.segment().overlaps(window)) {
                SegmentStore.setCounted(handle, other, millis);
                difference.merge(other.sessionId(), millis - other.countedMillis(), Long::sum);
            }
        }
        difference.forEach((id, millis) -> {
            SessionStore.Row row = SessionStore.row(handle, id).orElseThrow();
            SessionStore.setCounted(handle, row, row.countedMillis() + millis, now);
        });
    }

    private static Segment span(Segment one, Segment other) {
        return new Segment(
                one.start().isBefore(other.start()) ? one.start() : other.start(),
                one.end().isAfter(other.end()) ? one.end() : other.end());
    }
}
