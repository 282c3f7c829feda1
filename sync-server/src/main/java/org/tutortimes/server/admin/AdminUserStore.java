package org.tutortimes.server.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.SystemRole;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.directory.DirectoryStore;

/// Users as administrators see them.
final class AdminUserStore {

    /// Which users a list is of; null for all.
    ///
    /// @param prefix how their user names begin
    /// @param words how any of their names begins, see [DirectoryStore#similar]
    record Filter(
            @Nullable String prefix,
            @Nullable String words,
            @Nullable SystemRole role,
            @Nullable Boolean active) {}

    private static final String USER =
            """
            SELECT id, username, name, email, system_role, active,
                CASE WHEN password_hash IS NULL THEN 0 ELSE 1 END AS has_password
            FROM
            """;
    private static final String USERS = USER + "users\n";
    private static final String SIMILAR =
            USER
                    + DirectoryStore.similar(
                            "id",
                            "username",
                            "name",
                            "email",
                            "system_role",
                            "active",
                            "password_hash");

    private AdminUserStore() {}

    /// A page of the list by user name.
    static List<UserAnswer> list(
            Handle handle, Filter filter, @Nullable String afterUsername, int limit) {
        Where where = new Where().andIf(afterUsername, "username > ?");
        if (filter.prefix() != null) {
            // No character sorts after the last one that there is.
            where.and(
                    "username >= ? AND username < ?",
                    filter.prefix(),
                    filter.prefix() + Character.toString(Character.MAX_CODE_POINT));
        }
        // Written out, because an index for few rows is used for conditions that name them.
        if (filter.role() != null) {
            where.and(
                    switch (filter.role()) {
                        case ADMIN -> "system_role = 'admin'";
                        case NONE -> "system_role = 'none'";
                    });
        }
        if (filter.active() != null) {
            where.and(filter.active() ? "active = 1" : "active = 0");
        }
        String words = filter.words();
        List<Object> values = new ArrayList<>();
        if (words != null) {
            values.addAll(DirectoryStore.similarTo(words));
        }
        values.addAll(List.of(where.values(limit)));
        return Sql.list(
                handle,
                (words == null ? USERS : SIMILAR) + where.sql() + "ORDER BY username LIMIT ?",
                AdminUserStore::user,
                values.toArray());
    }

    static Optional<UserAnswer> one(Handle handle, long id) {
        return Sql.first(handle, USERS + "WHERE id = ?", AdminUserStore::user, id);
    }

    static Optional<UserAnswer> byUsername(Handle handle, String username) {
        return Sql.first(handle, USERS + "WHERE username = ?", AdminUserStore::user, username);
    }

    /// Whether the user may administer the server at this moment.
    static boolean isAdmin(Handle handle, long id) {
        return one(handle, id)
                .filter(user -> user.active() && user.systemRole() == SystemRole.ADMIN)
                .isPresent();
    }

    /// Whether anybody may.
    static boolean hasAdmin(Handle handle) {
        return Sql.first(
                        handle,
                        """
                        SELECT 1 FROM users
                        WHERE system_role = 'admin' AND active = 1
                        ORDER BY username LIMIT 1
                        """,
                        row -> row.getInt(1))
                .isPresent();
    }

    private static UserAnswer user(ResultSet row) throws SQLException {
        return new UserAnswer(
                row.getLong("id"),
                row.getString("username"),
                row.getString("name"),
                row.getString("email"),
                SystemRole.valueOf(row.getString("system_role").toUpperCase(Locale.ROOT)),
                row.getInt("active") == 1,
                row.getInt("has_password") == 1);
    }
}
