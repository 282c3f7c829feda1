package org.tutortimes.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.server.contact.ContactStore;
import org.tutortimes.server.contact.Silence;
import org.tutortimes.server.projection.SessionFlags;
import org.tutortimes.server.report.UnitFigures.LatelyPaused;
import org.tutortimes.server.report.UnitFigures.MarkedWork;
import org.tutortimes.server.report.UnitFigures.PausedSessions;
import org.tutortimes.server.report.UnitFigures.RunningSession;
import org.tutortimes.server.report.UnitFigures.SessionLine;
import org.tutortimes.server.report.UnitFigures.Unit;

/// Reads a unit, its people and its sessions one by one.
final class UnitStore {

    /// A person with a role in the unit, or with one that ended.
    record Member(
            long unitRoleId,
            String name,
            UnitRoleKind role,
            boolean active,
            @Nullable Instant lastActive) {}

    Optional<Unit> unit(Handle handle, long unitId) {
        return handle.createQuery(
                        """
                        SELECT id, code, name, zone, start_date, end_date, budget_hours,
                               total_tutor_time
                          FROM units
                         WHERE id = :unit
                        """)
                .bind("unit", unitId)
                .map((row, _) -> unit(row))
                .findOne();
    }

    List<Member> members(Handle handle, Scope scope) {
        return handle.createQuery(
                        """
                        SELECT r.id, u.name, r.role, r.active,
                               (SELECT COALESCE(t.end_time, t.latest_event_at)
                                  FROM tutor_times t
                                 WHERE t.unit_role_id = r.id AND t.deleted_at IS NULL
                                 ORDER BY t.start_time DESC
                                 LIMIT 1) AS last_active
                          FROM unit_roles r
                          JOIN users u ON u.id = r.user_id
                         WHERE r.unit_id = :unit
                           AND (CAST(:user AS BIGINT) IS NULL OR r.user_id = :user)
                         ORDER BY u.name, r.id
                        """)
                .bind("unit", scope.unitId())
                .bind("user", scope.userId())
                .map((row, _) ->
                        new Member(
                                row.getLong("id"),
                                row.getString("name"),
                                UnitRoleKind.valueOf(upper(row.getString("role"))),
                                row.getInt("active") == 1,
                                instant(row, "last_active")))
                .list();
    }

    /// When the first session of the scope began.
    Optional<Instant> firstStart(Handle handle, Scope scope) {
        return handle.createQuery(
                        """
                        SELECT MIN((SELECT t.start_time
                                      FROM tutor_times t
                                     WHERE t.unit_role_id = r.id AND t.deleted_at IS NULL
                                     ORDER BY t.start_time
                                     LIMIT 1)) AS first_start
                          FROM unit_roles r
                         WHERE r.unit_id = :unit
                           AND (CAST(:user AS BIGINT) IS NULL OR r.user_id = :user)
                        """)
                .bind("unit", scope.unitId())
                .bind("user", scope.userId())
                .map((row, _) -> Optional.ofNullable(instant(row, "first_start")))
                .one();
    }

    List<RunningSession> running(Handle handle, Scope scope, Instant now) {
        return handle.createQuery(
                        """
                        SELECT t.id, t.unit_role_id, u.name AS tutor, d.abbreviation,
                               d.name AS definition, s.name AS student, t.open_since,
                               t.counted_ms, %s AS last_word
                          FROM unit_roles r
                         CROSS JOIN tutor_times t
                          JOIN users u ON u.id = t.user_id
                          LEFT JOIN tasks k ON k.id = t.task_id
                          LEFT JOIN projects p ON p.id = k.project_id
                          LEFT JOIN users s ON s.id = p.user_id
                          JOIN task_definitions d
                            ON d.id = COALESCE(t.task_definition_id, k.task_definition_id)
                          LEFT JOIN device_contacts c ON c.device_id = t.opened_on
                         WHERE r.unit_id = :unit AND t.unit_role_id = r.id
                           AND t.status = 'active' AND t.deleted_at IS NULL
                           AND (CAST(:user AS BIGINT) IS NULL OR r.user_id = :user)
                           AND t.open_since IS NOT NULL
                         ORDER BY t.open_since, t.id
                        """
                                .formatted(ContactStore.LAST_WORD))
                .bind("unit", scope.unitId())
                .bind("user", scope.userId())
                .map((row, _) ->
                        new RunningSession(
                                row.getString("id"),
                                row.getLong("unit_role_id"),
                                row.getString("tutor"),
                                work(row),
                                Instant.ofEpochMilli(row.getLong("open_since")),
                                row.getLong("counted_ms"),
                                Silence.since(instant(row, "last_word"), now)))
                .list();
    }

    /// Sessions that were paused at a moment or later, the last first. Nobody has more than a few.
    List<LatelyPaused> latelyPaused(Handle handle, Scope scope, Instant from, int most) {
        return handle.createQuery(
                        """
                        SELECT t.id, u.name AS tutor, d.abbreviation, d.name AS definition,
                               s.name AS student, t.latest_event_at, t.duration_seconds
                          FROM unit_roles r
                         CROSS JOIN tutor_times t
                          JOIN users u ON u.id = t.user_id
                          LEFT JOIN tasks k ON k.id = t.task_id
                          LEFT JOIN projects p ON p.id = k.project_id
                          LEFT JOIN users s ON s.id = p.user_id
                          JOIN task_definitions d
                            ON d.id = COALESCE(t.task_definition_id, k.task_definition_id)
                         WHERE r.unit_id = :unit AND t.unit_role_id = r.id
                           AND t.status = 'paused' AND t.deleted_at IS NULL
                           AND (CAST(:user AS BIGINT) IS NULL OR r.user_id = :user)
                           AND t.latest_event_at >= :from
                         ORDER BY t.latest_event_at DESC, t.id
                         LIMIT :most
                        """)
                .bind("unit", scope.unitId())
                .bind("user", scope.userId())
                .bind("from", from.toEpochMilli())
                .bind("most", most)
                .map((row, _) ->
                        new LatelyPaused(
                                row.getString("id"),
                                row.getString("tutor"),
                                work(row),
                                Instant.ofEpochMilli(row.getLong("latest_event_at")),
                                row.getLong("duration_seconds")))
                .list();
    }

    PausedSessions paused(Handle handle, Scope scope) {
        return handle.createQuery(
                        """
                        SELECT COUNT(*) AS sessions, COALESCE(SUM(t.duration_seconds), 0) AS seconds
                          FROM unit_roles r
                         CROSS JOIN tutor_times t
                         WHERE r.unit_id = :unit AND t.unit_role_id = r.id
                           AND (CAST(:user AS BIGINT) IS NULL OR r.user_id = :user)
                           AND t.status = 'paused' AND t.deleted_at IS NULL
                        """)
                .bind("unit", scope.unitId())
                .bind("user", scope.userId())
                .map((row, _) ->
                        new PausedSessions(row.getLong("sessions"), row.getLong("seconds")))
                .one();
    }

    /// The sessions that began last, those that run left out.
    List<SessionLine> latest(Handle handle, Scope scope, int most) {
        return handle.createQuery(
                        """
                        SELECT t.id, u.name AS tutor, d.abbreviation, d.name AS definition,
                               s.name AS student, t.status, t.manual, t.start_time, t.end_time,
                               t.duration_seconds, t.recorded_ms, t.submissions, t.flags
                          FROM tutor_times t
                          JOIN users u ON u.id = t.user_id
                          LEFT JOIN tasks k ON k.id = t.task_id
                          LEFT JOIN projects p ON p.id = k.project_id
                          LEFT JOIN users s ON s.id = p.user_id
                          JOIN task_definitions d
                            ON d.id = COALESCE(t.task_definition_id, k.task_definition_id)
                         WHERE t.unit_id = :unit
                           AND (CAST(:user AS BIGINT) IS NULL OR t.user_id = :user)
                           AND t.status <> 'active' AND t.deleted_at IS NULL
                         ORDER BY t.start_time DESC, t.id DESC
                         LIMIT :most
                        """)
                .bind("unit", scope.unitId())
                .bind("user", scope.userId())
                .bind("most", most)
                .map((row, _) -> line(row))
                .list();
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                day(row, "start_date"),
                day(row, "end_date"),
                nullableLong(row, "budget_hours"),
                row.getLong("total_tutor_time"));
    }

    private static SessionLine line(ResultSet row) throws SQLException {
        long duration = row.getLong("duration_seconds");
        return new SessionLine(
                row.getString("id"),
                row.getString("tutor"),
                work(row),
                SessionStatus.valueOf(upper(row.getString("status"))),
                row.getInt("manual") == 1,
                Instant.ofEpochMilli(row.getLong("start_time")),
                instant(row, "end_time"),
                duration,
                row.getLong("recorded_ms") / 1_000 - duration,
                nullableLong(row, "submissions"),
                SessionFlags.of(row.getString("flags")));
    }

    private static MarkedWork work(ResultSet row) throws SQLException {
        return new MarkedWork(
                row.getString("abbreviation"),
                row.getString("definition"),
                row.getString("student"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        String day = row.getString(column);
        return day == null ? null : LocalDate.parse(day);
    }

    private static String upper(String stored) {
        return stored.toUpperCase(Locale.ROOT);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = nullableLong(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : Long.valueOf(value);
    }
}
