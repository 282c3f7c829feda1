package org.tutortimes.server.attention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.attention.Attention.Forgotten;
import org.tutortimes.server.attention.Attention.Held;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.report.Scope;

/// Reads what is odd about a unit's sessions.
final class AttentionStore {

    /// Sessions that bear exactly these flags.
    record FlagRow(String flags, long sessions, long overlappedSeconds) {}

    /// Cross joins keep the order of the tables as it is written.
    private static final String SESSIONS =
            """
            SELECT t.id, u.name AS tutor, d.abbreviation, d.name AS definition, t.status,
                   t.open_since, t.latest_event_at, t.duration_seconds
              FROM unit_roles r
             CROSS JOIN tutor_times t
              JOIN users u ON u.id = t.user_id
              LEFT JOIN tasks k ON k.id = t.task_id
              JOIN task_definitions d
                ON d.id = COALESCE(t.task_definition_id, k.task_definition_id)
             WHERE r.unit_id = ? AND t.unit_role_id = r.id
               AND (CAST(? AS BIGINT) IS NULL OR r.user_id = ?)
               AND t.deleted_at IS NULL
            """;

    private AttentionStore() {}

    static List<FlagRow> flags(Handle handle, Scope scope, Instant since) {
        return Sql.list(
                handle,
                """
                SELECT flags, COUNT(*) AS sessions,
                       SUM(recorded_ms - counted_ms) AS overlapped_ms
                  FROM tutor_times
                 WHERE unit_id = ? AND flags <> '' AND start_time >= ?
                   AND (CAST(? AS BIGINT) IS NULL OR user_id = ?)
                   AND deleted_at IS NULL
                 GROUP BY flags
                """,
                row ->
                        new FlagRow(
                                row.getString("flags"),
                                row.getLong("sessions"),
                                row.getLong("overlapped_ms") / 1_000),
                scope.unitId(),
                since.toEpochMilli(),
                scope.userId(),
                scope.userId());
    }

    /// Sessions whose open segment began before a moment.
    static List<Forgotten> running(Handle handle, Scope scope, Instant before) {
        return Sql.list(
                handle,
                SESSIONS + " AND t.status = 'active' AND t.open_since < ?",
                AttentionStore::forgotten,
                scope.unitId(),
                scope.userId(),
                scope.userId(),
                before.toEpochMilli());
    }

    /// Paused sessions of which nothing was heard since a moment.
    static List<Forgotten> paused(Handle handle, Scope scope, Instant before) {
        return Sql.list(
                handle,
                SESSIONS + " AND t.status = 'paused' AND t.latest_event_at < ?",
                AttentionStore::forgotten,
                scope.unitId(),
                scope.userId(),
                scope.userId(),
                before.toEpochMilli());
    }

    /// Events that wait, of those who have or had a role in the unit: of its sessions, and of
    /// sessions that are not known yet.
    static List<Held> held(Handle handle, Scope scope) {
        return Sql.list(
                handle,
                """
                SELECT u.id, u.name AS tutor, e.held_code, COUNT(*) AS events
                  FROM timer_events e
                  JOIN users u ON u.id = e.user_id
                  LEFT JOIN tutor_times t ON t.id = e.session_id
                 WHERE e.held_code IS NOT NULL
                   AND (CAST(? AS BIGINT) IS NULL OR e.user_id = ?)
                   AND (t.unit_id = ?
                        OR t.id IS NULL AND EXISTS (SELECT 1 FROM unit_roles r
                                                     WHERE r.unit_id = ? AND r.user_id = e.user_id))
                 GROUP BY u.id, u.name, e.held_code
                 ORDER BY u.name, u.id, e.held_code
                """,
                row ->
                        new Held(
                                row.getLong("id"),
                                row.getString("tutor"),
                                row.getString("held_code"),
                                row.getLong("events")),
                scope.userId(),
                scope.userId(),
                scope.unitId(),
                scope.unitId());
    }

    private static Forgotten forgotten(ResultSet row) throws SQLException {
        boolean running = row.getString("status").equals("active");
        return new Forgotten(
                row.getString("id"),
                row.getString("tutor"),
                row.getString("abbreviation"),
                row.getString("definition"),
                running,
                Instant.ofEpochMilli(row.getLong(running ? "open_since" : "latest_event_at")),
                row.getLong("duration_seconds"));
    }
}
