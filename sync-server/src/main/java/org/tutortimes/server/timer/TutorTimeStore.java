package org.tutortimes.server.timer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.replay.SessionAnswer.SegmentAnswer;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.projection.SessionAnswerStore;

/// Reads timer sessions as they are stored. Writing them is the inbox's work.
final class TutorTimeStore {

    private TutorTimeStore() {}

    static Optional<SessionView> byId(Handle handle, UUID id) {
        List<SegmentAnswer> segments = SessionAnswerStore.segments(handle, id);
        return Sql.first(
                handle,
                """
                SELECT t.*, r.active AS role_active
                FROM tutor_times t JOIN unit_roles r ON r.id = t.unit_role_id
                WHERE t.id = ?
                """,
                row -> view(row, segments),
                id);
    }

    /// The session of a unit role that is running.
    static Optional<UUID> activeOf(Handle handle, long unitRoleId) {
        return Sql.first(
                handle,
                """
                SELECT id FROM tutor_times
                WHERE unit_role_id = ? AND status = 'active' AND deleted_at IS NULL
                """,
                row -> UUID.fromString(row.getString(1)),
                unitRoleId);
    }

    /// When the next of the unit role's other open sessions was started after some instant.
    static Optional<Instant> nextStart(Handle handle, long unitRoleId, Instant after, UUID id) {
        return Sql.first(
                handle,
                """
                SELECT open_since FROM tutor_times
                WHERE unit_role_id = ? AND open_since >= ? AND id <> ?
                    AND deleted_at IS NULL AND manual = 0
                ORDER BY open_since LIMIT 1
                """,
                row -> Instant.ofEpochMilli(row.getLong(1)),
                unitRoleId,
                after.toEpochMilli(),
                id);
    }

    private static SessionView view(ResultSet row, List<SegmentAnswer> closed) throws SQLException {
        String openedBy = row.getString("opened_by");
        return new SessionView(
                SessionAnswerStore.answer(row, closed),
                row.getInt("role_active") == 1,
                SessionAnswerStore.instant(row, "open_since"),
                openedBy == null ? null : UUID.fromString(openedBy),
                Instant.ofEpochMilli(row.getLong("latest_event_at")),
                row.getLong("recorded_ms"));
    }
}
