package org.tutortimes.server.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.units.RoleStore;
import org.tutortimes.server.units.RoleStore.UnitRole;

/// Decides for each event of a batch whether it is taken, kept for later, or refused at the door.
/// Remembers the sessions that it has met, so that a batch about one session asks once.
final class Admission {

    /// Who sends an event.
    ///
    /// @param actor the same person as the audit log names them
    record Sender(long userId, boolean admin, Actor actor) {}

    sealed interface Verdict {
        /// It takes effect.
        ///
        /// @param ownerId whose session it is
        record Apply(long ownerId) implements Verdict {}

        /// It is stored and waits.
        record Hold(long ownerId, HeldReason reason) implements Verdict {}

        /// It is not stored.
        record Refuse(RefusedReason reason) implements Verdict {}
    }

    /// What is known of a session.
    ///
    /// @param ownerId who began it, or null if nobody has yet
    /// @param role its unit role, or null while its start is not in force
    private record Session(@Nullable Long ownerId, @Nullable UnitRole role) {}

    private final Handle handle;
    private final Map<String, Session> sessions = new HashMap<>();

    Admission(Handle handle) {
        this.handle = handle;
    }

    Verdict decide(Sender sender, Incoming incoming) {
        Session session = sessions.computeIfAbsent(incoming.sessionId(), this::session);
        Long owner = session.ownerId;
        if (owner != null && owner != sender.userId && !sender.admin) {
            return new Verdict.Refuse(RefusedReason.NOT_YOUR_SESSION);
        }
        if (incoming.event() == null) {
            return hold(sender, session, HeldReason.UNKNOWN_KIND);
        }
        return incoming.event().fact() instanceof Fact.Started started
                ? decideStart(sender, incoming, started)
                : decideStep(sender, session, incoming.event().fact());
    }

    private Verdict decideStart(Sender sender, Incoming incoming, Fact.Started started) {
        Optional<UnitRole> found = RoleStore.unitRole(handle, started.unitRoleId());
        if (found.isEmpty() || found.get().userId() != sender.userId) {
            return new Verdict.Refuse(RefusedReason.NOT_YOUR_UNIT_ROLE);
        }
        UnitRole role = found.get();
        Session session = sessions.get(incoming.sessionId());
        if (session != null && session.ownerId != null && session.ownerId != sender.userId) {
            // An administrator may change others' sessions, and not make them their own.
            return new Verdict.Refuse(RefusedReason.NOT_YOUR_SESSION);
        }
        UnitRole known = session == null ? null : session.role;
        Session begun = new Session(sender.userId, known);
        sessions.put(incoming.sessionId(), begun);
        if (!role.active()) {
            return hold(sender, begun, HeldReason.ROLE_LOST);
        }
        if (!RoleStore.isInUnit(handle, started.target(), role.unitId())) {
            return hold(sender, begun, HeldReason.UNKNOWN_TASK);
        }
        if (known == null) {
            sessions.put(incoming.sessionId(), new Session(sender.userId, role));
        }
        return new Verdict.Apply(sender.userId);
    }

    private Verdict decideStep(Sender sender, Session session, Fact fact) {
        UnitRole role = session.role;
        if (role == null) {
            return hold(sender, session, HeldReason.WAITING_FOR_START);
        }
        if (!role.active()) {
            return hold(sender, session, HeldReason.ROLE_LOST);
        }
        MarkingTarget target = fact instanceof Fact.Amended amended ? amended.target() : null;
        if (target != null && !RoleStore.isInUnit(handle, target, role.unitId())) {
            return hold(sender, session, HeldReason.UNKNOWN_TASK);
        }
        return new Verdict.Apply(role.userId());
    }

    private Session session(String sessionId) {
        Optional<UnitRole> role = RoleStore.ofSession(handle, sessionId);
        if (role.isPresent()) {
            return new Session(role.get().userId(), role.get());
        }
        return new Session(EventStore.starterOf(handle, sessionId).orElse(null), null);
    }

    private static Verdict hold(Sender sender, Session session, HeldReason reason) {
        Long owner = session.ownerId;
        return new Verdict.Hold(owner == null ? sender.userId : owner, reason);
    }
}
