package org.tutortimes.server.timer;

import org.jdbi.v3.core.Handle;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.web.Caller;

/// What a caller may see and change. What one may not see is as if it did not exist.
final class VisibilityStore {

    private VisibilityStore() {}

    /// Refuses who may not see the session.
    static void refuseUnseen(Handle handle, Caller caller, SessionView session) {
        if (!isOwnerOrAdmin(caller, session)
                && !isConvenor(handle, caller, session.answer().unitId())) {
            throw new Refused(new Refusal.NotFound("timer session"));
        }
    }

    /// Refuses who may not change the session.
    static void refuseUnchangeable(Handle handle, Caller caller, SessionView session) {
        refuseUnseen(handle, caller, session);
        if (!isOwnerOrAdmin(caller, session)) {
            throw new Refused(
                    new Refusal.Forbidden(
                            "Only its owner or an administrator may change a session.",
                            "not_your_session"));
        }
        if (!session.roleActive() && !caller.admin()) {
            throw new Refused(
                    new Refusal.Forbidden("Your role in this unit has ended.", "role_lost"));
        }
    }

    static boolean isConvenor(Handle handle, Caller caller, long unitId) {
        return Sql.first(
                        handle,
                        """
                        SELECT 1 FROM unit_roles
                        WHERE user_id = ? AND unit_id = ? AND role = 'convenor' AND active = 1
                        """,
                        row -> row.getInt(1),
                        caller.userId(),
                        unitId)
                .isPresent();
    }

    private static boolean isOwnerOrAdmin(Caller caller, SessionView session) {
        return caller.admin() || session.answer().userId() == caller.userId();
    }
}
