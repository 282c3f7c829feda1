package org.tutortimes.server.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a token into the person it belongs to. Answered anew for each request, so that signing
/// out, deactivation and a change of role count from the next one.
public interface Authentication {

    /// The caller with this token; empty if it is unknown, over, or of somebody deactivated.
    ///
    /// @param username must be the token's owner where the client names one, as OnTrack's do
    /// @param address where the request comes from
    Optional<Caller> callerOf(String token, @Nullable String username, String address);
}
