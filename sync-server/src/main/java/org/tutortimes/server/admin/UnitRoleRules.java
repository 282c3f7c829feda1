package org.tutortimes.server.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.units.RoleStore;

/// Who may do what with unit roles. Whoever convenes nothing learns nothing here, and a convenor
/// nothing of units that they have no role in.
final class UnitRoleRules {

    /// Whom the fields of a new role name.
    sealed interface Named {
        /// Somebody, who need not exist where they are named by id.
        record User(long id) implements Named {}

        /// Nobody.
        ///
        /// @param field which of the fields is wrong
        record Wrong(String field, String fault) implements Named {}
    }

    private UnitRoleRules() {}

    /// Refuses all but administrators and convenors of some unit.
    static void refuseOutsiders(Handle handle, Caller caller) {
        if (!isAdmin(handle, caller) && !RoleStore.convenesAny(handle, caller.userId())) {
            throw forbidden("Only administrators and convenors may do this.", "admin");
        }
    }

    /// Refuses all but administrators and the unit's convenors.
    static void refuseOtherUnits(Handle handle, Caller caller, long unitId) {
        if (isAdmin(handle, caller)) {
            return;
        }
        Set<UnitRoleKind> roles = UnitRoleStore.inForce(handle, caller.userId(), unitId);
        if (roles.isEmpty()) {
            throw new Refused(new Refusal.NotFound("unit"));
        }
        if (!roles.contains(UnitRoleKind.CONVENOR)) {
            throw forbidden("Only convenors of the unit may do this.", "convenor");
        }
    }

    /// A unit role that the caller may see.
    static UnitRoleAnswer visible(Handle handle, Caller caller, long id) {
        refuseOutsiders(handle, caller);
        return UnitRoleStore.one(handle, id)
                .filter(role ->
                        isAdmin(handle, caller)
                                || UnitRoleStore.inForce(handle, caller.userId(), role.unitId())
                                        .contains(UnitRoleKind.CONVENOR))
                .orElseThrow(() -> new Refused(new Refusal.NotFound("unit role")));
    }

    static void refuseAdding(Handle handle, Caller caller, ObjectNode fields) {
        refuseOutsiders(handle, caller);
        if (isAdmin(handle, caller)) {
            return;
        }
        if (!fields.path("unit_id").isIntegralNumber()) {
            throw malformed("unit_id", "must be given, as a whole number");
        }
        refuseOtherUnits(handle, caller, fields.path("unit_id").asLong());
        if (!kind(fields).equals(Optional.of(UnitRoleKind.TUTOR))) {
            throw forbidden("Convenors add tutors; all else is for administrators.", "admin");
        }
    }

    static void refuseChanging(Handle handle, Caller caller, long id, ObjectNode fields) {
        UnitRoleAnswer role = visible(handle, caller, id);
        if (!isAdmin(handle, caller) && (role.role() != UnitRoleKind.TUTOR || fields.has("role"))) {
            throw forbidden(
                    "Convenors end and restore tutors' roles; all else is for administrators.",
                    "admin");
        }
    }

    /// Who is meant, or what is wrong with how they are named. Convenors know people by their user
    /// names: an id that happens to be somebody's would tell them who that is.
    static Named userOf(Handle handle, Caller caller, ObjectNode fields) {
        boolean admin = isAdmin(handle, caller);
        refuseAdding(handle, caller, fields);
        if (admin && fields.hasNonNull("user_id") && !fields.has("username")) {
            return userId(fields);
        }
        if (fields.has("user_id") || (!admin && fields.has("id"))) {
            return new Named.Wrong(
                    fields.has("user_id") ? "user_id" : "id",
                    admin ? "or username must be given, and not both" : "is for administrators");
        }
        if (!fields.path("username").isTextual()) {
            return new Named.Wrong("username", "must be given, as a text");
        }
        return AdminUserStore.byUsername(handle, fields.path("username").asText())
                .filter(user -> admin || user.active())
                .<Named>map(user -> new Named.User(user.id()))
                .orElseGet(() -> new Named.Wrong("username", "is nobody's"));
    }

    /// The role that the fields name, if it is one.
    static Optional<UnitRoleKind> kind(ObjectNode fields) {
        for (UnitRoleKind kind : UnitRoleKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(fields.path("role").asText())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Named userId(ObjectNode fields) {
        return fields.path("user_id").canConvertToLong()
                        && fields.path("user_id").isIntegralNumber()
                ? new Named.User(fields.path("user_id").asLong())
                : new Named.Wrong("user_id", "must be a whole number");
    }

    /// As it is at this moment: the request began some time ago.
    private static boolean isAdmin(Handle handle, Caller caller) {
        return caller.admin() && AdminUserStore.isAdmin(handle, caller.userId());
    }

    private static Refused forbidden(String sentence, String code) {
        return new Refused(new Refusal.Forbidden(sentence, code));
    }

    private static Refused malformed(String field, String fault) {
        return new Refused(Refusal.Malformed.field(field, fault));
    }
}
