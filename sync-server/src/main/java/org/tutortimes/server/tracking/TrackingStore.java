package org.tutortimes.server.tracking;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.tracking.Action;
import org.tutortimes.model.tracking.Observed;
import org.tutortimes.model.tracking.TrackingRules;
import org.tutortimes.server.database.Sql;

/// Rows of `marking_sessions` and `session_activities`, as observations change them.
final class TrackingStore {

    private TrackingStore() {}

    /// Who is observed where: of each there is one newest session.
    ///
    /// @param address what can be compared of it
    record Key(long userId, long unitId, String address) {}

    /// The session that was begun last.
    record Newest(long id, Observed observed, boolean deleted) {}

    /// An activity that is stored already.
    record Known(long userId, long markingSessionId) {}

    static Optional<Newest> newest(Handle handle, Key key) {
        return Sql.first(
                handle,
                """
                SELECT id, start_time, end_time, deleted_at FROM marking_sessions
                WHERE user_id = ? AND unit_id = ? AND ip_address = ? AND newest = 1
                """,
                row ->
                        new Newest(
                                row.getLong(1),
                                new Observed(
                                        Instant.ofEpochMilli(row.getLong(2)),
                                        Instant.ofEpochMilli(row.getLong(3))),
                                Sql.nullableLong(row, "deleted_at") != null),
                key.userId(),
                key.unitId(),
                key.address());
    }

    /// Begins a session in the place of the one that was the newest.
    ///
    /// @param sealed the address for administrators
    static long begin(
            Handle handle,
            Key key,
            String sealed,
            Instant at,
            boolean duringTutorial,
            Instant now) {
        return Sql.first(
                        handle,
                        """
                        INSERT INTO marking_sessions (user_id, unit_id, ip_address,
                            ip_address_sealed, start_time, end_time, during_tutorial, newest,
                            created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?) RETURNING id
                        """,
                        row -> row.getLong(1),
                        key.userId(),
                        key.unitId(),
                        key.address(),
                        sealed,
                        at.toEpochMilli(),
                        at.toEpochMilli(),
                        duringTutorial,
                        now.toEpochMilli(),
                        now.toEpochMilli())
                .orElseThrow();
    }

    /// Nothing is added to this session any more.
    static void close(Handle handle, Newest newest) {
        Sql.update(handle, "UPDATE marking_sessions SET newest = 0 WHERE id = ?", newest.id());
    }

    static void moveEnd(Handle handle, Newest newest, Instant end, Instant now) {
        if (end.equals(newest.observed().end())) {
            return;
        }
        Sql.update(
                handle,
                """
                UPDATE marking_sessions SET end_time = ?, duration_minutes = ?, updated_at = ?
                WHERE id = ?
                """,
                end.toEpochMilli(),
                TrackingRules.durationMinutes(newest.observed().start(), end),
                now.toEpochMilli(),
                newest.id());
    }

    static Optional<Known> known(Handle handle, String activityId) {
        return Sql.first(
                handle,
                """
                SELECT s.user_id, s.id FROM session_activities a
                    JOIN marking_sessions s ON s.id = a.marking_session_id
                WHERE a.id = ?
                """,
                row -> new Known(row.getLong(1), row.getLong(2)),
                activityId);
    }

    /// An activity on its way into storage.
    record Row(
            String id,
            long sessionId,
            Place place,
            Action action,
            boolean changedStatus,
            Instant at) {}

    static void add(Handle handle, Row row, Instant now) {
        Sql.update(
                handle,
                """
                INSERT INTO session_activities (id, marking_session_id, action, project_id, task_id,
                    task_definition_id, changed_status, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                row.id(),
                row.sessionId(),
                row.action().wireName(),
                row.place().projectId(),
                row.place().taskId(),
                row.place().taskDefinitionId(),
                row.changedStatus(),
                row.at().toEpochMilli(),
                now.toEpochMilli());
        Sql.update(
                handle,
                """
                UPDATE marking_sessions SET actions = actions + 1,
                    assessments = assessments + ?,
                    comments_added = comments_added + ?,
                    submissions_opened = submissions_opened + ?,
                    last_action_at = CASE WHEN last_action_at > ? THEN last_action_at
                        ELSE CAST(? AS BIGINT) END,
                    updated_at = ?
                WHERE id = ?
                """,
                row.action() == Action.ASSESSING && row.changedStatus(),
                row.action() == Action.ADD_COMMENT,
                row.action() == Action.GET_SUBMISSION_DETAILS,
                row.at().toEpochMilli(),
                row.at().toEpochMilli(),
                now.toEpochMilli(),
                row.sessionId());
    }
}
