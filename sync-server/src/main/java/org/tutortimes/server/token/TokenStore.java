package org.tutortimes.server.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.access.Identity;
import org.tutortimes.server.database.Sql;

/// Rows of `auth_tokens`.
final class TokenStore {

    private static final String IN_FORCE =
            """
            SELECT t.id, t.remember, t.last_used_at, t.must_change_password,
                u.id AS user_id, u.username, u.name, u.system_role
            FROM auth_tokens t JOIN users u ON u.id = t.user_id
            """;

    /// A token that is in force, and who it belongs to.
    record InForce(Identity.Person person, boolean remember, Instant lastUsedAt) {}

    /// What is written of a new token.
    record Fresh(String id, String hash, long userId, Tokens.Purpose purpose) {}

    private TokenStore() {}

    static Optional<InForce> inForce(Handle handle, String hash, Instant now, String address) {
        return Sql.first(
                handle,
                IN_FORCE + "WHERE t.token_hash = ? AND t.expires_at > ? AND u.active = 1",
                row -> inForce(row, address),
                hash,
                now.toEpochMilli());
    }

    static Optional<InForce> byId(Handle handle, String id, Instant now) {
        return Sql.first(
                handle,
                IN_FORCE + "WHERE t.id = ? AND t.expires_at > ? AND u.active = 1",
                row -> inForce(row, "unknown"),
                id,
                now.toEpochMilli());
    }

    private static InForce inForce(ResultSet row, String address) throws SQLException {
        Caller caller =
                new Caller(
                        row.getLong("user_id"),
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("system_role").equals("admin"),
                        row.getString("id"),
                        address);
        return new InForce(
                new Identity.Person(caller, row.getInt("must_change_password") == 1),
                row.getInt("remember") == 1,
                Instant.ofEpochMilli(row.getLong("last_used_at")));
    }

    static void add(Handle handle, Fresh token, Instant now, Instant expiresAt) {
        Sql.update(
                handle,
                """
                INSERT INTO auth_tokens
                    (id, token_hash, user_id, device, remember, must_change_password,
                     created_at, last_used_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                token.id(),
                token.hash(),
                token.userId(),
                token.purpose().device(),
                token.purpose().remember(),
                token.purpose().mustChangePassword(),
                now.toEpochMilli(),
                now.toEpochMilli(),
                expiresAt.toEpochMilli());
    }

    /// Notes a use.
    ///
    /// @return whether there is such a token still
    static boolean used(Handle handle, String id, Instant now, Instant expiresAt) {
        return Sql.update(
                        handle,
                        "UPDATE auth_tokens SET last_used_at = ?, expires_at = ? WHERE id = ?",
                        now.toEpochMilli(),
                        expiresAt.toEpochMilli(),
                        id)
                > 0;
    }

    /// Lets a token do everything that is its owner's.
    ///
    /// @return whether there is such a token still
    static boolean free(Handle handle, String id) {
        return Sql.update(
                        handle, "UPDATE auth_tokens SET must_change_password = 0 WHERE id = ?", id)
                > 0;
    }

    /// Ends a token.
    ///
    /// @return whether the user had such a token
    static boolean remove(Handle handle, String id, long userId) {
        return Sql.update(
                        handle, "DELETE FROM auth_tokens WHERE id = ? AND user_id = ?", id, userId)
                > 0;
    }

    static int removeOthers(Handle handle, long userId, String keptId) {
        return Sql.update(
                handle, "DELETE FROM auth_tokens WHERE user_id = ? AND id <> ?", userId, keptId);
    }

    static void removeExpired(Handle handle, Instant now) {
        Sql.update(handle, "DELETE FROM auth_tokens WHERE expires_at <= ?", now.toEpochMilli());
    }

    static List<OwnToken> ofUser(Handle handle, long userId, Instant now) {
        return Sql.list(
                handle,
                """
                SELECT id, device, remember, created_at, last_used_at, expires_at
                FROM auth_tokens WHERE user_id = ? AND expires_at > ? ORDER BY created_at, id
                """,
                row ->
                        new OwnToken(
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3) == 1,
                                Instant.ofEpochMilli(row.getLong(4)),
                                Instant.ofEpochMilli(row.getLong(5)),
                                Instant.ofEpochMilli(row.getLong(6))),
                userId,
                now.toEpochMilli());
    }
}
