package org.tutortimes.server.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.admin.UnitRoleStore.UnitRoleAnswer;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importing.Editor;
import org.tutortimes.server.importing.RowEdit;

/// Who has which role in which unit. Administrators see and change all; convenors see those of
/// their units, add tutors there by user name, and end and restore tutors' roles.
public final class UnitRoles {

    private final Database database;
    private final RowEdit rows;

    public UnitRoles(Database database, RowEdit rows) {
        this.database = database;
        this.rows = rows;
    }

    /// What a caller may see of a list.
    List<UnitRoleAnswer> list(
            Caller caller, UnitRoleStore.Filter filter, @Nullable Long after, int limit) {
        return database.read(handle -> {
            UnitRoleRules.refuseOutsiders(handle, caller);
            Long unit = filter.unitId();
            if (unit != null) {
                UnitRoleRules.refuseOtherUnits(handle, caller, unit);
            }
            return UnitRoleStore.list(
                    handle,
                    caller.admin() ? filter : filter.convenedBy(caller.userId()),
                    after,
                    limit);
        });
    }

    UnitRoleAnswer one(Caller caller, long id) {
        return database.read(handle -> UnitRoleRules.visible(handle, caller, id));
    }

    /// Gives a user a role in a unit.
    ///
    /// @param fields of the import's columns; `username` may stand for `user_id`
    UnitRoleAnswer add(Caller caller, ObjectNode fields) {
        ObjectNode row = fields.deepCopy();
        row.remove("username");
        long userId =
                switch (database.read(handle -> UnitRoleRules.userOf(handle, caller, fields))) {
                    case UnitRoleRules.Named.User(long id) -> id;
                    case UnitRoleRules.Named.Wrong wrong -> throw refused(row, wrong);
                };
        row.put("user_id", userId);
        long id =
                rows.add(
                                ImportList.UNIT_ROLES,
                                row,
                                new UnitRoleEditor(
                                        caller,
                                        handle -> {
                                            UnitRoleRules.refuseAdding(handle, caller, fields);
                                            refuseSecond(handle, userId, fields);
                                        }))
                        .asLong();
        return one(caller, id);
    }

    UnitRoleAnswer change(Caller caller, long id, ObjectNode fields) {
        rows.change(
                ImportList.UNIT_ROLES,
                id,
                fields,
                new UnitRoleEditor(
                        caller,
                        handle -> UnitRoleRules.refuseChanging(handle, caller, id, fields)));
        return one(caller, id);
    }

    /// With whatever else is wrong.
    private Refused refused(ObjectNode row, UnitRoleRules.Named.Wrong named) {
        Map<String, String> faults = new HashMap<>(rows.faults(ImportList.UNIT_ROLES, row));
        faults.remove("user_id");
        faults.put(named.field(), named.fault());
        return new Refused(new Refusal.Malformed(faults));
    }

    /// One role of a kind is enough: what was ended is restored, so that its time stays with it.
    private static void refuseSecond(Handle handle, long userId, ObjectNode fields) {
        for (UnitRoleKind role : UnitRoleRules.kind(fields).stream().toList()) {
            UnitRoleStore.of(handle, userId, fields.path("unit_id").asLong(), role)
                    .ifPresent(existing -> {
                        throw new Refused(
                                new Refusal.WrongState(
                                        "This user has this role in the unit already.",
                                        "role_exists",
                                        Map.of("id", existing.id(), "active", existing.active())));
                    });
        }
    }

    /// Whoever passes a check.
    private record UnitRoleEditor(Caller caller, Consumer<Handle> check) implements Editor {

        @Override
        public Actor actor() {
            return caller.actor();
        }

        @Override
        public void begin(Handle handle) {
            check.accept(handle);
        }
    }
}
