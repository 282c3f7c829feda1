package org.tutortimes.server.classroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.InParts;
import org.tutortimes.server.database.Sql;

/// Reads the units and people of the pages of live classes.
public final class ClassroomStore {

    private static final String PEOPLE =
            InParts.sql("SELECT id, username, name FROM users WHERE id IN");

    private static final String ACTIVE_PEOPLE =
            InParts.sql("SELECT id, username, name FROM users WHERE active = 1 AND id IN");

    private ClassroomStore() {}

    public record Unit(String code, String name, String zone) {}

    public record Person(long id, String username, String name) {}

    static Optional<Unit> unit(Handle handle, long unitId) {
        return Sql.first(
                handle,
                "SELECT code, name, zone FROM units WHERE id = ?",
                row -> new Unit(row.getString(1), row.getString(2), row.getString(3)),
                unitId);
    }

    /// Whoever has a role in the unit that is in force, by name.
    static List<Person> tutors(Handle handle, long unitId) {
        return Sql.list(
                handle,
                """
                SELECT u.id, u.username, u.name FROM users u
                WHERE u.active = 1 AND u.id IN (SELECT r.user_id FROM unit_roles r
                    WHERE r.unit_id = ? AND r.active = 1)
                ORDER BY u.name, u.id
                """,
                ClassroomStore::person,
                unitId);
    }

    /// The students of a unit, by name. Asked for in one statement, PostgreSQL may read all users.
    static List<Person> students(Handle handle, long unitId) {
        return byName(
                InParts.list(
                        handle,
                        ACTIVE_PEOPLE,
                        ClassroomStore::person,
                        Sql.list(
                                handle,
                                """
                                SELECT DISTINCT p.user_id FROM projects p
                                WHERE p.unit_id = ? AND p.active = 1
                                """,
                                row -> row.getLong(1),
                                unitId)));
    }

    /// By name.
    static List<Person> people(Handle handle, List<Long> ids) {
        return byName(InParts.list(handle, PEOPLE, ClassroomStore::person, ids));
    }

    private static List<Person> byName(List<Person> people) {
        return people.stream()
                .sorted(
                        Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER)
                                .thenComparingLong(Person::id))
                .toList();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(row.getLong(1), row.getString(2), row.getString(3));
    }
}
