package org.tutortimes.server.timer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.replay.SessionAnswer.SegmentAnswer;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.sync.SessionFlags;

/// Reads timer sessions as they are stored. Writing them is the inbox's work.
final class TutorTimeStore {

    private TutorTimeStore() {}

    static Optional<SessionView> byId(Handle handle, UUID id) {
        List<SegmentAnswer> segments = segments(handle, id);
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

    private static List<SegmentAnswer> segments(Handle handle, UUID id) {
        return Sql.list(
                handle,
                """
                SELECT start_time, end_time, counted_ms FROM tutor_time_segments
                WHERE session_id = ? ORDER BY ordinal
                """,
                row ->
                        new SegmentAnswer(
                                Instant.ofEpochMilli(row.getLong(1)),
                                Instant.ofEpochMilli(row.getLong(2)),
                                row.getLong(3)),
                id);
    }

    private static SessionView view(ResultSet row, List<SegmentAnswer> closed) throws SQLException {
        SessionStatus status =
                SessionStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
        Instant openSince = instant(row, "open_since");
        Instant runningSince = status == SessionStatus.ACTIVE ? openSince : null;
        List<SegmentAnswer> segments = new ArrayList<>(closed);
        if (runningSince != null) {
            segments.add(new SegmentAnswer(runningSince, null, 0));
        }
        String openedBy = row.getString("opened_by");
        return new SessionView(
                answer(row, status, runningSince, segments),
                row.getInt("role_active") == 1,
                openSince,
                openedBy == null ? null : UUID.fromString(openedBy),
                Instant.ofEpochMilli(row.getLong("latest_event_at")),
                row.getLong("recorded_ms"));
    }

    private static SessionAnswer answer(
            ResultSet row,
            SessionStatus status,
            @Nullable Instant runningSince,
            List<SegmentAnswer> segments)
            throws SQLException {
        long duration = row.getLong("duration_seconds");
        long recorded = row.getLong("recorded_ms") / 1_000;
        Long submissions = Sql.nullableLong(row, "submissions");
        return new SessionAnswer(
                UUID.fromString(row.getString("id")),
                row.getLong("user_id"),
                row.getLong("unit_id"),
                row.getLong("unit_role_id"),
                Sql.nullableLong(row, "task_id"),
                Sql.nullableLong(row, "task_definition_id"),
                submissions == null ? null : submissions.intValue(),
                status,
                Instant.ofEpochMilli(row.getLong("start_time")),
                instant(row, "end_time"),
                runningSince,
                duration,
                recorded,
                recorded - duration,
                segments,
                SessionFlags.of(row.getString("flags")),
                row.getInt("manual") == 1,
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("updated_at")),
                instant(row, "deleted_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = Sql.nullableLong(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
