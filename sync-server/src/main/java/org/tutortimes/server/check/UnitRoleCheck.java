package org.tutortimes.server.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.replay.Counting.CountedSegment;
import org.tutortimes.model.replay.Replay;
import org.tutortimes.model.replay.ReplayedSession;
import org.tutortimes.model.replay.TimerSession;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.server.projection.SessionFlags;

/// The sessions of one unit role, as they are stored and as all of their events replay.
final class UnitRoleCheck {

    private final CheckStore.Role role;
    private final Map<String, SessionRow> rowById;
    private final Map<String, List<StoredEvent>> events;
    private final Map<String, List<SegmentRow>> segments;
    private final Map<String, List<Long>> startersById = new HashMap<>();
    private final Consumer<String> failures;

    UnitRoleCheck(Handle handle, CheckStore.Role role, Consumer<String> failures) {
        this.role = role;
        this.failures = failures;
        this.rowById =
                CheckStore.sessions(handle, role.id()).stream()
                        .collect(Collectors.toMap(SessionRow::id, Function.identity()));
        this.events =
                CheckStore.events(handle, role.id()).stream()
                        .collect(Collectors.groupingBy(StoredEvent::sessionId));
        this.segments =
                CheckStore.segments(handle, role.id()).stream()
                        .collect(Collectors.groupingBy(SegmentRow::sessionId));
    }

    void run() {
        List<ReplayedSession> replays = new ArrayList<>();
        rowById.keySet().stream().sorted().forEach(id -> replay(id).ifPresent(replays::add));
        List<TimerSession> sessions = TimerSession.ofUnitRole(replays);
        for (TimerSession session : sessions) {
            SessionRow row = rowById.get(session.id().toString());
            if (row != null) {
                compareSession(session, row);
                compareSegments(session);
            }
        }
        noteSharedTime(sessions);
    }

    /// Without a word where an event has been reported that cannot be replayed.
    private Optional<ReplayedSession> replay(String id) {
        List<TimerEvent> inForce = new ArrayList<>();
        boolean complete = true;
        for (StoredEvent event : events.getOrDefault(id, List.of())) {
            Optional<TimerEvent> read = event.read(failures);
            if (event.inForce()) {
                complete &= read.isPresent();
                read.ifPresent(inForce::add);
                read.filter(said -> said.fact() instanceof Fact.Started)
                        .ifPresent(_ ->
                                startersById
                                        .computeIfAbsent(id, _ -> new ArrayList<>())
                                        .add(event.userId()));
            }
        }
        if (!complete) {
            return Optional.empty();
        }
        Optional<ReplayedSession> replayed = Replay.replay(inForce);
        if (replayed.isEmpty()) {
            failures.accept("%s is stored, and no event begins it.".formatted(named(id)));
        } else if (replayed.get().unitRoleId() != role.id()) {
            failures.accept(
                    "%s is stored under unit role %d, and its events say %d."
                            .formatted(named(id), role.id(), replayed.get().unitRoleId()));
        }
        return replayed.filter(session -> session.unitRoleId() == role.id());
    }

    private void compareSession(TimerSession session, SessionRow stored) {
        SessionRow replayed = row(session, owner(stored));
        if (!replayed.equals(stored)) {
            failures.accept(
                    "%s differs from its replay: %s."
                            .formatted(
                                    named(stored.id()),
                                    String.join("; ", stored.differencesFrom(replayed))));
        }
    }

    /// Who began the session; who is stored as such, if several did.
    private long owner(SessionRow stored) {
        List<Long> starters = startersById.getOrDefault(stored.id(), List.of());
        return starters.isEmpty() || starters.contains(stored.userId())
                ? stored.userId()
                : starters.getFirst();
    }

    private static SessionRow row(TimerSession session, long ownerId) {
        ReplayedSession replayed = session.replayed();
        ReplayedSession.OpenSegment open = replayed.open();
        MarkingTarget target = replayed.target();
        Integer submissions = replayed.submissions();
        var end = session.endTime();
        var deletedAt = replayed.deletedAt();
        return new SessionRow(
                session.id().toString(),
                ownerId,
                target instanceof MarkingTarget.OneTask one ? one.taskId() : null,
                target instanceof MarkingTarget.Pile pile ? pile.taskDefinitionId() : null,
                session.status().name().toLowerCase(Locale.ROOT),
                replayed.manual(),
                session.startTime().toEpochMilli(),
                end == null ? null : end.toEpochMilli(),
                session.durationSeconds(),
                session.countedMillis(),
                session.recordedMillis(),
                submissions == null ? null : submissions.longValue(),
                SessionFlags.text(session.flags()),
                open == null ? null : open.start().toEpochMilli(),
                open == null ? null : open.openedBy().toString(),
                open == null ? null : open.deviceId().toString(),
                replayed.latestEffectiveTime().toEpochMilli(),
                deletedAt == null ? null : deletedAt.toEpochMilli());
    }

    private void compareSegments(TimerSession session) {
        String id = session.id().toString();
        List<SegmentRow> stored = segments.getOrDefault(id, List.of());
        List<SegmentRow> replayed = new ArrayList<>();
        for (CountedSegment counted : session.segments()) {
            replayed.add(
                    new SegmentRow(
                            id,
                            replayed.size(),
                            role.id(),
                            counted.segment().start().toEpochMilli(),
                            counted.segment().end().toEpochMilli(),
                            counted.countedMillis()));
        }
        if (!replayed.equals(stored)) {
            failures.accept(
                    "%s has other segments than its replay: %s."
                            .formatted(named(id), SegmentRow.differences(stored, replayed)));
        }
    }

    /// Holds whatever the arithmetic: what counts never shares an instant.
    private void noteSharedTime(List<TimerSession> sessions) {
        List<Segment> counted =
                sessions.stream()
                        .flatMap(session -> session.segments().stream())
                        .flatMap(segment -> segment.counted().stream())
                        .sorted(Segment.BY_START)
                        .toList();
        for (int index = 1; index < counted.size(); index++) {
            if (counted.get(index - 1).overlaps(counted.get(index))) {
                failures.accept(
                        "Counted time of %s overlaps at %s."
                                .formatted(role.whose(), counted.get(index).start()));
            }
        }
    }

    private String named(String sessionId) {
        return "Session %s (%s)".formatted(sessionId, role.whose());
    }
}
