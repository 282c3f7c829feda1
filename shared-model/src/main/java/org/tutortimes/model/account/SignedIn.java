package org.tutortimes.model.account;

import java.time.Instant;

/// The answer to a successful sign-in.
///
/// @param authToken opaque; goes into `Authorization: Bearer …`
/// @param expiresAt if it is not used before then
/// @param mustChangePassword whether it was a one-time password, so that nothing goes before
///   another is chosen
public record SignedIn(User user, String authToken, Instant expiresAt, boolean mustChangePassword) {

    /// Who signed in.
    public record User(long id, String username, String name, SystemRole systemRole) {}
}
