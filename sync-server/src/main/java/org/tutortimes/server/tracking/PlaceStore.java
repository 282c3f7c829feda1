package org.tutortimes.server.tracking;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.tracking.Tutorials;
import org.tutortimes.model.tracking.WeeklyTutorial;
import org.tutortimes.server.database.Sql;

/// Reads what units consist of and who works in them.
final class PlaceStore {

    private PlaceStore() {}

    /// Whether somebody's work in a unit is marking: tutors' and convenors' of it, and
    /// administrators'.
    static boolean marksIn(Handle handle, long userId, long unitId) {
        return Sql.first(
                        handle,
                        """
                        SELECT 1 FROM users u WHERE u.id = ? AND u.active = 1
                            AND (u.system_role = 'admin' OR EXISTS (SELECT 1 FROM unit_roles r
                                WHERE r.user_id = u.id AND r.unit_id = ? AND r.active = 1))
                        """,
                        row -> row.getInt(1),
                        userId,
                        unitId)
                .isPresent();
    }

    static Optional<Place> unit(Handle handle, long unitId) {
        return Sql.first(
                handle,
                "SELECT id FROM units WHERE id = ?",
                row -> new Place(row.getLong(1), null, null, null, null),
                unitId);
    }

    static Optional<Place> project(Handle handle, long projectId) {
        return Sql.first(
                handle,
                "SELECT unit_id, id, user_id FROM projects WHERE id = ?",
                row -> new Place(row.getLong(1), row.getLong(2), null, null, row.getLong(3)),
                projectId);
    }

    static Optional<Place> task(Handle handle, long taskId) {
        return Sql.first(
                handle,
                """
                SELECT p.unit_id, p.id, t.id, t.task_definition_id, p.user_id
                FROM tasks t JOIN projects p ON p.id = t.project_id WHERE t.id = ?
                """,
                row ->
                        new Place(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5)),
                taskId);
    }

    /// The tutorials of one's own that count: those of the timetable, the weekly meetings of
    /// classes, and the class sessions that somebody held.
    ///
    /// @param since class sessions that ended before are left out
    static Tutorials tutorials(Handle handle, long userId, long unitId, Instant since) {
        return new Tutorials(
                weekly(handle, userId, unitId), held(handle, userId, unitId, since.toEpochMilli()));
    }

    private static List<WeeklyTutorial> weekly(Handle handle, long userId, long unitId) {
        return Sql.list(
                handle,
                """
                SELECT t.weekday, t.meeting_time, t.duration_minutes,
                    COALESCE(t.zone, n.zone) AS zone
                FROM unit_roles r
                    JOIN tutorials t ON t.unit_role_id = r.id
                    JOIN units n ON n.id = t.unit_id
                WHERE r.user_id = ? AND r.active = 1
                    AND t.unit_id = ? AND t.active = 1 AND t.counts = 1
                UNION ALL
                SELECT c.weekday, c.meeting_time, c.duration_minutes, COALESCE(c.zone, n.zone)
                FROM classes c JOIN units n ON n.id = c.unit_id
                WHERE c.teacher_id = ? AND c.unit_id = ? AND c.status = 'ACTIVE'
                    AND c.feedback = 1 AND c.weekday IS NOT NULL
                """,
                row ->
                        new WeeklyTutorial(
                                DayOfWeek.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                                LocalTime.parse(row.getString(2)),
                                Duration.ofMinutes(row.getLong(3)),
                                ZoneId.of(row.getString(4))),
                userId,
                unitId,
                userId,
                unitId);
    }

    private static List<Segment> held(Handle handle, long userId, long unitId, long since) {
        return Sql.list(
                handle,
                """
                SELECT s.started_at, COALESCE(s.completed_at, s.cancelled_at) AS ended_at
                FROM classes c JOIN class_sessions s ON s.class_id = c.id
                WHERE c.teacher_id = ? AND c.unit_id = ? AND s.started_at IS NOT NULL
                    AND (s.status = 'IN_PROGRESS'
                        OR COALESCE(s.completed_at, s.cancelled_at) >= ?)
                """,
                row -> {
                    Long endedAt = Sql.nullableLong(row, "ended_at");
                    return new Segment(
                            Instant.ofEpochMilli(row.getLong(1)),
                            endedAt == null ? Tutorials.STILL_HELD : Instant.ofEpochMilli(endedAt));
                },
                userId,
                unitId,
                since);
    }
}
