package org.tutortimes.server.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.units.RoleStore;

/// Who has which role in which unit.
final class UnitRoleStore {

    /// Which unit roles a list is of; null for all.
    ///
    /// @param convenorId only in units that this user convenes
    /// @param prefix how their users' names begin
    record Filter(
            @Nullable Long convenorId,
            @Nullable Long unitId,
            @Nullable Long userId,
            @Nullable UnitRoleKind role,
            @Nullable Boolean active,
            @Nullable String prefix) {

        /// The same, but only in units that this user convenes.
        Filter convenedBy(long userId) {
            return new Filter(userId, unitId, this.userId, role, active, prefix);
        }
    }

    private static final String UNIT_ROLES =
            """
            SELECT r.id, r.unit_id, r.user_id, u.username, u.name, r.role, r.active
            FROM unit_roles r JOIN users u ON u.id = r.user_id
            """;

    private UnitRoleStore() {}

    /// A page of the list by id.
    static List<UnitRoleAnswer> list(
            Handle handle, Filter filter, @Nullable Long after, int limit) {
        Where where =
                new Where()
                        .andIf(after, "r.id > ?")
                        .andIf(filter.convenorId(), "r.unit_id IN " + RoleStore.CONVENED_UNITS)
                        .andIf(filter.unitId(), "r.unit_id = ?")
                        .andIf(filter.userId(), "r.user_id = ?")
                        .andIf(filter.active(), "r.active = ?");
        if (filter.role() != null) {
            where.and("r.role = ?", filter.role().name().toLowerCase(Locale.ROOT));
        }
        if (filter.prefix() != null) {
            where.and(
                    "u.username >= ? AND u.username < ?",
                    filter.prefix(),
                    filter.prefix() + Character.toString(Character.MAX_CODE_POINT));
        }
        return Sql.list(
                handle,
                UNIT_ROLES + where.sql() + "ORDER BY r.id LIMIT ?",
                UnitRoleStore::unitRole,
                where.values(limit));
    }

    static Optional<UnitRoleAnswer> one(Handle handle, long id) {
        return Sql.first(handle, UNIT_ROLES + "WHERE r.id = ?", UnitRoleStore::unitRole, id);
    }

    /// The role of this kind that a user has, or had, in a unit.
    static Optional<UnitRoleAnswer> of(Handle handle, long userId, long unitId, UnitRoleKind role) {
        return list(handle, new Filter(null, unitId, userId, role, null, null), null, 1).stream()
                .findFirst();
    }

    /// Which roles a user has in a unit at this moment.
    static Set<UnitRoleKind> inForce(Handle handle, long userId, long unitId) {
        return Set.copyOf(
                Sql.list(
                        handle,
                        """
                        SELECT DISTINCT role FROM unit_roles
                        WHERE user_id = ? AND unit_id = ? AND active = 1
                        """,
                        row -> kind(row.getString(1)),
                        userId,
                        unitId));
    }

    private static UnitRoleAnswer unitRole(ResultSet row) throws SQLException {
        return new UnitRoleAnswer(
                row.getLong("id"),
                row.getLong("unit_id"),
                row.getLong("user_id"),
                row.getString("username"),
                row.getString("name"),
                kind(row.getString("role")),
                row.getInt("active") == 1);
    }

    private static UnitRoleKind kind(String stored) {
        return UnitRoleKind.valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
