package org.tutortimes.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.server.database.InParts;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.report.CompletedSession.Work;
import org.tutortimes.server.request.Period;

/// Reads completed sessions and their time.
///
/// Cross joins keep the order of the tables as it is written: without statistics SQLite would begin
/// with all completed sessions of the server.
final class CompletedStore {

    /// A closed segment and how much of it counts.
    record StoredSegment(String sessionId, Segment segment, long countedMillis) {

        boolean countsWhole() {
            return countedMillis == segment.millis();
        }
    }

    /// A closed segment that shares time with a session: its own, or a neighbour's.
    record SegmentBeside(String sessionId, String ownerId, Segment segment) {}

    private static final String SESSIONS =
            """
            SELECT t.id, t.unit_role_id, t.start_time, t.end_time, t.duration_seconds, t.task_id,
                   t.submissions
              FROM unit_roles r
             CROSS JOIN tutor_times t
            """;

    private static final String SESSIONS_WITH_WORK =
            """
            SELECT t.id, t.unit_role_id, t.start_time, t.end_time, t.duration_seconds, t.task_id,
                   t.submissions,
                   COALESCE(t.task_definition_id, k.task_definition_id) AS task_definition_id,
                   p.user_id AS student_id
              FROM unit_roles r
             CROSS JOIN tutor_times t
              LEFT JOIN tasks k ON k.id = t.task_id
              LEFT JOIN projects p ON p.id = k.project_id
            """;

    /// Those that begin in the period, and those that begin before it and reach into it.
    private static final String IN_PERIOD =
            """
             WHERE r.unit_id = ? AND t.unit_role_id = r.id
               AND (CAST(? AS BIGINT) IS NULL OR r.user_id = ?)
               AND t.start_time < ? AND (t.start_time >= ? OR t.end_time > ?)
               AND t.status = 'completed' AND t.deleted_at IS NULL
            """;

    private static final String SEGMENTS =
            InParts.sql(
                    """
                    SELECT session_id, start_time, end_time, counted_ms
                      FROM tutor_time_segments
                     WHERE session_id IN
                    """);

    private static final String BESIDE =
            InParts.sql(
                    """
                    SELECT t.id, s.session_id, s.start_time, s.end_time
                      FROM tutor_times t
                     CROSS JOIN tutor_time_segments s
                     CROSS JOIN tutor_times o
                     WHERE s.unit_role_id = t.unit_role_id
                       AND s.end_time > t.start_time AND s.start_time < t.end_time
                       AND o.id = s.session_id AND o.deleted_at IS NULL
                       AND t.id IN
                    """);

    private CompletedStore() {}

    static List<CompletedSession> sessions(Handle handle, Scope scope, Period period) {
        return Sql.list(
                handle,
                SESSIONS + IN_PERIOD,
                row -> session(row, null),
                scope.unitId(),
                scope.userId(),
                scope.userId(),
                period.toMillis(),
                period.fromMillis(),
                period.fromMillis());
    }

    /// The same, with what was marked.
    static List<CompletedSession> sessionsWithWork(Handle handle, Scope scope, Period period) {
        return Sql.list(
                handle,
                SESSIONS_WITH_WORK + IN_PERIOD,
                row ->
                        session(
                                row,
                                new Work(
                                        row.getLong("task_definition_id"),
                                        Sql.nullableLong(row, "student_id"))),
                scope.unitId(),
                scope.userId(),
                scope.userId(),
                period.toMillis(),
                period.fromMillis(),
                period.fromMillis());
    }

    /// All completed seconds of one person's scope.
    static long seconds(Handle handle, Scope scope) {
        return Sql.first(
                        handle,
                        """
                        SELECT COALESCE(SUM(t.duration_seconds), 0)
                          FROM unit_roles r
                         CROSS JOIN tutor_times t
                         WHERE r.unit_id = ? AND r.user_id = ? AND t.unit_role_id = r.id
                           AND t.status = 'completed' AND t.deleted_at IS NULL
                        """,
                        row -> row.getLong(1),
                        scope.unitId(),
                        scope.userId())
                .orElseThrow();
    }

    static List<StoredSegment> segments(Handle handle, List<String> sessionIds) {
        return InParts.list(
                handle,
                SEGMENTS,
                row ->
                        new StoredSegment(
                                row.getString("session_id"),
                                segment(row),
                                row.getLong("counted_ms")),
                sessionIds);
    }

    /// All closed segments of the same unit role that share time with these sessions.
    static List<SegmentBeside> segmentsBeside(Handle handle, List<String> sessionIds) {
        return InParts.list(
                handle,
                BESIDE,
                row ->
                        new SegmentBeside(
                                row.getString("id"), row.getString("session_id"), segment(row)),
                sessionIds);
    }

    private static CompletedSession session(ResultSet row, @Nullable Work work)
            throws SQLException {
        return new CompletedSession(
                row.getString("id"),
                row.getLong("unit_role_id"),
                row.getLong("start_time"),
                row.getLong("end_time"),
                row.getLong("duration_seconds"),
                Sql.nullableLong(row, "task_id"),
                Sql.nullableLong(row, "submissions"),
                work);
    }

    private static Segment segment(ResultSet row) throws SQLException {
        return new Segment(
                Instant.ofEpochMilli(row.getLong("start_time")),
                Instant.ofEpochMilli(row.getLong("end_time")));
    }
}
