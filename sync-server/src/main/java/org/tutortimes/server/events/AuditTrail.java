package org.tutortimes.server.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.audit.Action;
import org.tutortimes.server.audit.AuditEntry;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.Subject;
import org.tutortimes.server.projection.SessionAnswerStore;

/// What a batch does to sessions outside the run of the timer: entries by hand, corrections,
/// deletions and restores. Each becomes an audit entry with the session before and after it. Of a
/// session that is begun by hand, the correction that gives it its times belongs to the entry.
final class AuditTrail {

    /// A change whose outcome is not stored yet.
    private record Begun(
            Actor actor, Action action, Optional<SessionAnswer> before, @Nullable String note) {

        Begun withNoteOf(Incoming incoming) {
            return new Begun(actor, action, before, note == null ? noteOf(incoming) : note);
        }
    }

    private final Handle handle;
    private final Instant now;
    private final Map<String, Begun> begunBySession = new LinkedHashMap<>();

    AuditTrail(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /// Whether the event needs the session as it is before it.
    boolean mustSeeBefore(Incoming incoming) {
        Action action = action(incoming);
        return action != null && !completesEntry(action, incoming);
    }

    /// The session as stored, with all events that came before.
    Optional<SessionAnswer> stored(Incoming incoming) {
        return stored(incoming.sessionId());
    }

    /// Notes an event that has just been put in force.
    ///
    /// @param before the session without it
    void add(Actor actor, Incoming incoming, Optional<SessionAnswer> before) {
        Action action = action(incoming);
        if (action == null) {
            return;
        }
        Begun begun = begunBySession.get(incoming.sessionId());
        begunBySession.put(
                incoming.sessionId(),
                begun != null && completesEntry(action, incoming)
                        ? begun.withNoteOf(incoming)
                        : new Begun(actor, action, before, noteOf(incoming)));
    }

    /// Writes the entry of a session whose outcome is stored now.
    void write(String sessionId) {
        Begun begun = begunBySession.remove(sessionId);
        if (begun != null) {
            write(begun, stored(sessionId).orElseThrow());
        }
    }

    /// Writes all entries; every outcome is stored now.
    void writeAll() {
        List.copyOf(begunBySession.keySet()).forEach(this::write);
    }

    private void write(Begun begun, SessionAnswer after) {
        AuditEntry entry =
                new AuditEntry(
                        begun.action,
                        Subject.timerSession(after.id(), after.unitId()),
                        begun.before.orElse(null),
                        after,
                        begun.note);
        AuditLog.record(handle, now, begun.actor, entry);
    }

    private boolean completesEntry(Action action, Incoming incoming) {
        Begun begun = begunBySession.get(incoming.sessionId());
        return action == Action.SESSION_CORRECTED
                && begun != null
                && begun.action == Action.SESSION_ENTERED;
    }

    private Optional<SessionAnswer> stored(String sessionId) {
        return SessionAnswerStore.byId(handle, UUID.fromString(sessionId));
    }

    private static @Nullable Action action(Incoming incoming) {
        return incoming.event() == null
                ? null
                : switch (incoming.event().fact()) {
                    case Fact.Started started -> started.manual() ? Action.SESSION_ENTERED : null;
                    case Fact.Amended _ -> Action.SESSION_CORRECTED;
                    case Fact.Deleted _ -> Action.SESSION_DELETED;
                    case Fact.Restored _ -> Action.SESSION_RESTORED;
                    case Fact.Resumed _,
                            Fact.Paused _,
                            Fact.Completed _,
                            Fact.AwayKept _,
                            Fact.AwayDiscarded _ ->
                            null;
                };
    }

    private static @Nullable String noteOf(Incoming incoming) {
        return incoming.event() == null
                ? null
                : switch (incoming.event().fact()) {
                    case Fact.Amended amended -> amended.note();
                    case Fact.Deleted deleted -> deleted.note();
                    case Fact.Restored restored -> restored.note();
                    case Fact.Started _,
                            Fact.Resumed _,
                            Fact.Paused _,
                            Fact.Completed _,
                            Fact.AwayKept _,
                            Fact.AwayDiscarded _ ->
                            null;
                };
    }
}
