package org.tutortimes.server.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.EntryRules;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.server.database.Sql;

/// Reads the sessions of a stretch of the calendar.
final class CalendarStore {

    /// A session that began earlier than this before a stretch is not looked for in it: no segment
    /// is longer, and who leaves one paused for a month begins another.
    private static final Duration REACH = Duration.ofMillis(EntryRules.MOST_SEGMENT_MILLIS);

    private CalendarStore() {}

    /// A timer session.
    ///
    /// @param student null for a pile
    /// @param end null while it is not completed
    record TimerItem(
            String id,
            long unitRoleId,
            String abbreviation,
            @Nullable String student,
            boolean running,
            Instant start,
            @Nullable Instant end) {}

    /// A marking session.
    record MarkingItem(
            long id,
            long userId,
            boolean duringTutorial,
            long minutes,
            Instant start,
            Instant end) {}

    /// The timer sessions that share time with a stretch, at most so many.
    static List<TimerItem> timer(Handle handle, Where where, CalendarChoice choice, int most) {
        List<Object> values = new ArrayList<>();
        String sql =
                """
                SELECT t.id, t.unit_role_id, d.abbreviation, s.name AS student, t.status, t.start_time,
                    t.end_time, t.latest_event_at
                FROM tutor_times t
                LEFT JOIN tasks k ON k.id = t.task_id
                LEFT JOIN projects p ON p.id = k.project_id
                LEFT JOIN users s ON s.id = p.user_id
                JOIN task_definitions d
                    ON d.id = COALESCE(t.task_definition_id, k.task_definition_id)
                WHERE t.deleted_at IS NULL AND (t.end_time IS NULL OR t.end_time > ?)
                """;
        values.add(where.stretch().start().toEpochMilli());
        sql += where("t", where, values);
        Long unitRoleId = choice.unitRoleId();
        if (unitRoleId != null) {
            sql += " AND t.unit_role_id = ?";
            values.add(unitRoleId);
        }
        Long taskDefinitionId = choice.taskDefinitionId();
        if (taskDefinitionId != null) {
            sql += " AND d.id = ?";
            values.add(taskDefinitionId);
        }
        sql += " ORDER BY t.start_time, t.id LIMIT ?";
        values.add(most);
        return Sql.list(handle, sql, CalendarStore::timerItem, values.toArray());
    }

    /// The marking sessions that share time with a stretch, at most so many.
    static List<MarkingItem> marking(Handle handle, Where where, int most) {
        List<Object> values = new ArrayList<>();
        String sql =
                """
                SELECT m.id, m.user_id, m.during_tutorial, m.duration_minutes, m.start_time,
                    m.end_time
                FROM marking_sessions m
                WHERE m.deleted_at IS NULL AND m.actions > 0 AND m.end_time >= ?
                """;
        values.add(where.stretch().start().toEpochMilli());
        sql += where("m", where, values) + " ORDER BY m.start_time, m.id LIMIT ?";
        values.add(most);
        return Sql.list(
                handle,
                sql,
                row ->
                        new MarkingItem(
                                row.getLong(1),
                                row.getLong(2),
                                row.getInt(3) == 1,
                                row.getLong(4),
                                Instant.ofEpochMilli(row.getLong(5)),
                                Instant.ofEpochMilli(row.getLong(6))),
                values.toArray());
    }

    /// Where to look.
    ///
    /// @param userId whose sessions; null for everybody's
    record Where(long unitId, @Nullable Long userId, Segment stretch) {}

    private static String where(String table, Where where, List<Object> values) {
        StringBuilder sql = new StringBuilder();
        sql.append(" AND %s.unit_id = ?".formatted(table));
        values.add(where.unitId());
        Long userId = where.userId();
        if (userId != null) {
            sql.append(" AND %s.user_id = ?".formatted(table));
            values.add(userId);
        }
        sql.append(" AND %1$s.start_time >= ? AND %1$s.start_time < ?".formatted(table));
        values.add(where.stretch().start().minus(REACH).toEpochMilli());
        values.add(where.stretch().end().toEpochMilli());
        return sql.toString();
    }

    private static TimerItem timerItem(ResultSet row) throws SQLException {
        Long end = Sql.nullableLong(row, "end_time");
        String status = row.getString("status");
        long ended = end == null ? row.getLong("latest_event_at") : end;
        boolean running = status.equals("active");
        return new TimerItem(
                row.getString("id"),
                row.getLong("unit_role_id"),
                row.getString("abbreviation"),
                row.getString("student"),
                running,
                Instant.ofEpochMilli(row.getLong("start_time")),
                running ? null : Instant.ofEpochMilli(ended));
    }
}
