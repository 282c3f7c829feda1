package org.tutortimes.server.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.replay.Counting.CountedSegment;
import org.tutortimes.model.replay.Replay;
import org.tutortimes.model.replay.ReplayedSession;
import org.tutortimes.model.replay.TimerSession;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.server.check.CheckStore.SegmentRow;
import org.tutortimes.server.check.CheckStore.SessionRow;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.events.EventStore;
import org.tutortimes.server.projection.SessionFlags;

/// Proves every invariant on what is stored, on one snapshot, so also beside a live server. Flagged
/// sessions and held events are no failure.
public final class Check {

    private final Database database;

    public Check(Database database) {
        this.database = database;
    }

    /// What is wrong, a sentence for each; empty where all is well.
    public List<String> failures() {
        return database.read(handle -> {
            List<String> failures = new ArrayList<>(database.damages(handle));
            failures.addAll(CheckStore.wrongTotals(handle));
            failures.addAll(CheckStore.severalActive(handle));
            failures.addAll(CheckStore.gapsInRevisions(handle));
            failures.addAll(CheckStore.eventsWithoutSession(handle));
            failures.addAll(CheckStore.wrongSums(handle));
            for (long unitRoleId : CheckStore.unitRoles(handle)) {
                new OfUnitRole(handle, unitRoleId, failures).compare();
            }
            return failures;
        });
    }

    /// The sessions of one unit role, stored and replayed from all of their events.
    private record OfUnitRole(Handle handle, long unitRoleId, List<String> failures) {

        void compare() {
            List<SessionRow> rows = CheckStore.sessions(handle, unitRoleId);
            Map<String, List<SegmentRow>> segments = CheckStore.segments(handle, unitRoleId);
            List<ReplayedSession> replays = new ArrayList<>();
            rows.forEach(row -> replay(row).ifPresent(replays::add));
            List<TimerSession> sessions = TimerSession.ofUnitRole(replays);
            Map<String, SessionRow> rowById =
                    rows.stream().collect(Collectors.toMap(SessionRow::id, Function.identity()));
            for (TimerSession session : sessions) {
                String id = session.id().toString();
                SessionRow row = rowById.get(id);
                if (row != null) {
                    compareSession(session, row);
                    compareSegments(session, segments.getOrDefault(id, List.of()));
                }
            }
            noteSharedTime(sessions);
        }

        private Optional<ReplayedSession> replay(SessionRow row) {
            Optional<ReplayedSession> replayed =
                    Replay.replay(EventStore.inForce(handle, row.id()))
                            .filter(session -> session.unitRoleId() == unitRoleId);
            if (replayed.isEmpty()) {
                failures.add(
                        "Session %s is stored under unit role %d, and its events do not say so."
                                .formatted(row.id(), unitRoleId));
            }
            return replayed;
        }

        private void compareSession(TimerSession session, SessionRow stored) {
            List<Long> starters = CheckStore.starters(handle, stored.id());
            SessionRow replayed = row(session, stored, starters);
            if (!replayed.equals(stored)) {
                failures.add(
                        "Session %s differs from its replay: stored %s, replayed %s."
                                .formatted(stored.id(), stored, replayed));
            }
        }

        private SessionRow row(TimerSession session, SessionRow stored, List<Long> starters) {
            ReplayedSession replayed = session.replayed();
            ReplayedSession.OpenSegment open = replayed.open();
            MarkingTarget target = replayed.target();
            Integer submissions = replayed.submissions();
            var end = session.endTime();
            var deletedAt = replayed.deletedAt();
            return new SessionRow(
                    session.id().toString(),
                    starters.contains(stored.userId()) ? stored.userId() : -1,
                    CheckStore.unitOf(handle, unitRoleId),
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

        private void compareSegments(TimerSession session, List<SegmentRow> stored) {
            List<SegmentRow> replayed = new ArrayList<>();
            for (CountedSegment counted : session.segments()) {
                replayed.add(
                        new SegmentRow(
                                session.id().toString(),
                                replayed.size(),
                                unitRoleId,
                                counted.segment().start().toEpochMilli(),
                                counted.segment().end().toEpochMilli(),
                                counted.countedMillis()));
            }
            if (!replayed.equals(stored)) {
                failures.add(
                        "The segments of session %s differ from its replay: stored %s, replayed %s."
                                .formatted(session.id(), stored, replayed));
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
                    failures.add(
                            "Counted time of unit role %d overlaps at %s."
                                    .formatted(unitRoleId, counted.get(index).start()));
                }
            }
        }
    }
}
