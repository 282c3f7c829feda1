package org.tutortimes.server.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.server.database.Sql;

/// Reads who has, or had, a role in a unit.
final class PeopleStore {

    /// A role and whose it is.
    ///
    /// @param account whether they may sign in at all
    /// @param active whether the role is in force
    /// @param since when it became what it is, as far as the audit log knows
    /// @param lastMarked when their last session in this role began
    record Row(
            long id,
            long userId,
            String username,
            String name,
            boolean account,
            UnitRoleKind role,
            boolean active,
            @Nullable Instant since,
            @Nullable Instant lastMarked,
            long countedSeconds) {}

    private PeopleStore() {}

    /// By name.
    static List<Row> rows(Handle handle, long unitId) {
        return Sql.list(
                handle,
                """
                SELECT r.id, r.user_id, u.username, u.name, u.active AS account, r.role, r.active,
                    (SELECT MAX(l.at) FROM audit_log l
                      WHERE l.subject_id = CAST(r.id AS TEXT) AND l.subject_type = 'unit_role')
                        AS since,
                    (SELECT MAX(t.start_time) FROM tutor_times t
                      WHERE t.unit_role_id = r.id AND t.deleted_at IS NULL) AS last_marked,
                    (SELECT COALESCE(SUM(t.duration_seconds), 0) FROM tutor_times t
                      WHERE t.unit_role_id = r.id AND t.status = 'completed'
                        AND t.deleted_at IS NULL) AS counted
                FROM unit_roles r JOIN users u ON u.id = r.user_id
                WHERE r.unit_id = ? ORDER BY u.name, u.username, r.role, r.id
                """,
                PeopleStore::row,
                unitId);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getLong("user_id"),
                row.getString("username"),
                row.getString("name"),
                row.getInt("account") == 1,
                UnitRoleKind.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                row.getInt("active") == 1,
                instant(row, "since"),
                instant(row, "last_marked"),
                row.getLong("counted"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = Sql.nullableLong(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
