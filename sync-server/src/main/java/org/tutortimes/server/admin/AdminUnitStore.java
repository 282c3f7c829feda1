package org.tutortimes.server.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.database.Sql;

/// Units as administrators see them.
final class AdminUnitStore {

    /// Which units a list is of; null for all.
    ///
    /// @param prefix how their codes begin, in any letter case
    record Filter(@Nullable String prefix, @Nullable Boolean active) {}

    /// After which unit a page begins.
    record Position(String code, long id) {}

    private static final String UNITS =
            """
            SELECT id, code, name, zone, start_date, end_date, budget_hours,
                single_action_floor_minutes, total_tutor_time, active
            FROM units
            """;

    private AdminUnitStore() {}

    /// A page of the list by code.
    static List<UnitAnswer> list(
            Handle handle, Filter filter, @Nullable Position after, int limit) {
        Where where = new Where();
        if (after != null) {
            where.and(
                    "(code > ? OR (code = ? AND id > ?))", after.code(), after.code(), after.id());
        }
        if (filter.prefix() != null) {
            where.and(
                    "UPPER(SUBSTR(code, 1, CAST(? AS INTEGER))) = UPPER(?)",
                    filter.prefix().codePointCount(0, filter.prefix().length()),
                    filter.prefix());
        }
        if (filter.active() != null) {
            where.and("active = ?", filter.active());
        }
        return Sql.list(
                handle,
                UNITS + where.sql() + "ORDER BY code, id LIMIT ?",
                AdminUnitStore::unit,
                where.values(limit));
    }

    static Optional<UnitAnswer> one(Handle handle, long id) {
        return Sql.first(handle, UNITS + "WHERE id = ?", AdminUnitStore::unit, id);
    }

    private static UnitAnswer unit(ResultSet row) throws SQLException {
        return new UnitAnswer(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("zone"),
                row.getString("start_date"),
                row.getString("end_date"),
                Sql.nullableLong(row, "budget_hours"),
                row.getLong("single_action_floor_minutes"),
                row.getLong("total_tutor_time"),
                row.getInt("active") == 1);
    }
}
