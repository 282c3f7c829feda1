package org.tutortimes.server.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.replay.Counting.OwnedSegment;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.server.database.Sql;

/// Rows of `tutor_time_segments`.
final class SegmentStore {

    /// A stored segment.
    record Row(String sessionId, long ordinal, long start, long end, long countedMillis) {

        Segment segment() {
            return new Segment(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end));
        }

        OwnedSegment owned() {
            return new OwnedSegment(UUID.fromString(sessionId), segment());
        }
    }

    private SegmentStore() {}

    static List<Row> ofSession(Handle handle, String sessionId) {
        return Sql.list(
                handle,
                """
                SELECT session_id, ordinal, start_time, end_time, counted_ms
                FROM tutor_time_segments WHERE session_id = ? ORDER BY ordinal
                """,
                SegmentStore::row,
                sessionId);
    }

    /// Segments of a unit role that share time with a window, but those of one session and of
    /// deleted ones; each session's in its order.
    static List<Row> overlapping(
            Handle handle, long unitRoleId, Segment window, String exceptSession) {
        return Sql.list(
                handle,
                """
                SELECT s.session_id, s.ordinal, s.start_time, s.end_time, s.counted_ms
                FROM tutor_time_segments s JOIN tutor_times t ON t.id = s.session_id
                WHERE s.unit_role_id = ? AND s.end_time > ? AND s.start_time < ?
                    AND s.session_id <> ? AND t.deleted_at IS NULL
                ORDER BY s.session_id, s.ordinal
                """,
                SegmentStore::row,
                unitRoleId,
                window.start().toEpochMilli(),
                window.end().toEpochMilli(),
                exceptSession);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
    }

    static void add(Handle handle, Row row, long unitRoleId) {
        Sql.update(
                handle,
                """
                INSERT INTO tutor_time_segments
                    (session_id, ordinal, unit_role_id, start_time, end_time, counted_ms)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                row.sessionId(),
                row.ordinal(),
                unitRoleId,
                row.start(),
                row.end(),
                row.countedMillis());
    }

    static void change(Handle handle, Row row, long unitRoleId) {
        Sql.update(
                handle,
                """
                UPDATE tutor_time_segments
                SET unit_role_id = ?, start_time = ?, end_time = ?, counted_ms = ?
                WHERE session_id = ? AND ordinal = ?
                """,
                unitRoleId,
                row.start(),
                row.end(),
                row.countedMillis(),
                row.sessionId(),
                row.ordinal());
    }

    static void setCounted(Handle handle, Row row, long countedMillis) {
        Sql.update(
                handle,
                """
                UPDATE tutor_time_segments SET counted_ms = ?
                WHERE session_id = ? AND ordinal = ?
                """,
                countedMillis,
                row.sessionId(),
                row.ordinal());
    }

    /// Removes a session's segments from an ordinal on.
    static void removeFrom(Handle handle, String sessionId, long ordinal) {
        Sql.update(
                handle,
                "DELETE FROM tutor_time_segments WHERE session_id = ? AND ordinal >= ?",
                sessionId,
                ordinal);
    }
}
