package org.tutortimes.server.token;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.database.Sql;

/// Rows of `service_tokens`.
final class ServiceTokenStore {

    /// A token that is in force.
    record InForce(String id, String name, @Nullable Instant lastUsedAt) {}

    private ServiceTokenStore() {}

    static Optional<InForce> inForce(Handle handle, String hash, Instant now) {
        return Sql.first(
                handle,
                """
                SELECT id, name, last_used_at FROM service_tokens
                WHERE token_hash = ? AND (expires_at IS NULL OR expires_at > ?)
                """,
                row -> {
                    Long lastUsedAt = Sql.nullableLong(row, "last_used_at");
                    return new InForce(
                            row.getString("id"),
                            row.getString("name"),
                            lastUsedAt == null ? null : Instant.ofEpochMilli(lastUsedAt));
                },
                hash,
                now.toEpochMilli());
    }

    /// Adds a token.
    ///
    /// @return false where another has this name
    static boolean add(
            Handle handle, ServiceTokens.Made made, String hash, long createdBy, Instant now) {
        Instant expiresAt = made.expiresAt();
        return Sql.update(
                        handle,
                        """
                        INSERT INTO service_tokens
                            (id, name, token_hash, created_by, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (name) DO NOTHING
                        """,
                        made.id(),
                        made.name(),
                        hash,
                        createdBy,
                        now.toEpochMilli(),
                        expiresAt == null ? null : expiresAt.toEpochMilli())
                > 0;
    }

    static boolean used(Handle handle, String id, Instant now) {
        return Sql.update(
                        handle,
                        "UPDATE service_tokens SET last_used_at = ? WHERE id = ?",
                        now.toEpochMilli(),
                        id)
                > 0;
    }

    static void removeExpired(Handle handle, Instant now) {
        Sql.update(handle, "DELETE FROM service_tokens WHERE expires_at <= ?", now.toEpochMilli());
    }
}
