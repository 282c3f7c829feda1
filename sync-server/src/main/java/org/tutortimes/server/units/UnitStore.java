package org.tutortimes.server.units;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.contact.ContactStore;
import org.tutortimes.server.contact.Silence;
import org.tutortimes.server.database.Sql;

/// Units as their members see them.
final class UnitStore {

    /// A unit. A convenor and an administrator see the unit's time, a tutor their own.
    ///
    /// @param budgetHours what may be spent, if that is laid down; for who sees all of the unit's
    ///   time
    /// @param totalTutorTime seconds of completed sessions
    /// @param runningSeconds of the sessions that are running now
    /// @param ownTutorTime seconds of the tutor's own completed sessions
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitAnswer(
            long id,
            String code,
            String name,
            String zone,
            @Nullable String startDate,
            @Nullable String endDate,
            boolean active,
            @Nullable Long budgetHours,
            @Nullable Long totalTutorTime,
            @Nullable Long runningSeconds,
            @Nullable Long ownTutorTime) {}

    /// What runs and what is one's own is added up only for those who see it, from the unit's
    /// roles: their running and their completed sessions have indexes of their own. What runs
    /// counts up to now, or to where [Silence] begins.
    private static final String SEEN =
            """
            SELECT u.*,
                CASE WHEN u.sees_all THEN
                    (SELECT COALESCE(SUM(o.counted_ms - o.open_since
                            + CASE WHEN o.last_word < ? THEN o.last_word ELSE ? END), 0)
                        FROM (SELECT t.counted_ms, t.open_since, %s AS last_word
                            FROM unit_roles r CROSS JOIN tutor_times t
                            LEFT JOIN device_contacts c ON c.device_id = t.opened_on
                            WHERE r.unit_id = u.id AND t.unit_role_id = r.id
                            AND t.status = 'active' AND t.deleted_at IS NULL) o)
                    END AS running_ms,
                CASE WHEN NOT u.sees_all THEN
                    (SELECT COALESCE(SUM(t.duration_seconds), 0)
                        FROM unit_roles r CROSS JOIN tutor_times t
                        WHERE r.unit_id = u.id AND r.user_id = ? AND t.unit_role_id = r.id
                        AND t.status = 'completed' AND t.deleted_at IS NULL)
                    END AS own_seconds
            FROM (SELECT units.*, ? = 1 OR units.id IN %s AS sees_all
                FROM units) u
            WHERE (u.sees_all OR EXISTS (SELECT 1 FROM unit_roles r
                WHERE r.unit_id = u.id AND r.user_id = ? AND r.active = 1))
            """
                    .formatted(ContactStore.LAST_WORD, RoleStore.CONVENED_UNITS);

    private UnitStore() {}

    static List<UnitAnswer> all(Handle handle, Caller caller, Instant now) {
        return Sql.list(
                handle, SEEN + "ORDER BY u.code, u.id", UnitStore::unit, values(caller, now));
    }

    static List<UnitAnswer> one(Handle handle, Caller caller, Instant now, long id) {
        return Sql.list(handle, SEEN + "AND u.id = ?", UnitStore::unit, values(caller, now, id));
    }

    private static Object[] values(Caller caller, Instant now, Object... further) {
        return Stream.concat(
                        Stream.<Object>of(
                                Silence.beginsBefore(now).toEpochMilli(),
                                now.toEpochMilli(),
                                caller.userId(),
                                caller.admin(),
                                caller.userId(),
                                caller.userId()),
                        Stream.of(further))
                .toArray();
    }

    private static UnitAnswer unit(ResultSet row) throws SQLException {
        boolean seesAll = row.getBoolean("sees_all");
        return new UnitAnswer(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("zone"),
                row.getString("start_date"),
                row.getString("end_date"),
                row.getInt("active") == 1,
                seesAll ? Sql.nullableLong(row, "budget_hours") : null,
                seesAll ? row.getLong("total_tutor_time") : null,
                seesAll ? Math.max(0, row.getLong("running_ms") / 1_000) : null,
                seesAll ? null : row.getLong("own_seconds"));
    }
}
