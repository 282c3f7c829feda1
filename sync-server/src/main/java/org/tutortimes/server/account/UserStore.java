package org.tutortimes.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
            SELECT id, username, name, system_role, password_hash, password_expires_at, active
            FROM users
            """;

    /// A user and the hash of the password, if there is one.
    ///
    /// @param passwordExpiresAt null for a password of the user's own
    record Known(User user, @Nullable String passwordHash, @Nullable Instant passwordExpiresAt) {

        boolean isOneTime() {
            return passwordExpiresAt != null;
        }

        boolean mayUsePassword(Instant now) {
            return user.active() && (passwordExpiresAt == null || passwordExpiresAt.isAfter(now));
        }
    }

    private UserStore() {}

    static Optional<Known> byUsername(Handle handle, String username) {
        return Sql.first(handle, COLUMNS + "WHERE username = ?", UserStore::known, username);
    }

    static Optional<Known> byId(Handle handle, long id) {
        return Sql.first(handle, COLUMNS + "WHERE id = ?", UserStore::known, id);
    }

    /// Signs in with a password, which uses a one-time password up. Also keeps others from changing
    /// the password before this transaction ends.
    ///
    /// @return whether it is in force still
    static boolean usePassword(Handle handle, Known known, Instant now) {
        return Sql.update(
                        handle,
                        """
                        UPDATE users SET password_expires_at =
                            CASE WHEN password_expires_at IS NULL THEN NULL
                                ELSE CAST(? AS BIGINT) END
                        WHERE id = ? AND password_hash = ? AND active = 1
                            AND (password_expires_at IS NULL OR password_expires_at > ?)
                        """,
                        now.toEpochMilli(),
                        known.user().id(),
                        known.passwordHash(),
                        now.toEpochMilli())
                > 0;
    }

    /// Puts a password of the user's own in the place of the one that is known.
    ///
    /// @return whether that was in force still
    static boolean replacePassword(Handle handle, Known known, String hash) {
        return Sql.update(
                        handle,
                        """
                        UPDATE users SET password_hash = ?, password_expires_at = NULL
                        WHERE id = ? AND password_hash = ? AND active = 1
                        """,
                        hash,
                        known.user().id(),
                        known.passwordHash())
                > 0;
    }

    static void setOneTimePassword(Handle handle, long id, String hash, Instant expiresAt) {
        Sql.update(
                handle,
                "UPDATE users SET password_hash = ?, password_expires_at = ? WHERE id = ?",
                hash,
                expiresAt.toEpochMilli(),
                id);
    }

    private static Known known(ResultSet row) throws SQLException {
        User user =
                new User(
                        row.getLong("id"),
                        row.getString("username"),
                        row.getString("name"),
                        SystemRole.valueOf(row.getString("system_role").toUpperCase(Locale.ROOT)),
                        row.getInt("active") == 1);
        Long expiresAt = Sql.nullableLong(row, "password_expires_at");
        return new Known(
                user,
                row.getString("password_hash"),
                expiresAt == null ? null : Instant.ofEpochMilli(expiresAt));
    }
}
