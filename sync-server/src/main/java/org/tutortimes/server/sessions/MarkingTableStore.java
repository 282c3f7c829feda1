package org.tutortimes.server.sessions;

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

/// Reads a page of a table of marking sessions, and the activities of one of them.
final class MarkingTableStore {

    /// Heartbeats alone are no evidence of marking.
    private static final String COLUMNS =
            """
            SELECT m.id, m.user_id, m.unit_id, u.name AS tutor, m.start_time, m.end_time,
                m.duration_minutes, m.actions, m.during_tutorial, m.assessments,
                m.comments_added, m.submissions_opened, n.single_action_floor_minutes
            FROM marking_sessions m
            JOIN users u ON u.id = m.user_id
            JOIN units n ON n.id = m.unit_id
            WHERE m.deleted_at IS NULL AND m.actions > 0
            """;

    private MarkingTableStore() {}

    /// A marking session as a table shows it.
    record Row(
            long id,
            long userId,
            long unitId,
            String tutor,
            Instant start,
            Instant end,
            long minutes,
            long creditedMinutes,
            boolean duringTutorial,
            long actions,
            long assessments,
            long comments,
            long submissionsOpened) {

        long key(Order.Sort sort) {
            return switch (sort) {
                case START -> start.toEpochMilli();
                case DURATION -> minutes;
            };
        }
    }

    /// Something that was done.
    ///
    /// @param task its task definition's abbreviation, where it is known
    /// @param changedStatus whether the task had another status afterwards
    record Activity(
            String action,
            @Nullable String task,
            @Nullable String student,
            boolean changedStatus,
            Instant at) {}

    /// The rows of the page, and one more if there is one.
    static List<Row> rows(Handle handle, MarkingChoice choice, Order order) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder(COLUMNS).append(" AND m.unit_id = ?");
        values.add(choice.unitId());
        Long userId = choice.userId();
        if (userId != null) {
            sql.append(" AND m.user_id = ?");
            values.add(userId);
        }
        Boolean duringTutorial = choice.duringTutorial();
        if (duringTutorial != null) {
            sql.append(" AND m.during_tutorial = ?");
            values.add(duringTutorial ? 1 : 0);
        }
        sql.append(" AND m.start_time >= ? AND m.start_time < ?");
        values.add(choice.period().fromMillis());
        values.add(choice.period().toMillis());
        sql.append(order.sql(key(order.sort()), "m.id"));
        Order.Place place = order.place();
        if (place != null) {
            values.add(place.key());
            values.add(Long.parseLong(place.id()));
        }
        return Sql.list(handle, sql.toString(), MarkingTableStore::row, values.toArray());
    }

    /// One of them.
    static Optional<Row> one(Handle handle, long id) {
        return Sql.first(handle, COLUMNS + " AND m.id = ?", MarkingTableStore::row, id);
    }

    /// What was done in it, in the order of time.
    static List<Activity> activities(Handle handle, long id) {
        return Sql.list(
                handle,
                """
                SELECT a.action, d.abbreviation, s.name, a.changed_status, a.created_at
                FROM session_activities a
                LEFT JOIN tasks k ON k.id = a.task_id
                LEFT JOIN task_definitions d
                    ON d.id = COALESCE(a.task_definition_id, k.task_definition_id)
                LEFT JOIN projects p ON p.id = a.project_id
                LEFT JOIN users s ON s.id = p.user_id
                WHERE a.marking_session_id = ?
                ORDER BY a.created_at, a.id
                """,
                row ->
                        new Activity(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4) == 1,
                                Instant.ofEpochMilli(row.getLong(5))),
                id);
    }

    private static String key(Order.Sort sort) {
        return switch (sort) {
            case START -> "m.start_time";
            case DURATION -> "m.duration_minutes";
        };
    }

    private static Row row(ResultSet row) throws SQLException {
        long minutes = row.getLong("duration_minutes");
        long actions = row.getLong("actions");
        return new Row(
                row.getLong("id"),
                row.getLong("user_id"),
                row.getLong("unit_id"),
                row.getString("tutor"),
                Instant.ofEpochMilli(row.getLong("start_time")),
                Instant.ofEpochMilli(row.getLong("end_time")),
                minutes,
                TrackingRules.creditedMinutes(
                        minutes, actions, row.getLong("single_action_floor_minutes")),
                row.getInt("during_tutorial") == 1,
                actions,
                row.getLong("assessments"),
                row.getLong("comments_added"),
                row.getLong("submissions_opened"));
    }
}
