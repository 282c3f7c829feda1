package org.tutortimes.server.access;

/// Who makes a request.
///
/// @param userId in `users`
/// @param admin whether the whole server is theirs
/// @param tokenId of the token that the request came with, in `auth_tokens`
/// @param address where the request came from, such as 192.0.2.7
public record Caller(
        long userId, String username, String name, boolean admin, String tokenId, String address) {

    /// The caller as the audit log names them.
    public Actor actor() {
        return new Actor(userId, username, address);
    }
}
