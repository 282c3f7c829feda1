package org.tutortimes.server.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Any token as administrators see it.
///
/// @param name of the device, or of the service
/// @param userId the owner; null for a service's
/// @param lastUsedAt to the minute; null where it was never used
/// @param expiresAt unless it is used before, for a user's; null where it lasts until it is ended
public record ListedToken(
        String id,
        Kind kind,
        String name,
        @Nullable Long userId,
        @Nullable String username,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt) {

    public enum Kind {
        USER,
        SERVICE
    }

    static ListedToken ofService(ServiceTokens.Made made, Instant now) {
        return new ListedToken(
                made.id(), Kind.SERVICE, made.name(), null, null, now, null, made.expiresAt());
    }
}
