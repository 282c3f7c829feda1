package org.tutortimes.server.web;

/// Who makes a request.
///
/// @param userId in `users`
/// @param admin whether the whole server is theirs
/// @param tokenId of the token that the request came with, in `auth_tokens`
public record Caller(long userId, String username, String name, boolean admin, String tokenId) {}
