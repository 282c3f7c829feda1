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
