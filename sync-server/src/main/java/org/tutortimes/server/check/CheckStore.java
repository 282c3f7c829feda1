package org.tutortimes.server.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.database.Sql;

/// Reads what the check compares, and asks the questions that SQL answers best.
final class CheckStore {

    /// A stored session, but for what the server alone knows of it.
    record SessionRow(
            String id,
            long userId,
            long unitId,
            @Nullable Long taskId,
            @Nullable Long taskDefinitionId,
            String status,
            boolean manual,
            long startTime,
            @Nullable Long endTime,
            long durationSeconds,
            long countedMillis,
            long recordedMillis,
            @Nullable Long submissions,
            String flags,
            @Nullable Long openSince,
            @Nullable String openedBy,
            @Nullable String openedOn,
            long latestEventAt,
            @Nullable Long deletedAt) {}

    /// A stored segment.
    record SegmentRow(
            String sessionId, long ordinal, long unitRoleId, long start, long end, long counted) {}

    private CheckStore() {}

    static List<Long> unitRoles(Handle handle) {
        return Sql.list(handle, "SELECT id FROM unit_roles ORDER BY id", row -> row.getLong(1));
    }

    static long unitOf(Handle handle, long unitRoleId) {
        return Sql.first(
                        handle,
                        "SELECT unit_id FROM unit_roles WHERE id = ?",
                        row -> row.getLong(1),
                        unitRoleId)
                .orElseThrow();
    }

    static List<SessionRow> sessions(Handle handle, long unitRoleId) {
        return Sql.list(
                handle,
                """
                SELECT id, user_id, unit_id, task_id, task_definition_id, status, manual,
                    start_time, end_time, duration_seconds, counted_ms, recorded_ms, submissions,
                    flags, open_since, opened_by, opened_on, latest_event_at, deleted_at
                FROM tutor_times WHERE unit_role_id = ? ORDER BY id
                """,
                CheckStore::session,
                unitRoleId);
    }

    private static SessionRow session(ResultSet row) throws SQLException {
        return new SessionRow(
                row.getString("id"),
                row.getLong("user_id"),
                row.getLong("unit_id"),
                Sql.nullableLong(row, "task_id"),
                Sql.nullableLong(row, "task_definition_id"),
                row.getString("status"),
                row.getInt("manual") == 1,
                row.getLong("start_time"),
                Sql.nullableLong(row, "end_time"),
                row.getLong("duration_seconds"),
                row.getLong("counted_ms"),
                row.getLong("recorded_ms"),
                Sql.nullableLong(row, "submissions"),
                row.getString("flags"),
                Sql.nullableLong(row, "open_since"),
                row.getString("opened_by"),
                row.getString("opened_on"),
                row.getLong("latest_event_at"),
                Sql.nullableLong(row, "deleted_at"));
    }

    static Map<String, List<SegmentRow>> segments(Handle handle, long unitRoleId) {
        return Sql.list(
                        handle,
                        """
                        SELECT s.session_id, s.ordinal, s.unit_role_id, s.start_time, s.end_time,
                            s.counted_ms
                        FROM tutor_time_segments s JOIN tutor_times t ON t.id = s.session_id
                        WHERE t.unit_role_id = ? ORDER BY s.session_id, s.ordinal
                        """,
                        row ->
                                new SegmentRow(
                                        row.getString(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6)),
                        unitRoleId)
                .stream()
                .collect(Collectors.groupingBy(SegmentRow::sessionId));
    }

    /// Who began a session, by the event that is in force.
    static List<Long> starters(Handle handle, String sessionId) {
        return Sql.list(
                handle,
                """
                SELECT DISTINCT user_id FROM timer_events
                WHERE session_id = ? AND kind = 'started' AND held_code IS NULL
                """,
                row -> row.getLong(1),
                sessionId);
    }

    /// Units whose total is not the sum of their sessions, a sentence for each.
    static List<String> wrongTotals(Handle handle) {
        return sentences(
                handle,
                """
                SELECT 'The total of unit ' || u.id || ' is ' || u.total_tutor_time
                    || ' s, and its completed sessions sum to ' || COALESCE(t.seconds, 0) || ' s.'
                FROM units u LEFT JOIN (
                    SELECT unit_id, SUM(duration_seconds) AS seconds FROM tutor_times
                    WHERE status = 'completed' AND deleted_at IS NULL GROUP BY unit_id
                ) t ON t.unit_id = u.id
                WHERE u.total_tutor_time <> COALESCE(t.seconds, 0)
                """);
    }

    static List<String> severalActive(Handle handle) {
        return sentences(
                handle,
                """
                SELECT 'Unit role ' || unit_role_id || ' has ' || COUNT(*) || ' active sessions.'
                FROM tutor_times WHERE status = 'active' AND deleted_at IS NULL
                GROUP BY unit_role_id HAVING COUNT(*) > 1
                """);
    }

    static List<String> gapsInRevisions(Handle handle) {
        return sentences(
                handle,
                """
                SELECT 'The revisions of user ' || u.id || ' have gaps: ' || u.event_revision
                    || ' given out, ' || COUNT(e.id) || ' found, up to '
                    || COALESCE(MAX(e.revision), 0) || '.'
                FROM users u LEFT JOIN timer_events e ON e.user_id = u.id
                GROUP BY u.id, u.event_revision
                HAVING COUNT(e.id) <> u.event_revision
                    OR COALESCE(MAX(e.revision), 0) <> u.event_revision
                """);
    }

    static List<String> eventsWithoutSession(Handle handle) {
        return sentences(
                handle,
                """
                SELECT DISTINCT 'Events of session ' || e.session_id
                    || ' are in force, and the session is not stored.'
                FROM timer_events e
                WHERE e.held_code IS NULL
                    AND NOT EXISTS (SELECT 1 FROM tutor_times t WHERE t.id = e.session_id)
                """);
    }

    static List<String> wrongSums(Handle handle) {
        return sentences(
                handle,
                """
                SELECT 'Session ' || id || ' counts ' || counted_ms || ' ms of '
                    || recorded_ms || ' ms recorded, and lasts ' || duration_seconds || ' s.'
                FROM tutor_times
                WHERE counted_ms < 0 OR recorded_ms < counted_ms
                    OR duration_seconds <> counted_ms / 1000
                """);
    }

    private static List<String> sentences(Handle handle, String sql) {
        return Sql.list(handle, sql, row -> row.getString(1));
    }
}
