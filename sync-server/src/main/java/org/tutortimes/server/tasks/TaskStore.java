package org.tutortimes.server.tasks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.units.TaskStatus;

/// Rows of `tasks`.
final class TaskStore {

    /// The words of a statement are constants, so that it stays prepared.
    private static final String WAITING =
            TaskStatus.WAITING.stream()
                    .map(status -> "'" + status.wireName() + "'")
                    .collect(Collectors.joining(", ", "(", ")"));

    private TaskStore() {}

    /// A task as its clients know it.
    record Task(long id, long projectId, long taskDefinitionId, String status) {}

    /// A task and the unit that it belongs to.
    record Placed(Task task, long unitId) {}

    /// A task that waits for marking.
    record Waiting(
            long id,
            long projectId,
            long taskDefinitionId,
            String status,
            String abbreviation,
            long studentId,
            String studentName) {}

    static Optional<Placed> task(Handle handle, long projectId, long taskDefinitionId) {
        return Sql.first(
                handle,
                """
                SELECT t.id, t.project_id, t.task_definition_id, t.status, p.unit_id
                FROM tasks t JOIN projects p ON p.id = t.project_id
                WHERE t.project_id = ? AND t.task_definition_id = ?
                ORDER BY t.active DESC, t.id LIMIT 1
                """,
                row ->
                        new Placed(
                                new Task(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getString(4)),
                                row.getLong(5)),
                projectId,
                taskDefinitionId);
    }

    /// Gives the task a status.
    ///
    /// @return whether it had another one
    static boolean setStatus(Handle handle, long taskId, TaskStatus status) {
        return Sql.update(
                        handle,
                        "UPDATE tasks SET status = ? WHERE id = ? AND status <> ?",
                        status.wireName(),
                        taskId,
                        status.wireName())
                > 0;
    }

    /// What waits in a unit, by task and student.
    static List<Waiting> waiting(Handle handle, long unitId) {
        return Sql.list(
                handle,
                """
                SELECT t.id, t.project_id, t.task_definition_id, t.status, d.abbreviation,
                    u.id AS student_id, u.name
                FROM projects p
                    JOIN tasks t ON t.project_id = p.id
                    JOIN task_definitions d ON d.id = t.task_definition_id
                    JOIN users u ON u.id = p.user_id
                WHERE p.unit_id = ? AND p.active = 1 AND t.active = 1 AND t.status IN
                """
                        + WAITING
                        + " ORDER BY d.abbreviation, u.name, t.id",
                row ->
                        new Waiting(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getString(4),
                                row.getString(5),
                                row.getLong(6),
                                row.getString(7)),
                unitId);
    }
}
