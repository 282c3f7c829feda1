package org.tutortimes.server.sessions;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Sql;

/// Reads what the tables of a unit can be filtered by: its people and its task definitions.
public final class UnitPeopleStore {

    private UnitPeopleStore() {}

    /// Somebody with a role in the unit, or with one that ended.
    public record Member(long unitRoleId, long userId, String name) {}

    /// What is marked in the unit.
    public record Definition(long id, String abbreviation, String name) {}

    /// Everybody, by name.
    public static List<Member> members(Handle handle, long unitId) {
        return Sql.list(
                handle,
                """
                SELECT r.id, r.user_id, u.name FROM unit_roles r JOIN users u ON u.id = r.user_id
                WHERE r.unit_id = ? ORDER BY u.name, r.id
                """,
                row -> new Member(row.getLong(1), row.getLong(2), row.getString(3)),
                unitId);
    }

    /// By abbreviation.
    public static List<Definition> definitions(Handle handle, long unitId) {
        return Sql.list(
                handle,
                """
                SELECT id, abbreviation, name FROM task_definitions
                WHERE unit_id = ? ORDER BY abbreviation, id
                """,
                row -> new Definition(row.getLong(1), row.getString(2), row.getString(3)),
                unitId);
    }
}
