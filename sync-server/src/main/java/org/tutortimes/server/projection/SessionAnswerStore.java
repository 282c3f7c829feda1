package org.tutortimes.server.projection;

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

/// Stored timer sessions as the API shows them.
public final class SessionAnswerStore {

    private SessionAnswerStore() {}

    public static Optional<SessionAnswer> byId(Handle handle, UUID id) {
        List<SegmentAnswer> segments = segments(handle, id);
        return Sql.first(
                handle, "SELECT * FROM tutor_times WHERE id = ?", row -> answer(row, segments), id);
    }

    /// A session's closed segments in their order.
    public static List<SegmentAnswer> segments(Handle handle, UUID id) {
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

    /// A row of `tutor_times` with its closed segments.
    public static SessionAnswer answer(ResultSet row, List<SegmentAnswer> closed)
            throws SQLException {
        SessionStatus status =
                SessionStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
        Instant runningSince = status == SessionStatus.ACTIVE ? instant(row, "open_since") : null;
        List<SegmentAnswer> segments = new ArrayList<>(closed);
        if (runningSince != null) {
            segments.add(new SegmentAnswer(runningSince, null, 0));
        }
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

    /// A column of milliseconds that may be null.
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = Sql.nullableLong(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
