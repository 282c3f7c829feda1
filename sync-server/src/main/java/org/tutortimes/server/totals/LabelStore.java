package org.tutortimes.server.totals;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.InParts;
import org.tutortimes.server.database.Sql;

/// Reads the names of those whose time is added up.
final class LabelStore {

    /// @param id of the user
    record Tutor(long id, long unitRoleId, String name, String username) {}

    record Task(long taskDefinitionId, String abbreviation, String name) {}

    /// @param id of the user
    record Student(long id, String name, String username) {}

    private static final String TASKS =
            InParts.sql("SELECT id, abbreviation, name FROM task_definitions WHERE id IN");

    private static final String STUDENTS =
            InParts.sql("SELECT id, name, username FROM users WHERE id IN");

    private LabelStore() {}

    /// Everybody who has or had a role in a unit.
    static List<Tutor> tutors(Handle handle, long unitId) {
        return Sql.list(
                handle,
                """
                SELECT u.id, r.id AS unit_role_id, u.name, u.username
                  FROM unit_roles r
                  JOIN users u ON u.id = r.user_id
                 WHERE r.unit_id = ?
                """,
                row ->
                        new Tutor(
                                row.getLong("id"),
                                row.getLong("unit_role_id"),
                                row.getString("name"),
                                row.getString("username")),
                unitId);
    }

    static List<Task> tasks(Handle handle, List<Long> taskDefinitionIds) {
        return InParts.list(
                handle,
                TASKS,
                row ->
                        new Task(
                                row.getLong("id"),
                                row.getString("abbreviation"),
                                row.getString("name")),
                taskDefinitionIds);
    }

    static List<Student> students(Handle handle, List<Long> userIds) {
        return InParts.list(
                handle,
                STUDENTS,
                row ->
                        new Student(
                                row.getLong("id"),
                                row.getString("name"),
                                row.getString("username")),
                userIds);
    }
}
