package org.tutortimes.server.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.ReplayedSession;
import org.tutortimes.model.replay.TimerSession;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.server.database.Sql;

/// Rows of `tutor_times` as the projection writes them.
final class SessionStore {

    /// What the projection needs to know of a row before it changes it.
    record Row(
            String id,
            long unitRoleId,
            long unitId,
            boolean deleted,
            long countedMillis,
            long recordedMillis,
            String flags) {}

    /// An open session that may be the active one.
    record Open(String id, long openSince, boolean active) {}

    private SessionStore() {}

    static Optional<Row> row(Handle handle, String id) {
        return Sql.first(
                handle,
                """
                SELECT id, unit_role_id, unit_id, deleted_at IS NOT NULL,
                    counted_ms, recorded_ms, flags
                FROM tutor_times WHERE id = ?
                """,
                SessionStore::row,
                id);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getBoolean(4),
                row.getLong(5),
                row.getLong(6),
                row.getString(7));
    }

    /// The sessions of a unit role that have an open segment and take part in the choice of the
    /// active one.
    static List<Open> open(Handle handle, long unitRoleId) {
        return Sql.list(
                handle,
                """
                SELECT id, open_since, status = 'active' FROM tutor_times
                WHERE unit_role_id = ? AND open_since IS NOT NULL
                    AND deleted_at IS NULL AND manual = 0 AND status <> 'completed'
                """,
                row -> new Open(row.getString(1), row.getLong(2), row.getBoolean(3)),
                unitRoleId);
    }

    static void setStatus(Handle handle, String id, String status, Instant now) {
        Sql.update(
                handle,
                "UPDATE tutor_times SET status = ?, updated_at = ? WHERE id = ?",
                status,
                now.toEpochMilli(),
                id);
    }

    static void setCounted(Handle handle, Row row, long countedMillis, Instant now) {
        Sql.update(
                handle,
                """
                UPDATE tutor_times
                SET counted_ms = ?, duration_seconds = ?, flags = ?, updated_at = ? WHERE id = ?
                """,
                countedMillis,
                countedMillis / 1_000,
                SessionFlags.withOverlap(row.flags(), countedMillis < row.recordedMillis()),
                now.toEpochMilli(),
                row.id());
    }

    static void add(Handle handle, TimerSession session, Owner owner, Instant now) {
        Sql.update(
                handle,
                """
                INSERT INTO tutor_times
                    (user_id, unit_id, unit_role_id, task_id, task_definition_id, manual,
                     start_time, status, end_time, duration_seconds, counted_ms, recorded_ms,
                     submissions, flags, open_since, opened_by, opened_on, latest_event_at,
                     deleted_at, updated_at, id, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                all(
                        beginning(session, owner),
                        state(session, now),
                        session.id(),
                        now.toEpochMilli()));
    }

    /// Most events leave the session's beginning as it is. Then only the rest is written, for each
    /// of the beginning's columns stands in indexes or refers to other tables.
    static void change(Handle handle, TimerSession session, Owner owner, Instant now) {
        int changed =
                Sql.update(
                        handle,
                        """
                        UPDATE tutor_times SET
                            status = ?, end_time = ?, duration_seconds = ?, counted_ms = ?,
                            recorded_ms = ?, submissions = ?, flags = ?, open_since = ?,
                            opened_by = ?, opened_on = ?, latest_event_at = ?, deleted_at = ?,
                            updated_at = ?
                        WHERE id = ? AND user_id = ? AND unit_id = ? AND unit_role_id = ?
                            AND task_id IS NOT DISTINCT FROM ?
                            AND task_definition_id IS NOT DISTINCT FROM ?
                            AND manual = ? AND start_time = ?
                        """,
                        all(
                                state(session, now),
                                new Object[] {session.id()},
                                beginning(session, owner)));
        if (changed == 0) {
            changeAll(handle, session, owner, now);
        }
    }

    private static void changeAll(Handle handle, TimerSession session, Owner owner, Instant now) {
        Sql.update(
                handle,
                """
                UPDATE tutor_times SET
                    user_id = ?, unit_id = ?, unit_role_id = ?, task_id = ?,
                    task_definition_id = ?, manual = ?, start_time = ?, status = ?, end_time = ?,
                    duration_seconds = ?, counted_ms = ?, recorded_ms = ?, submissions = ?,
                    flags = ?, open_since = ?, opened_by = ?, opened_on = ?, latest_event_at = ?,
                    deleted_at = ?, updated_at = ?
                WHERE id = ?
                """,
                all(beginning(session, owner), state(session, now), session.id()));
    }

    /// Whose session it is, and in which unit.
    record Owner(long userId, long unitId) {}

    private static @Nullable Object[] beginning(TimerSession session, Owner owner) {
        ReplayedSession replayed = session.replayed();
        MarkingTarget target = replayed.target();
        return new @Nullable Object[] {
            owner.userId(),
            owner.unitId(),
            replayed.unitRoleId(),
            target instanceof MarkingTarget.OneTask one ? one.taskId() : null,
            target instanceof MarkingTarget.Pile pile ? pile.taskDefinitionId() : null,
            replayed.manual(),
            session.startTime().toEpochMilli()
        };
    }

    private static @Nullable Object[] state(TimerSession session, Instant now) {
        ReplayedSession replayed = session.replayed();
        ReplayedSession.OpenSegment open = replayed.open();
        return new @Nullable Object[] {
            session.status().name().toLowerCase(Locale.ROOT),
            millis(session.endTime()),
            session.durationSeconds(),
            session.countedMillis(),
            session.recordedMillis(),
            replayed.submissions(),
            SessionFlags.text(session.flags()),
            open == null ? null : open.start().toEpochMilli(),
            open == null ? null : open.openedBy(),
            open == null ? null : open.deviceId(),
            replayed.latestEffectiveTime().toEpochMilli(),
            millis(replayed.deletedAt()),
            now.toEpochMilli()
        };
    }

    private static @Nullable Object[] all(
            @Nullable Object[] first, @Nullable Object[] second, @Nullable Object... third) {
        @Nullable Object[] all = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
