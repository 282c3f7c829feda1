package org.tutortimes.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.report.UnitAccess.VisibleUnit;
import org.tutortimes.server.units.RoleStore;

/// Reads which units a person has to do with.
final class UnitAccessStore {

    private static final int MOST_UNITS = 500;

    private static final String VISIBLE =
            """
            SELECT n.id, n.code, n.name, n.zone, n.total_tutor_time, ? = 1 OR n.id IN %s AS whole
            FROM units n
            WHERE (? = 1 OR n.id IN
                (SELECT r.unit_id FROM unit_roles r WHERE r.user_id = ? AND r.active = 1))
            """
                    .formatted(RoleStore.CONVENED_UNITS);

    private UnitAccessStore() {}

    static List<VisibleUnit> unitsOf(Handle handle, long userId, boolean admin) {
        return Sql.list(
                handle,
                VISIBLE + "AND n.active = 1 ORDER BY n.code, n.id LIMIT ?",
                UnitAccessStore::unit,
                admin,
                userId,
                admin,
                userId,
                MOST_UNITS);
    }

    /// Also a unit that has ended: its figures stay.
    static Optional<SeenUnit> unitOf(Handle handle, long userId, boolean admin, long unitId) {
        return Sql.first(
                handle,
                VISIBLE + "AND n.id = ?",
                row ->
                        new SeenUnit(
                                row.getBoolean("whole")
                                        ? Scope.whole(unitId)
                                        : Scope.own(unitId, userId),
                                row.getString("code"),
                                row.getString("name"),
                                ZoneId.of(row.getString("zone"))),
                admin,
                userId,
                admin,
                userId,
                unitId);
    }

    static boolean exists(Handle handle, long unitId) {
        return Sql.first(handle, "SELECT id FROM units WHERE id = ?", row -> row.getLong(1), unitId)
                .isPresent();
    }

    private static VisibleUnit unit(ResultSet row) throws SQLException {
        return new VisibleUnit(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getBoolean("whole"),
                row.getLong("total_tutor_time"));
    }
}
