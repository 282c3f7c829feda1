package org.tutortimes.server.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.web.Caller;

/// Rows of `auth_tokens`.
final class TokenStore {

    /// A token that is in force, and who it belongs to.
    record InForce(Caller caller, boolean remember, Instant lastUsedAt) {}

    /// A token as its owner sees it.
    record Listed(
            String id,
            String device,
            boolean remember,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt) {}

    /// What is written of a new token.
    record Fresh(String id, String hash, long userId, String device, boolean remember) {}

    private TokenStore() {}

    static Optional<InForce> inForce(Handle handle, String hash, Instant now, String address) {
        return Sql.first(
                handle,
                """
                SELECT t.id, t.remember, t.last_used_at, u.id, u.username, u.name, u.system_role
                FROM auth_tokens t JOIN users u ON u.id = t.user_id
                WHERE t.token_hash = ? AND t.expires_at > ? AND u.active = 1
                """,
                row ->
                        new InForce(
                                new Caller(
                                        row.getLong(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7).equals("admin"),
                                        row.getString(1),
                                        address),
                                row.getInt(2) == 1,
                                Instant.ofEpochMilli(row.getLong(3))),
                hash,
                now.toEpochMilli());
    }

    static void add(Handle handle, Fresh token, Instant now, Instant expiresAt) {
        Sql.update(
                handle,
                """
                INSERT INTO auth_tokens
                    (id, token_hash, user_id, device, remember,
                     created_at, last_used_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                token.id(),
                token.hash(),
                token.userId(),
                token.device(),
                token.remember(),
                now.toEpochMilli(),
                now.toEpochMilli(),
                expiresAt.toEpochMilli());
    }

    static void used(Handle handle, String id, Instant now, Instant expiresAt) {
        Sql.update(
                handle,
                "UPDATE auth_tokens SET last_used_at = ?, expires_at = ? WHERE id = ?",
                now.toEpochMilli(),
                expiresAt.toEpochMilli(),
                id);
    }

    /// Ends a token.
    ///
    /// @param userId the owner, or null for whoever it is
    /// @return whether there was such a token
    static boolean remove(Handle handle, String id, @Nullable Long userId) {
        return Sql.update(
                        handle,
                        "DELETE FROM auth_tokens WHERE id = ? AND user_id = COALESCE(?, user_id)",
                        id,
                        userId)
                > 0;
    }

    static void removeExpired(Handle handle, Instant now) {
        Sql.update(handle, "DELETE FROM auth_tokens WHERE expires_at <= ?", now.toEpochMilli());
    }

    static List<Listed> ofUser(Handle handle, long userId, Instant now) {
        return Sql.list(
                handle,
                """
                SELECT id, device, remember, created_at, last_used_at, expires_at
                FROM auth_tokens WHERE user_id = ? AND expires_at > ? ORDER BY created_at, id
                """,
                row ->
                        new Listed(
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
