package org.tutortimes.model.account;

import org.jspecify.annotations.Nullable;

/// `POST /api/auth`.
///
/// @param remember asks for a token of 14 days instead of 2 hours, since last use
/// @param device names the token in the owner's list of tokens
public record SignInRequest(
        @Nullable String username,
        @Nullable String password,
        boolean remember,
        @Nullable String device) {}
