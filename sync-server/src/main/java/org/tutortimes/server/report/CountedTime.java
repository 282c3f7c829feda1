package org.tutortimes.server.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.replay.Counting;
import org.tutortimes.model.replay.Counting.OwnedSegment;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.server.report.CompletedStore.SegmentBeside;
import org.tutortimes.server.report.CompletedStore.StoredSegment;

/// When exactly the counted time of some sessions was. A session's neighbours are looked for only
/// where they took some of it.
final class CountedTime {

    private final Map<String, List<Segment>> bySession;

    private CountedTime(Map<String, List<Segment>> bySession) {
        this.bySession = bySession;
    }

    static CountedTime of(Handle handle, List<CompletedSession> sessions) {
        List<String> ids = sessions.stream().map(CompletedSession::id).toList();
        Map<String, List<StoredSegment>> stored =
                CompletedStore.segments(handle, ids).stream()
                        .collect(Collectors.groupingBy(StoredSegment::sessionId));
        Map<String, List<Segment>> counted = new HashMap<>();
        List<String> overlapped = new ArrayList<>();
        stored.forEach((id, segments) -> {
            if (segments.stream().allMatch(StoredSegment::countsWhole)) {
                counted.put(id, segments.stream().map(StoredSegment::segment).toList());
            } else {
                overlapped.add(id);
            }
        });
        CompletedStore.segmentsBeside(handle, overlapped).stream()
                .collect(Collectors.groupingBy(SegmentBeside::sessionId))
                .forEach((id, beside) -> counted.put(id, countedOf(id, beside)));
        return new CountedTime(counted);
    }

    /// Disjoint, in no order.
    List<Segment> of(CompletedSession session) {
        return bySession.getOrDefault(session.id(), List.of());
    }

    private static List<Segment> countedOf(String id, List<SegmentBeside> beside) {
        List<OwnedSegment> owned =
                beside.stream()
                        .map(each ->
                                new OwnedSegment(UUID.fromString(each.ownerId()), each.segment()))
                        .toList();
        return Counting.count(owned).getOrDefault(UUID.fromString(id), List.of()).stream()
                .flatMap(each -> each.counted().stream())
                .toList();
    }
}
