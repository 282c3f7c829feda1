package org.tutortimes.model.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.SessionStatus;

/// A timer session as the API gives it. Source: design, api, "A timer session reads".
///
/// @param endTime null until completed
/// @param runningSince start of the open segment of the active session, or null
/// @param durationSeconds counted time of closed segments, rounded down; 0 while deleted
/// @param recordedSeconds the union of the closed segments, rounded down
/// @param overlappedSeconds recorded less counted
public record SessionAnswer(
        UUID id,
        long userId,
        long unitId,
        long unitRoleId,
        @Nullable Long taskId,
        @Nullable Long taskDefinitionId,
        @Nullable Integer submissions,
        SessionStatus status,
        Instant startTime,
        @Nullable Instant endTime,
        @Nullable Instant runningSince,
        long durationSeconds,
        long recordedSeconds,
        long overlappedSeconds,
        List<SegmentAnswer> segments,
        Set<SessionFlag> flags,
        boolean manual,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt) {

    /// A segment; `end` is null while it is open.
    public record SegmentAnswer(Instant start, @Nullable Instant end, long countedMs) {}

    /// What the session itself does not know: whose it is, and when the server learned of it.
    public record Ownership(long userId, long unitId, Instant createdAt, Instant updatedAt) {}

    public SessionAnswer {
        segments = List.copyOf(segments);
        flags = Set.copyOf(flags);
    }

    /// The answer for a session.
    public static SessionAnswer of(TimerSession session, Ownership ownership) {
        ReplayedSession replayed = session.replayed();
        MarkingTarget target = replayed.target();
        long duration = session.durationSeconds();
        long recorded = session.recordedMillis() / 1_000;
        return new SessionAnswer(
                session.id(),
                ownership.userId(),
                ownership.unitId(),
                replayed.unitRoleId(),
                target instanceof MarkingTarget.OneTask one ? Long.valueOf(one.taskId()) : null,
                target instanceof MarkingTarget.Pile pile
                        ? Long.valueOf(pile.taskDefinitionId())
                        : null,
                replayed.submissions(),
                session.status(),
                session.startTime(),
                session.endTime(),
                session.runningSince(),
                duration,
                recorded,
                recorded - duration,
                segments(session),
                session.flags(),
                replayed.manual(),
                ownership.createdAt(),
                ownership.updatedAt(),
                replayed.deletedAt());
    }

    private static List<SegmentAnswer> segments(TimerSession session) {
        List<SegmentAnswer> closed =
                session.segments().stream()
                        .map(counted ->
                                new SegmentAnswer(
                                        counted.segment().start(),
                                        counted.segment().end(),
                                        counted.countedMillis()))
                        .toList();
        Instant open = session.runningSince();
        if (open == null) {
            return closed;
        }
        List<SegmentAnswer> all = new ArrayList<>(closed);
        all.add(new SegmentAnswer(open, null, 0));
        return all;
    }
}
