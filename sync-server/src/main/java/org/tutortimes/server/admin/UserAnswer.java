package org.tutortimes.server.admin;

import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.SystemRole;

/// A user as administrators see them.
///
/// @param hasPassword whether they could sign in with one
public record UserAnswer(
        long id,
        String username,
        String name,
        @Nullable String email,
        SystemRole systemRole,
        boolean active,
        boolean hasPassword) {}
