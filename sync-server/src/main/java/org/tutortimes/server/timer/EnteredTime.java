package org.tutortimes.server.timer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.timer.EntryRules;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.timer.SessionWriter.Beginning;
import org.tutortimes.server.timer.SessionWriter.Outcome;
import org.tutortimes.server.timer.SessionWriter.Stamped;

/// Time that people enter instead of timing it: manual sessions and corrections. Their segments
/// have passed [EntryRules] before they come here.
public final class EnteredTime {

    private final SessionWriter sessions;

    public EnteredTime(SessionWriter sessions) {
        this.sessions = sessions;
    }

    /// A session entered afterwards.
    ///
    /// @param id of the session, or null for a new one
    public record Entry(
            long unitRoleId,
            MarkingTarget target,
            List<Segment> segments,
            @Nullable Integer submissions,
            String note,
            @Nullable UUID id) {}

    /// A change of what a session says.
    ///
    /// @param segments all of its time up to now, or null where that stays
    /// @param target what it was spent on, or null where that stays
    public record Change(
            @Nullable List<Segment> segments, @Nullable MarkingTarget target, String note) {}

    /// The latest instant that a segment may reach.
    Instant now() {
        return sessions.now();
    }

    /// Adds a manual session. It never supersedes one that runs.
    public Outcome add(Caller caller, Entry entry) {
        return sessions.write(handle -> addWithin(handle, caller, entry));
    }

    /// The same inside a write that does more.
    public Outcome addWithin(Handle handle, Caller caller, Entry entry) {
        Fact.Started start = new Fact.Started(entry.unitRoleId(), entry.target(), true);
        return sessions.begin(
                handle,
                caller,
                new Beginning(entry.id(), start),
                now -> history(start, entry, now),
                _ -> {});
    }

    /// A start and a completion around the whole; then a correction, which alone can say what lies
    /// between them, and why.
    private static List<Stamped> history(Fact.Started start, Entry entry, Instant now) {
        Instant end = entry.segments().getLast().end();
        Instant afterwards = end.plusMillis(1);
        return List.of(
                new Stamped(entry.segments().getFirst().start(), start),
                new Stamped(end, new Fact.Completed(null, entry.submissions())),
                new Stamped(
                        now.isBefore(afterwards) ? afterwards : now,
                        new Fact.Amended(entry.segments(), null, entry.note())));
    }

    /// Corrects a session.
    public SessionAnswer correct(Caller caller, UUID id, Change change) {
        return correct(caller, id, change, null);
    }

    /// Corrects a session as somebody has seen it.
    ///
    /// @param seen when it had changed last; null for who corrects it as it is
    public SessionAnswer correct(Caller caller, UUID id, Change change, @Nullable Instant seen) {
        return sessions.change(
                caller,
                id,
                handle -> {
                    if (seen != null) {
                        SessionRefusals.refuseChanged(SessionWriter.view(handle, id), seen);
                    }
                    SessionView session = sessions.settled(handle, caller, id);
                    SessionRefusals.refuseDeleted(session);
                    refuse(handle, session, change);
                    Instant stamp = SessionWriter.stamp(session, sessions.now());
                    List<Segment> segments =
                            change.segments() == null
                                    ? workedUntil(session, stamp)
                                    : change.segments();
                    Fact fact = new Fact.Amended(segments, change.target(), change.note());
                    sessions.add(handle, caller, session, stamp, fact);
                });
    }

    /// Corrects a session by what its time is now.
    ///
    /// @param shape gives its new time for its time up to now, both disjoint and in order
    public SessionAnswer reshape(
            Caller caller, UUID id, UnaryOperator<List<Segment>> shape, String note) {
        return sessions.change(
                caller,
                id,
                handle -> {
                    SessionView session = sessions.settled(handle, caller, id);
                    SessionRefusals.refuseDeleted(session);
                    Instant stamp = SessionWriter.stamp(session, sessions.now());
                    List<Segment> segments = shape.apply(workedUntil(session, stamp));
                    refuse(handle, session, new Change(segments, null, note));
                    Fact fact = new Fact.Amended(segments, null, note);
                    sessions.add(handle, caller, session, stamp, fact);
                });
    }

    private static void refuse(Handle handle, SessionView session, Change change) {
        MarkingTarget target = change.target();
        if (target != null) {
            VisibilityStore.refuseUnknown(handle, target, session.answer().unitId());
        }
        List<Segment> segments = change.segments();
        if (segments != null
                && session.answer().status() == SessionStatus.COMPLETED
                && !EntryRules.isEnough(segments)) {
            throw new Refused(
                    new Refusal.AgainstRule(
                            "A completed session holds at least a second. To take all of its time"
                                    + " away, delete it.",
                            "nothing_worked"));
        }
    }

    /// All of the session's time before an instant, for an event that has to name it and changes
    /// nothing in it.
    private static List<Segment> workedUntil(SessionView session, Instant instant) {
        Stream<Segment> closed =
                session.answer().segments().stream()
                        .flatMap(each ->
                                Optional.ofNullable(each.end())
                                        .map(end -> new Segment(each.start(), end))
                                        .stream());
        Stream<Segment> open =
                Optional.ofNullable(session.openSince())
                        .map(since -> new Segment(since, instant))
                        .stream();
        return Segment.disjoint(
                Stream.concat(closed, open)
                        .flatMap(segment -> segment.before(instant).stream())
                        .toList());
    }
}
