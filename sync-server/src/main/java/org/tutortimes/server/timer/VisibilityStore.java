package org.tutortimes.server.timer;

import org.jdbi.v3.core.Handle;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.units.RoleStore;

/// What a caller may see and change. What one may not see is as if it did not exist.
final class VisibilityStore {

    private VisibilityStore() {}

    /// Refuses who may not see the session.
    static void refuseUnseen(Handle handle, Caller caller, SessionView session) {
        if (!isOwnerOrAdmin(caller, session)
                && !RoleStore.convenes(handle, caller.userId(), session.answer().unitId())) {
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

    /// The unit role that the caller holds; refuses those of others, and one that has ended.
    static RoleStore.UnitRole held(Handle handle, Caller caller, long unitRoleId) {
        RoleStore.UnitRole role =
                RoleStore.unitRole(handle, unitRoleId)
                        .orElseThrow(() -> new Refused(new Refusal.NotFound("unit role")));
        if (role.userId() != caller.userId()) {
            boolean seen =
                    caller.admin() || RoleStore.convenes(handle, caller.userId(), role.unitId());
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

    /// Refuses a task or task definition that is none of the unit's.
    static void refuseUnknown(Handle handle, MarkingTarget target, long unitId) {
        if (!RoleStore.isInUnit(handle, target, unitId)) {
            throw new Refused(
                    new Refusal.AgainstRule("There is no such task in this unit.", "unknown_task"));
        }
    }

    private static boolean isOwnerOrAdmin(Caller caller, SessionView session) {
        return caller.admin() || session.answer().userId() == caller.userId();
    }
}
