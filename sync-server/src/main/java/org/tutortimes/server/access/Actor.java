package org.tutortimes.server.access;

import org.jspecify.annotations.Nullable;

/// Who makes a change, as the audit log names them for ever, whatever becomes of the account.
///
/// @param userId in `users`; null for who is no user
/// @param name the user name at that time
/// @param address where the request came from
public record Actor(@Nullable Long userId, String name, String address) {

    /// Whoever may run commands on the server's own computer.
    public static final Actor OPERATOR = new Actor(null, "operator", "command line");
}
