package org.tutortimes.server.token;

import java.time.Instant;

/// A token as its owner sees it.
///
/// @param device how its owner's program named it
public record OwnToken(
        String id,
        String device,
        boolean remember,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt) {}
