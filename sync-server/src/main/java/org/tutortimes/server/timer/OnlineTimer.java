package org.tutortimes.server.timer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.timer.TimerRefusal;
import org.tutortimes.model.timer.TimerRules;
import org.tutortimes.model.timer.TimerRules.Step;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.sync.RoleStore;
import org.tutortimes.server.sync.ServerDevice;
import org.tutortimes.server.sync.SyncInbox;
import org.tutortimes.server.web.Caller;

/// The timer as those use it who are online. The rules are asked first; what they allow becomes an
/// event by the server's own device and takes the same way as one from a desktop.
public final class OnlineTimer {

    private final Database database;
    private final SyncInbox inbox;
    private final ServerDevice device;
    private final Clock clock;

    public OnlineTimer(Database database, SyncInbox inbox, ServerDevice device, Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.device = device;
        this.clock = clock;
    }

    /// What a start says.
    ///
    /// @param id of the session, or null for a new one
    record Start(long unitRoleId, MarkingTarget target, @Nullable UUID id) {}

    /// A started session, and whether this very call started it.
    record Outcome(SessionAnswer session, boolean isNew) {}

    Outcome start(Caller caller, Start start) {
        return database.write(handle -> {
            RoleStore.UnitRole role = holding(handle, caller, start.unitRoleId());
            UUID id = start.id() == null ? device.newId() : start.id();
            Optional<SessionView> known = TutorTimeStore.byId(handle, id);
            if (known.isPresent()) {
                return new Outcome(same(caller, start, known.get()), false);
            }
            if (!RoleStore.isInUnit(handle, start.target(), role.unitId())) {
                throw new Refused(
                        new Refusal.AgainstRule(
                                "There is no such task in this unit.", "unknown_task"));
            }
            refuseSecondActive(handle, role.id());
            Instant now = now();
            Fact fact = new Fact.Started(role.id(), start.target(), false);
            TimerEvent event = device.event(handle, id, now, fact);
            inbox.record(handle, caller, caller.userId(), List.of(event), now);
            return new Outcome(view(handle, id).answer(), true);
        });
    }

    /// Pauses.
    ///
    /// @param idleSince when the last input was, or null to pause now
    SessionAnswer pause(Caller caller, UUID id, PauseReason reason, @Nullable Instant idleSince) {
        return step(
                caller,
                id,
                Step.PAUSE,
                (session, at) ->
                        new Stamped(
                                idleSince == null ? at : idleSince,
                                new Fact.Paused(reason, closing(session))));
    }

    SessionAnswer resume(Caller caller, UUID id) {
        return step(caller, id, Step.RESUME, (_, at) -> new Stamped(at, new Fact.Resumed()));
    }

    SessionAnswer complete(Caller caller, UUID id, @Nullable Integer submissions) {
        return step(
                caller,
                id,
                Step.COMPLETE,
                (session, at) ->
                        new Stamped(at, new Fact.Completed(closing(session), submissions)));
    }

    SessionAnswer get(Caller caller, UUID id) {
        return database.read(handle -> {
            SessionView session = view(handle, id);
            VisibilityStore.refuseUnseen(handle, caller, session);
            return session.answer();
        });
    }

    SessionAnswer delete(Caller caller, UUID id, @Nullable String note) {
        return change(
                caller,
                id,
                handle -> {
                    SessionView session = settled(handle, caller, id);
                    if (session.isDeleted()) {
                        throw SessionRefusals.of(new TimerRefusal.SessionDeleted(), session);
                    }
                    write(handle, caller, session, now(), new Fact.Deleted(note));
                });
    }

    SessionAnswer restore(Caller caller, UUID id) {
        return change(
                caller,
                id,
                handle -> {
                    SessionView session = settled(handle, caller, id);
                    if (!session.isDeleted()) {
                        throw SessionRefusals.notDeleted(session);
                    }
                    write(handle, caller, session, now(), new Fact.Restored(null));
                });
    }

    private record Stamped(Instant at, Fact fact) {}

    private interface NextEvent {
        Stamped after(SessionView session, Instant at);
    }

    private interface Change {
        void in(Handle handle);
    }

    private SessionAnswer step(Caller caller, UUID id, Step step, NextEvent next) {
        return change(
                caller,
                id,
                handle -> {
                    SessionView session = settled(handle, caller, id);
                    Instant at = now();
                    refuse(handle, step, session, at);
                    Stamped stamped = next.after(session, at);
                    if (stamped.at().isAfter(at)) {
                        throw new Refused(
                                new Refusal.AgainstRule(
                                        "The last input cannot lie in the future.",
                                        "idle_since_in_future"));
                    }
                    write(handle, caller, session, stamped.at(), stamped.fact());
                });
    }

    private SessionAnswer change(Caller caller, UUID id, Change change) {
        return database.write(handle -> {
            SessionView session = view(handle, id);
            VisibilityStore.refuseUnchangeable(handle, caller, session);
            change.in(handle);
            return view(handle, id).answer();
        });
    }

    /// The session, once the pause is written that a later start of another session means.
    private SessionView settled(Handle handle, Caller caller, UUID id) {
        SessionView session = view(handle, id);
        Instant openSince = session.openSince();
        if (openSince == null || !session.isSuperseded()) {
            return session;
        }
        Instant later =
                TutorTimeStore.nextStart(handle, session.answer().unitRoleId(), openSince, id)
                        .orElse(openSince);
        UUID openedBy = session.openedBy();
        long worked = later.toEpochMilli() - openSince.toEpochMilli();
        Fact.Closing closing = openedBy == null ? null : new Fact.Closing(openedBy, worked);
        write(handle, caller, session, now(), new Fact.Paused(PauseReason.SUPERSEDED, closing));
        return view(handle, id);
    }

    private static void refuse(Handle handle, Step step, SessionView session, Instant at) {
        if (session.isDeleted()) {
            throw SessionRefusals.of(new TimerRefusal.SessionDeleted(), session);
        }
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
                    SessionView session = view(handle, active);
                    throw SessionRefusals.of(
                            new TimerRefusal.SessionAlreadyActive(active), session);
                });
    }

    /// Whoever writes an event stamps it after all that it knows of the session.
    private void write(Handle handle, Caller caller, SessionView session, Instant at, Fact fact) {
        Instant earliest = session.latestEventAt().plusMillis(1);
        Instant stamp = at.isBefore(earliest) ? earliest : at;
        TimerEvent event = device.event(handle, session.id(), stamp, fact);
        inbox.record(handle, caller, session.answer().userId(), List.of(event), now());
    }

    private static SessionAnswer same(Caller caller, Start start, SessionView known) {
        SessionAnswer session = known.answer();
        boolean isSame =
                session.userId() == caller.userId() && session.unitRoleId() == start.unitRoleId();
        if (!isSame) {
            throw SessionRefusals.idTaken();
        }
        return session;
    }

    private static RoleStore.UnitRole holding(Handle handle, Caller caller, long unitRoleId) {
        RoleStore.UnitRole role =
                RoleStore.unitRole(handle, unitRoleId)
                        .orElseThrow(() -> new Refused(new Refusal.NotFound("unit role")));
        if (role.userId() != caller.userId()) {
            boolean seen =
                    caller.admin() || VisibilityStore.isConvenor(handle, caller, role.unitId());
            throw new Refused(
                    seen
                            ? new Refusal.Forbidden(
                                    "Only its holder may use a unit role.", "not_your_unit_role")
                            : new Refusal.NotFound("unit role"));
        }
        if (!role.active()) {
            throw new Refused(
                    new Refusal.Forbidden("Your role in this unit has ended.", "role_lost"));
        }
        return role;
    }

    private static Fact.@Nullable Closing closing(SessionView session) {
        UUID openedBy = session.openedBy();
        return openedBy == null ? null : new Fact.Closing(openedBy, null);
    }

    private static SessionView view(Handle handle, UUID id) {
        return TutorTimeStore.byId(handle, id)
                .orElseThrow(() -> new Refused(new Refusal.NotFound("timer session")));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
