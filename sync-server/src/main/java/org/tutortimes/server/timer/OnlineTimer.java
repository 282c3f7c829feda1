package org.tutortimes.server.timer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.TimerRefusal;
import org.tutortimes.model.timer.TimerRules;
import org.tutortimes.model.timer.TimerRules.Step;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.timer.SessionWriter.Beginning;
import org.tutortimes.server.timer.SessionWriter.Outcome;
import org.tutortimes.server.timer.SessionWriter.Stamped;

/// The timer as those use it who are online. The rules are asked first; what they allow becomes an
/// event.
public final class OnlineTimer {

    private final SessionWriter sessions;

    public OnlineTimer(SessionWriter sessions) {
        this.sessions = sessions;
    }

    /// Starts the timer.
    ///
    /// @param id of the session, or null for a new one
    public Outcome start(Caller caller, long unitRoleId, MarkingTarget target, @Nullable UUID id) {
        Fact.Started start = new Fact.Started(unitRoleId, target, false);
        return sessions.write(handle ->
                sessions.begin(
                        handle,
                        caller,
                        new Beginning(id, start),
                        now -> List.of(new Stamped(now, start)),
                        inner -> refuseSecondActive(inner, unitRoleId)));
    }

    /// Pauses.
    ///
    /// @param idleSince when the last input was, or null to pause now
    public SessionAnswer pause(
            Caller caller, UUID id, PauseReason reason, @Nullable Instant idleSince) {
        return step(
                caller,
                id,
                Step.PAUSE,
                (session, at) ->
                        new Stamped(
                                idleSince == null ? at : idleSince,
                                new Fact.Paused(reason, closing(session))));
    }

    public SessionAnswer resume(Caller caller, UUID id) {
        return step(caller, id, Step.RESUME, (_, at) -> new Stamped(at, new Fact.Resumed()));
    }

    public SessionAnswer complete(Caller caller, UUID id, @Nullable Integer submissions) {
        return step(
                caller,
                id,
                Step.COMPLETE,
                (session, at) -> {
                    if (submissions != null && session.answer().taskId() != null) {
                        throw new Refused(
                                new Refusal.AgainstRule(
                                        "Only of a pile can it be said how many submissions it"
                                                + " had; this session is on one student's task.",
                                        "not_a_pile"));
                    }
                    return new Stamped(at, new Fact.Completed(closing(session), submissions));
                });
    }

    /// The session, for who may see it.
    public SessionAnswer get(Caller caller, UUID id) {
        return sessions.read(handle -> {
            SessionView session = SessionWriter.view(handle, id);
            VisibilityStore.refuseUnseen(handle, caller, session);
            return session.answer();
        });
    }

    public SessionAnswer delete(Caller caller, UUID id, @Nullable String note) {
        return sessions.change(
                caller,
                id,
                handle -> {
                    SessionView session = sessions.settled(handle, caller, id);
                    SessionRefusals.refuseDeleted(session);
                    sessions.add(handle, caller, session, sessions.now(), new Fact.Deleted(note));
                });
    }

    public SessionAnswer restore(Caller caller, UUID id) {
        return sessions.change(
                caller,
                id,
                handle -> {
                    SessionView session = sessions.settled(handle, caller, id);
                    if (!session.isDeleted()) {
                        throw SessionRefusals.notDeleted(session);
                    }
                    sessions.add(handle, caller, session, sessions.now(), new Fact.Restored(null));
                });
    }

    private interface NextEvent {
        Stamped after(SessionView session, Instant at);
    }

    private SessionAnswer step(Caller caller, UUID id, Step step, NextEvent next) {
        return sessions.change(
                caller,
                id,
                handle -> {
                    SessionView session = sessions.settled(handle, caller, id);
                    Instant at = sessions.now();
                    refuse(handle, step, session, at);
                    Stamped stamped = next.after(session, at);
                    if (stamped.at().isAfter(at)) {
                        throw new Refused(
                                new Refusal.AgainstRule(
                                        "The last input cannot lie in the future.",
                                        "idle_since_in_future"));
                    }
                    sessions.add(handle, caller, session, stamped.at(), stamped.fact());
                });
    }

    private static void refuse(Handle handle, Step step, SessionView session, Instant at) {
        SessionRefusals.refuseDeleted(session);
        Instant openSince = session.openSince();
        long open = openSince == null ? 0 : at.toEpochMilli() - openSince.toEpochMilli();
        TimerRules.refusal(
                        step,
                        session.answer().status(),
                        session.recordedMillis() + Math.max(0, open))
                .ifPresent(refusal -> {
                    throw SessionRefusals.of(refusal, session);
                });
        if (step == Step.RESUME) {
            refuseSecondActive(handle, session.answer().unitRoleId());
        }
    }

    private static void refuseSecondActive(Handle handle, long unitRoleId) {
        TutorTimeStore.activeOf(handle, unitRoleId)
                .ifPresent(active -> {
                    SessionView session = SessionWriter.view(handle, active);
                    throw SessionRefusals.of(
                            new TimerRefusal.SessionAlreadyActive(active), session);
                });
    }

    private static Fact.@Nullable Closing closing(SessionView session) {
        UUID openedBy = session.openedBy();
        return openedBy == null ? null : new Fact.Closing(openedBy, null);
    }
}
