package org.tutortimes.server.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Sql;

/// Reads what the check compares.
final class CheckStore {

    /// A unit role.
    ///
    /// @param whose its tutor and unit, for people
    record Role(long id, String whose) {}

    private static final String EVENTS =
            """
            SELECT e.id, e.session_id, e.user_id, e.device_id, e.seq, e.kind, e.at, e.body,
                e.held_code
            FROM timer_events e
            """;

    private CheckStore() {}

    static List<Role> roles(Handle handle) {
        return Sql.list(
                handle,
                """
                SELECT r.id, COALESCE(u.username, 'user ' || r.user_id) || ' in '
                    || COALESCE(n.code, 'unit ' || r.unit_id)
                FROM unit_roles r
                    LEFT JOIN users u ON u.id = r.user_id
                    LEFT JOIN units n ON n.id = r.unit_id
                ORDER BY r.id
                """,
                row -> new Role(row.getLong(1), row.getString(2)));
    }

    static Optional<String> serverDevice(Handle handle) {
        return Sql.first(handle, "SELECT device_id FROM server_identity", row -> row.getString(1));
    }

    /// The highest number that a device's stored events have; 0 where there are none.
    static long lastSeqOf(Handle handle, String deviceId) {
        return Sql.first(
                        handle,
                        "SELECT COALESCE(MAX(seq), 0) FROM timer_events WHERE device_id = ?",
                        row -> row.getLong(1),
                        deviceId)
                .orElseThrow();
    }

    /// The events of all sessions of a unit role, held ones too.
    static List<StoredEvent> events(Handle handle, long unitRoleId) {
        return Sql.list(
                handle,
                EVENTS + "JOIN tutor_times t ON t.id = e.session_id WHERE t.unit_role_id = ?",
                CheckStore::event,
                unitRoleId);
    }

    /// The events that [#events] gives for no unit role.
    static List<StoredEvent> eventsOfNoSession(Handle handle) {
        return Sql.list(
                handle,
                EVENTS
                        + """
                        WHERE NOT EXISTS (
                            SELECT 1 FROM tutor_times t JOIN unit_roles r ON r.id = t.unit_role_id
                            WHERE t.id = e.session_id)
                        """,
                CheckStore::event);
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getString("id"),
                row.getString("session_id"),
                row.getLong("user_id"),
                row.getString("device_id"),
                row.getLong("seq"),
                row.getString("kind"),
                Sql.nullableLong(row, "at"),
                row.getString("body"),
                row.getString("held_code"));
    }

    static List<SessionRow> sessions(Handle handle, long unitRoleId) {
        return Sql.list(
                handle,
                """
                SELECT id, user_id, task_id, task_definition_id, status, manual,
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

    /// In their order.
    static List<SegmentRow> segments(Handle handle, long unitRoleId) {
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
                unitRoleId);
    }
}
