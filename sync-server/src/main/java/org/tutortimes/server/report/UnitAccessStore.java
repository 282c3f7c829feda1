package org.tutortimes.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.report.UnitAccess.VisibleUnit;

/// Reads which units a person has to do with.
final class UnitAccessStore {

    private static final int MOST_UNITS = 500;

    private static final String VISIBLE =
            """
            SELECT n.id, n.code, n.name, n.zone, n.total_tutor_time,
                   (:admin = 1 OR EXISTS (
                       SELECT 1 FROM unit_roles c
                        WHERE c.unit_id = n.id AND c.user_id = :user
                          AND c.active = 1 AND c.role = 'convenor')) AS whole
              FROM units n
             WHERE (:admin = 1 OR n.id IN (
                       SELECT r.unit_id FROM unit_roles r
                        WHERE r.user_id = :user AND r.active = 1))
            """;

    private UnitAccessStore() {}

    static List<VisibleUnit> unitsOf(Handle handle, long userId, boolean admin) {
        return handle.createQuery(VISIBLE + " AND n.active = 1 ORDER BY n.code, n.id LIMIT :most")
                .bind("user", userId)
                .bind("admin", admin ? 1 : 0)
                .bind("most", MOST_UNITS)
                .map((row, _) -> unit(row))
                .list();
    }

    /// Also a unit that has ended: its figures stay.
    static Optional<SeenUnit> unitOf(Handle handle, long userId, boolean admin, long unitId) {
        return handle.createQuery(VISIBLE + " AND n.id = :unit")
                .bind("user", userId)
                .bind("admin", admin ? 1 : 0)
                .bind("unit", unitId)
                .map((row, _) ->
                        new SeenUnit(
                                row.getBoolean("whole")
                                        ? Scope.whole(unitId)
                                        : Scope.own(unitId, userId),
                                ZoneId.of(row.getString("zone"))))
                .findOne();
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
