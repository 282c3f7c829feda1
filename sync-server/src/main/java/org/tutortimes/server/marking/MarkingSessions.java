package org.tutortimes.server.marking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.audit.Action;
import org.tutortimes.server.audit.AuditEntry;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.Subject;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Locks;
import org.tutortimes.server.units.RoleStore;

/// One marking session, for who may see or delete it.
public final class MarkingSessions {

    private final Database database;
    private final Clock clock;

    public MarkingSessions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Deletes a session; that is for administrators, and kept in the audit log.
    ///
    /// @param note why, or null
    public void delete(Caller caller, long id, @Nullable String note) {
        Instant now = clock.instant();
        database.write(handle -> {
            MarkingSession session = seen(handle, caller, id);
            // What is being added to it just now is either in what is deleted, or in another
            // session.
            Locks.observed(handle, List.of(session.userId()));
            session = seen(handle, caller, id);
            if (!caller.admin()) {
                throw new Refused(
                        new Refusal.Forbidden(
                                "Only an administrator may delete a marking session.", "admin"));
            }
            MarkingSessionStore.delete(handle, id, now);
            AuditLog.record(
                    handle,
                    now,
                    caller.actor(),
                    new AuditEntry(
                            Action.MARKING_SESSION_DELETED,
                            Subject.markingSession(id, session.unitId()),
                            session,
                            null,
                            note));
            return session;
        });
    }

    /// The session, for its owner, convenors of its unit and administrators.
    public static MarkingSession seen(Handle handle, Caller caller, long id) {
        return MarkingSessionStore.one(handle, id)
                .filter(session ->
                        caller.admin()
                                || session.userId() == caller.userId()
                                || RoleStore.convenes(handle, caller.userId(), session.unitId()))
                .orElseThrow(() -> new Refused(new Refusal.NotFound("marking session")));
    }
}
