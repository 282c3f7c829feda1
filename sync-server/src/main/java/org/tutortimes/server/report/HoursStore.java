package org.tutortimes.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.tutortimes.model.replay.Counting.OwnedSegment;
import org.tutortimes.model.timer.Segment;

/// Reads completed time by unit role, whole and by cell.
///
/// Cross joins keep the order of the tables as it is written: without statistics SQLite would begin
/// with all completed sessions of the server.
final class HoursStore {

    /// Time of one unit role.
    record RoleTotal(long unitRoleId, long seconds, long sessions, long submissions) {}

    /// Time of one unit role in one cell.
    record RoleCell(long unitRoleId, int cell, long seconds) {}

    /// A session whose time falls into more than one cell, or only in part into the period.
    record CrossingSession(UUID id, long unitRoleId, long start, long end) {}

    /// A segment and how much of it counts.
    record StoredSegment(Segment segment, long countedMillis) {

        boolean countsWhole() {
            return countedMillis == segment.millis();
        }
    }

    /// Totals over the sessions that were begun in `[from, to)`.
    List<RoleTotal> totals(Handle handle, Scope scope, long from, long to) {
        Query query =
                handle.createQuery(
                        """
                        SELECT r.id AS unit_role_id,
                               SUM(t.duration_seconds) AS seconds,
                               COUNT(*) AS sessions,
                               COUNT(DISTINCT t.task_id) + SUM(COALESCE(t.submissions, 0))
                                   AS submissions
                          FROM unit_roles r
                         CROSS JOIN tutor_times t
                         WHERE r.unit_id = :unit AND t.unit_role_id = r.id
                           AND (CAST(:user AS BIGINT) IS NULL OR r.user_id = :user)
                           AND t.start_time >= :from AND t.start_time < :to
                           AND t.status = 'completed' AND t.deleted_at IS NULL
                         GROUP BY r.id
                        """);
        return bind(query, scope, from, to)
                .map((row, _) ->
                        new RoleTotal(
                                row.getLong("unit_role_id"),
                                row.getLong("seconds"),
                                row.getLong("sessions"),
                                row.getLong("submissions")))
                .list();
    }

    /// Time of the sessions that lie in one cell from start to end.
    List<RoleCell> insideCells(Handle handle, Scope scope, Cells cells) {
        Query query =
                handle.createQuery(
                                """
                                WITH cell (number, from_ms, to_ms) AS (VALUES <cells>)
                                SELECT r.id AS unit_role_id, cell.number AS cell,
                                       SUM(t.duration_seconds) AS seconds
                                  FROM unit_roles r
                                 CROSS JOIN cell
                                 CROSS JOIN tutor_times t
                                 WHERE r.unit_id = :unit AND t.unit_role_id = r.id
                                   AND t.start_time >= cell.from_ms
                                   AND t.start_time < cell.to_ms
                                   AND (CAST(:user AS BIGINT) IS NULL OR r.user_id = :user)
                                   AND t.end_time <= cell.to_ms
                                   AND t.status = 'completed' AND t.deleted_at IS NULL
                                 GROUP BY r.id, cell.number
                                """)
                        .define("cells", values(cells));
        return bind(query, scope)
                .map((row, _) ->
                        new RoleCell(
                                row.getLong("unit_role_id"),
                                row.getInt("cell"),
                                row.getLong("seconds")))
                .list();
    }

    /// Sessions that leave the cell in which they begin, or begin before the first one.
    List<CrossingSession> crossing(Handle handle, Scope scope, Cells cells) {
        Query query =
                handle.createQuery(
                                """
                                WITH cell (number, from_ms, to_ms) AS (VALUES <cells>)
                                SELECT t.id, t.unit_role_id, t.start_time, t.end_time
                                  FROM unit_roles r
                                 CROSS JOIN cell
                                 CROSS JOIN tutor_times t
                                 WHERE r.unit_id = :unit AND t.unit_role_id = r.id
                                   AND t.start_time >= cell.from_ms
                                   AND t.start_time < cell.to_ms
                                   AND (CAST(:user AS BIGINT) IS NULL OR r.user_id = :user)
                                   AND t.end_time > cell.to_ms
                                   AND t.status = 'completed' AND t.deleted_at IS NULL
                                 UNION
                                SELECT t.id, t.unit_role_id, t.start_time, t.end_time
                                  FROM unit_roles r
                                 CROSS JOIN tutor_time_segments s
                                 CROSS JOIN tutor_times t
                                 WHERE r.unit_id = :unit AND s.unit_role_id = r.id
                                   AND s.end_time > :from AND s.start_time < :to
                                   AND t.id = s.session_id AND t.start_time < :from
                                   AND EXISTS (
                                       SELECT 1 FROM tutor_times b
                                        WHERE b.unit_role_id = r.id AND b.start_time < :from)
                                   AND (CAST(:user AS BIGINT) IS NULL OR r.user_id = :user)
                                   AND t.status = 'completed' AND t.deleted_at IS NULL
                                """)
                        .define("cells", values(cells));
        return bind(query, scope, cells.startMillis(0), cells.startMillis(cells.count()))
                .map((row, _) ->
                        new CrossingSession(
                                UUID.fromString(row.getString("id")),
                                row.getLong("unit_role_id"),
                                row.getLong("start_time"),
                                row.getLong("end_time")))
                .list();
    }

    /// A session's own segments with the milliseconds of each that count.
    List<StoredSegment> segmentsOf(Handle handle, CrossingSession session) {
        return handle.createQuery(
                        """
                        SELECT start_time, end_time, counted_ms
                          FROM tutor_time_segments
                         WHERE session_id = :session
                        """)
                .bind("session", session.id().toString())
                .map((row, _) -> new StoredSegment(segment(row), row.getLong("counted_ms")))
                .list();
    }

    /// All closed segments of a unit role that share time with a session, its own included.
    List<OwnedSegment> segmentsAround(Handle handle, CrossingSession session) {
        return handle.createQuery(
                        """
                        SELECT s.session_id, s.start_time, s.end_time
                          FROM tutor_time_segments s
                          JOIN tutor_times t ON t.id = s.session_id
                         WHERE s.unit_role_id = :role
                           AND s.end_time > :start AND s.start_time < :end
                           AND t.deleted_at IS NULL
                        """)
                .bind("role", session.unitRoleId())
                .bind("start", session.start())
                .bind("end", session.end())
                .map((row, _) ->
                        new OwnedSegment(
                                UUID.fromString(row.getString("session_id")), segment(row)))
                .list();
    }

    private static Segment segment(ResultSet row) throws SQLException {
        return new Segment(
                Instant.ofEpochMilli(row.getLong("start_time")),
                Instant.ofEpochMilli(row.getLong("end_time")));
    }

    private static String values(Cells cells) {
        return IntStream.range(0, cells.count())
                .mapToObj(cell ->
                        "(%d, %d, %d)"
                                .formatted(
                                        cell, cells.startMillis(cell), cells.startMillis(cell + 1)))
                .collect(Collectors.joining(", "));
    }

    private static Query bind(Query query, Scope scope) {
        return query.bind("unit", scope.unitId()).bind("user", scope.userId());
    }

    private static Query bind(Query query, Scope scope, long from, long to) {
        return bind(query, scope).bind("from", from).bind("to", to);
    }
}
