package org.tutortimes.server.marking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.tracking.TrackingRules;
import org.tutortimes.server.database.Sql;

/// Reads marking sessions in which something was done and which are not deleted; deletes them.
final class MarkingSessionStore {

    /// Heartbeats alone are no evidence of marking.
    private static final String SHOWN = " s.deleted_at IS NULL AND s.actions > 0";

    private static final String COLUMNS =
            """
            SELECT s.id, s.user_id, s.unit_id, s.start_time, s.end_time, s.duration_minutes,
                s.actions, s.during_tutorial, s.assessments, s.comments_added,
                s.submissions_opened, n.single_action_floor_minutes
            FROM marking_sessions s JOIN units n ON n.id = s.unit_id
            WHERE
            """;

    private MarkingSessionStore() {}

    /// One action of a session.
    ///
    /// @param changedStatus whether the task had another status afterwards
    /// @param createdAt when it was done
    /// @param updatedAt when that came to be known
    record ListedActivity(
            String id,
            String action,
            @Nullable Long projectId,
            @Nullable Long taskId,
            @Nullable Long taskDefinitionId,
            boolean changedStatus,
            Instant createdAt,
            Instant updatedAt) {}

    /// One tutor's sums.
    record Summary(long userId, String tutor, long totalMinutes, long assessments, long comments) {}

    static List<MarkingSession> list(Handle handle, MarkingQuery query) {
        List<Object> values = new ArrayList<>();
        String sql = COLUMNS + where(query, values) + " ORDER BY s.start_time, s.id";
        return Sql.list(handle, sql, MarkingSessionStore::session, values.toArray());
    }

    static Optional<MarkingSession> one(Handle handle, long id) {
        return Sql.first(
                handle, COLUMNS + SHOWN + " AND s.id = ?", MarkingSessionStore::session, id);
    }

    static List<ListedActivity> activities(Handle handle, long sessionId) {
        return Sql.list(
                handle,
                """
                SELECT id, action, project_id, task_id, task_definition_id, changed_status,
                    created_at, updated_at
                FROM session_activities WHERE marking_session_id = ? ORDER BY created_at, id
                """,
                row ->
                        new ListedActivity(
                                row.getString("id"),
                                row.getString("action"),
                                Sql.nullableLong(row, "project_id"),
                                Sql.nullableLong(row, "task_id"),
                                Sql.nullableLong(row, "task_definition_id"),
                                row.getInt("changed_status") == 1,
                                Instant.ofEpochMilli(row.getLong("created_at")),
                                Instant.ofEpochMilli(row.getLong("updated_at"))),
                sessionId);
    }

    /// By tutors' names.
    ///
    /// @param duringTutorialsToo or else without the sessions in tutorials
    static List<Summary> summary(Handle handle, MarkingQuery query, boolean duringTutorialsToo) {
        List<Object> values = new ArrayList<>();
        String sql =
                """
                SELECT s.user_id, u.name, SUM(s.duration_minutes), SUM(s.assessments),
                    SUM(s.comments_added)
                FROM marking_sessions s JOIN users u ON u.id = s.user_id
                WHERE
                """
                        + where(query, values)
                        + (duringTutorialsToo ? "" : " AND s.during_tutorial = 0")
                        + " GROUP BY s.user_id, u.name ORDER BY u.name, s.user_id";
        return Sql.list(
                handle,
                sql,
                row ->
                        new Summary(
                                row.getLong(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5)),
                values.toArray());
    }

    /// Deletes a session; nothing is added to it any more.
    static void delete(Handle handle, long id, Instant now) {
        Sql.update(
                handle,
                "UPDATE marking_sessions SET deleted_at = ?, updated_at = ? WHERE id = ?",
                now.toEpochMilli(),
                now.toEpochMilli(),
                id);
    }

    private static String where(MarkingQuery query, List<Object> values) {
        values.addAll(
                List.of(query.unitId(), query.from().toEpochMilli(), query.to().toEpochMilli()));
        String sql = SHOWN + " AND s.unit_id = ? AND s.start_time >= ? AND s.start_time < ?";
        Long userId = query.userId();
        if (userId != null) {
            sql += " AND s.user_id = ?";
            values.add(userId);
        }
        Long studentId = query.studentId();
        if (studentId != null) {
            sql +=
                    """
                     AND s.id IN (SELECT a.marking_session_id
                        FROM projects p JOIN session_activities a ON a.project_id = p.id
                        WHERE p.unit_id = ? AND p.user_id = ?)
                    """;
            values.add(query.unitId());
            values.add(studentId);
        }
        return sql;
    }

    private static MarkingSession session(ResultSet row) throws SQLException {
        long minutes = row.getLong("duration_minutes");
        return new MarkingSession(
                row.getLong("id"),
                row.getLong("user_id"),
                row.getLong("unit_id"),
                Instant.ofEpochMilli(row.getLong("start_time")),
                Instant.ofEpochMilli(row.getLong("end_time")),
                minutes,
                TrackingRules.creditedMinutes(
                        minutes,
                        row.getLong("actions"),
                        row.getLong("single_action_floor_minutes")),
                row.getInt("during_tutorial") == 1,
                row.getLong("assessments"),
                row.getLong("comments_added"),
                row.getLong("submissions_opened"));
    }
}
