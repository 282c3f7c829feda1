package org.tutortimes.server.account;

import java.util.Optional;

/// What a password that somebody chooses must be like: long, and not what everybody knows.
public final class PasswordRule {

    private static final int SHORTEST = 10;

    /// Also the most that is ever hashed, which takes time.
    static final int LONGEST = 1_000;

    private PasswordRule() {}

    /// What is wrong with a new password; empty if it may be taken.
    public static Optional<String> fault(String username, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST
                || password.length() > LONGEST) {
            return Optional.of("must have %d to %d characters".formatted(SHORTEST, LONGEST));
        }
        if (password.isBlank()) {
            return Optional.of("must not be blank");
        }
        if (password.equalsIgnoreCase(username)) {
            return Optional.of("must not be the user name");
        }
        return Optional.empty();
    }
}
