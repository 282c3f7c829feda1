package org.tutortimes.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.SystemRole;
import org.tutortimes.server.database.Sql;

/// Rows of `users`.
public final class UserStore {

    private static final String COLUMNS =
            """
            SELECT id, username, name, system_role, password_hash, active FROM users
            """;

    /// A user and the hash of the password, if there is one.
    record Known(User user, @Nullable String passwordHash) {}

    private UserStore() {}

    static Optional<Known> byUsername(Handle handle, String username) {
        return Sql.first(handle, COLUMNS + "WHERE username = ?", UserStore::known, username);
    }

    static Optional<User> byId(Handle handle, long id) {
        return Sql.first(handle, COLUMNS + "WHERE id = ?", UserStore::known, id).map(Known::user);
    }

    /// Adds a user under the next free id of this server's own range, which no import comes near:
    /// an imported user must never take the place of one that was added here.
    ///
    /// @return the id
    public static long add(
            Handle handle,
            String username,
            String name,
            SystemRole systemRole,
            @Nullable String passwordHash) {
        return Sql.first(
                        handle,
                        """
                        INSERT INTO users (id, username, name, system_role, password_hash)
                        VALUES ((SELECT CASE
                                        WHEN COALESCE(MAX(id), 0) < 1000000000000
                                        THEN 1000000000000
                                        ELSE MAX(id) + 1
                                    END FROM users), ?, ?, ?, ?)
                        RETURNING id
                        """,
                        row -> row.getLong(1),
                        username,
                        name,
                        systemRole.name().toLowerCase(Locale.ROOT),
                        passwordHash)
                .orElseThrow();
    }

    private static Known known(ResultSet row) throws SQLException {
        User user =
                new User(
                        row.getLong("id"),
                        row.getString("username"),
                        row.getString("name"),
                        SystemRole.valueOf(row.getString("system_role").toUpperCase(Locale.ROOT)),
                        row.getInt("active") == 1);
        return new Known(user, row.getString("password_hash"));
    }
}
