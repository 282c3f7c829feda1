package org.tutortimes.server.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.access.Caller;
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

    /// Refuses all but administrators and the unit's convenors.
    public void refuseOthers(Caller caller, long unitId) {
        database.read(handle -> {
            UnitRoleRules.refuseOtherUnits(handle, caller, unitId);
            return unitId;
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

    /// Whom a role was given.
    ///
    /// @param added ids of unit roles that are new
    /// @param restored ids of those that had ended
    /// @param kept how many had the role already
    public record Given(List<Long> added, List<Long> restored, int kept) {}

    /// Gives some people the same role in a unit, each of them or nobody. What was ended is
    /// restored, so that its time stays with it.
    public Given give(Caller caller, long unitId, UnitRoleKind role, List<Long> userIds) {
        ObjectNode wanted =
                row("unit_id", unitId).put("role", role.name().toLowerCase(Locale.ROOT));
        List<ObjectNode> written =
                rows.writeAll(
                        ImportList.UNIT_ROLES,
                        handle ->
                                userIds.stream()
                                        .distinct()
                                        .flatMap(user -> lacking(handle, wanted, role, user))
                                        .toList(),
                        new UnitRoleEditor(
                                caller,
                                handle -> UnitRoleRules.refuseAdding(handle, caller, wanted)));
        List<Long> added = ids(written.stream().filter(row -> row.has("user_id")));
        List<Long> restored = ids(written.stream().filter(row -> !row.has("user_id")));
        int kept = (int) userIds.stream().distinct().count() - written.size();
        return new Given(added, restored, kept);
    }

    /// The row that gives somebody a role, if they are without it.
    private static Stream<ObjectNode> lacking(
            Handle handle, ObjectNode wanted, UnitRoleKind role, long userId) {
        return UnitRoleStore.of(handle, userId, wanted.path("unit_id").asLong(), role)
                .map(known ->
                        known.active()
                                ? Stream.<ObjectNode>empty()
                                : Stream.of(row("id", known.id()).put("active", true)))
                .orElseGet(() -> Stream.of(wanted.deepCopy().put("user_id", userId)));
    }

    /// Ends some roles of a unit, or restores them: each of them or none.
    public void setActive(Caller caller, long unitId, List<Long> ids, boolean active) {
        ObjectNode change = row("unit_id", unitId).put("active", active);
        rows.writeAll(
                ImportList.UNIT_ROLES,
                _ -> ids.stream().map(id -> change.deepCopy().put("id", id)).toList(),
                editorOf(caller, ids, change));
    }

    /// Makes the role of somebody in a unit another.
    public void setRole(Caller caller, long unitId, long id, UnitRoleKind role) {
        ObjectNode change =
                row("unit_id", unitId).put("role", role.name().toLowerCase(Locale.ROOT));
        rows.writeAll(
                ImportList.UNIT_ROLES,
                _ -> List.of(change.deepCopy().put("id", id)),
                editorOf(caller, List.of(id), change));
    }

    private static UnitRoleEditor editorOf(Caller caller, List<Long> ids, ObjectNode change) {
        return new UnitRoleEditor(
                caller,
                handle ->
                        ids.forEach(
                                id -> UnitRoleRules.refuseChanging(handle, caller, id, change)));
    }

    private static ObjectNode row(String field, long value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }

    private static List<Long> ids(Stream<ObjectNode> rows) {
        return rows.map(row -> row.path("id").asLong()).toList();
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
