package org.tutortimes.server.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.tracking.Sighting;
import org.tutortimes.model.tracking.TrackingRules;
import org.tutortimes.server.database.InParts;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.report.Scope;

/// Reads both records of a unit.
final class ReconciliationStore {

    /// No session is looked for that began longer before the period.
    private static final Duration LONGEST_SESSION = Duration.ofDays(7);

    private static final String NAMES = InParts.sql("SELECT id, name FROM users WHERE id IN");

    private ReconciliationStore() {}

    /// When a timer session ran.
    record Timed(long userId, UUID sessionId, Segment segment) {}

    /// An action of a marking session.
    record Action(long userId, long sessionId, boolean duringTutorial, Sighting sighting) {}

    /// A marking session that something can be recorded from.
    ///
    /// @param unitRoleId of its user in its unit, or null where there is none in force
    record Recordable(long id, long userId, long unitId, Segment span, @Nullable Long unitRoleId) {}

    /// Closed segments of sessions that are not deleted, and what runs now, until now.
    static List<Timed> timed(Handle handle, Scope scope, Segment period, Instant now) {
        List<Timed> timed = new ArrayList<>(closed(handle, scope, period));
        timed.addAll(open(handle, scope, now));
        return timed;
    }

    private static List<Timed> closed(Handle handle, Scope scope, Segment period) {
        return Sql.list(
                handle,
                """
                SELECT t.user_id, t.id, s.start_time, s.end_time
                FROM unit_roles r
                    JOIN tutor_time_segments s ON s.unit_role_id = r.id
                    JOIN tutor_times t ON t.id = s.session_id
                WHERE r.unit_id = ? AND s.end_time > ? AND s.start_time < ?
                    AND t.deleted_at IS NULL
                """
                        + (scope.isWhole() ? "" : " AND r.user_id = ?"),
                row ->
                        new Timed(
                                row.getLong(1),
                                UUID.fromString(row.getString(2)),
                                segment(row.getLong(3), row.getLong(4))),
                values(scope, period.start().toEpochMilli(), period.end().toEpochMilli()));
    }

    private static List<Timed> open(Handle handle, Scope scope, Instant now) {
        return Sql.list(
                handle,
                """
                SELECT t.user_id, t.id, t.open_since
                FROM unit_roles r CROSS JOIN tutor_times t
                WHERE r.unit_id = ? AND t.unit_role_id = r.id AND t.status = 'active' AND t.deleted_at IS NULL
                """
                        + (scope.isWhole() ? "" : " AND r.user_id = ?"),
                row ->
                        new Timed(
                                row.getLong(1),
                                UUID.fromString(row.getString(2)),
                                segment(row.getLong(3), now.toEpochMilli())),
                values(scope));
    }

    /// In the order of their sessions, and in these of time; also those that only vouch for time of
    /// the period, from just outside of it.
    static List<Action> actions(Handle handle, Scope scope, Segment period) {
        Instant from = period.start().minus(TrackingRules.THRESHOLD);
        Instant to = period.end().plus(TrackingRules.THRESHOLD);
        return Sql.list(
                handle,
                """
                SELECT s.user_id, s.id, s.during_tutorial, a.created_at, a.task_definition_id
                FROM marking_sessions s JOIN session_activities a ON a.marking_session_id = s.id
                WHERE s.unit_id = ? AND s.start_time >= ? AND s.start_time < ? AND s.end_time >= ?
                    AND s.deleted_at IS NULL
                """
                        + (scope.isWhole() ? "" : " AND s.user_id = ?")
                        + " ORDER BY s.id, a.created_at, a.id",
                row ->
                        new Action(
                                row.getLong(1),
                                row.getLong(2),
                                row.getInt(3) == 1,
                                new Sighting(
                                        Instant.ofEpochMilli(row.getLong(4)),
                                        Sql.nullableLong(row, "task_definition_id"))),
                values(
                        scope,
                        from.minus(LONGEST_SESSION).toEpochMilli(),
                        to.toEpochMilli(),
                        from.toEpochMilli()));
    }

    static Optional<Recordable> recordable(Handle handle, long markingSessionId) {
        return Sql.first(
                handle,
                """
                SELECT s.id, s.user_id, s.unit_id, s.start_time, s.end_time, (
                    SELECT MIN(r.id) FROM unit_roles r WHERE r.user_id = s.user_id
                        AND r.unit_id = s.unit_id AND r.active = 1) AS unit_role_id
                FROM marking_sessions s
                WHERE s.id = ? AND s.deleted_at IS NULL AND s.actions > 0
                """,
                row ->
                        new Recordable(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                segment(row.getLong(4), row.getLong(5)),
                                Sql.nullableLong(row, "unit_role_id")),
                markingSessionId);
    }

    /// What a single action is worth in the unit.
    static Duration floor(Handle handle, long unitId) {
        return Sql.first(
                        handle,
                        "SELECT single_action_floor_minutes FROM units WHERE id = ?",
                        row -> Duration.ofMinutes(row.getLong(1)),
                        unitId)
                .orElse(Duration.ZERO);
    }

    static Map<Long, String> names(Handle handle, Collection<Long> userIds) {
        return InParts.list(
                        handle,
                        NAMES,
                        row -> Map.entry(row.getLong(1), row.getString(2)),
                        List.copyOf(userIds))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// By id, in the order of the abbreviations.
    static Map<Long, String> abbreviations(Handle handle, long unitId) {
        Map<Long, String> abbreviations = new LinkedHashMap<>();
        Sql.list(
                        handle,
                        """
                        SELECT id, abbreviation FROM task_definitions WHERE unit_id = ?
                        ORDER BY abbreviation, id
                        """,
                        row -> Map.entry(row.getLong(1), row.getString(2)),
                        unitId)
                .forEach(each -> abbreviations.put(each.getKey(), each.getValue()));
        return abbreviations;
    }

    private static Object[] values(Scope scope, Object... further) {
        List<Object> values = new ArrayList<>();
        values.add(scope.unitId());
        values.addAll(List.of(further));
        Long userId = scope.userId();
        if (userId != null) {
            values.add(userId);
        }
        return values.toArray();
    }

    private static Segment segment(long start, long end) {
        return new Segment(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end));
    }
}
