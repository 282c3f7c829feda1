package org.tutortimes.server.effort;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.database.InParts;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.report.Scope;
import org.tutortimes.server.request.Period;

/// Reads what completed sessions took.
final class EffortStore {

    /// All time that a single student's task took.
    record Single(long taskDefinitionId, long studentId, long seconds) {}

    /// A session of a pile.
    ///
    /// @param submissions null where nobody counted
    record Pile(long taskDefinitionId, @Nullable Long submissions, long seconds) {}

    /// A task definition.
    record Definition(long id, String abbreviation, String name, @Nullable Long targetMinutes) {}

    record Student(long id, String name) {}

    /// Cross joins keep the order of the tables as it is written: without statistics SQLite would
    /// begin with all completed sessions of the server.
    private static final String COMPLETED =
            """
              FROM unit_roles r
             CROSS JOIN tutor_times t
            """;

    private static final String IN_PERIOD =
            """
             WHERE r.unit_id = ? AND t.unit_role_id = r.id
               AND (CAST(? AS BIGINT) IS NULL OR r.user_id = ?)
               AND t.start_time >= ? AND t.start_time < ?
               AND t.status = 'completed' AND t.deleted_at IS NULL
            """;

    private static final String STUDENTS =
            InParts.sql(
                    """
                    SELECT id, name FROM users WHERE id IN
                    """);

    private EffortStore() {}

    static List<Single> singles(Handle handle, Scope scope, Period period) {
        return Sql.list(
                handle,
                """
                SELECT k.task_definition_id, p.user_id, SUM(t.duration_seconds) AS seconds
                """
                        + COMPLETED
                        + """
                         JOIN tasks k ON k.id = t.task_id
                         JOIN projects p ON p.id = k.project_id
                        """
                        + IN_PERIOD
                        + " GROUP BY k.id, k.task_definition_id, p.user_id",
                row ->
                        new Single(
                                row.getLong("task_definition_id"),
                                row.getLong("user_id"),
                                row.getLong("seconds")),
                values(scope, period));
    }

    static List<Pile> piles(Handle handle, Scope scope, Period period) {
        return Sql.list(
                handle,
                "SELECT t.task_definition_id, t.submissions, t.duration_seconds "
                        + COMPLETED
                        + IN_PERIOD
                        + " AND t.task_id IS NULL",
                row ->
                        new Pile(
                                row.getLong("task_definition_id"),
                                Sql.nullableLong(row, "submissions"),
                                row.getLong("duration_seconds")),
                values(scope, period));
    }

    static List<Definition> definitions(Handle handle, long unitId) {
        return Sql.list(
                handle,
                """
                SELECT id, abbreviation, name, target_minutes
                  FROM task_definitions
                 WHERE unit_id = ?
                """,
                row ->
                        new Definition(
                                row.getLong("id"),
                                row.getString("abbreviation"),
                                row.getString("name"),
                                Sql.nullableLong(row, "target_minutes")),
                unitId);
    }

    static List<Student> students(Handle handle, List<Long> ids) {
        return InParts.list(
                handle,
                STUDENTS,
                row -> new Student(row.getLong("id"), row.getString("name")),
                ids);
    }

    private static @Nullable Object[] values(Scope scope, Period period) {
        return new @Nullable Object[] {
            scope.unitId(), scope.userId(), scope.userId(), period.fromMillis(), period.toMillis()
        };
    }
}
