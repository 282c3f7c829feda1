package org.tutortimes.server.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.audit.Action;
import org.tutortimes.server.audit.AuditEntry;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.Subject;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.token.Tokens;

/// Passwords that an administrator gives to somebody who has none or forgot it. One takes the place
/// of the password, ends all sign-ins, and is good for one sign-in, in which another is chosen.
public final class OneTimePasswords {

    private static final Duration LIFE = Duration.ofDays(3);

    /// Without those that look alike on paper.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final Database database;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public OneTimePasswords(Database database, Passwords passwords, Tokens tokens, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// A password as it is given out, once.
    public record Given(String oneTimePassword, Instant expiresAt) {}

    /// Gives a user a one-time password.
    ///
    /// @throws Refused for oneself, who might never get in again, and for who may not sign in
    public Given give(Caller caller, long userId) {
        String password = password();
        String hash = passwords.hash(password);
        Instant now = clock.instant();
        Given given = new Given(password, Instant.ofEpochMilli(now.plus(LIFE).toEpochMilli()));
        return database.write(handle -> {
            User user =
                    UserStore.byId(handle, userId)
                            .orElseThrow(() -> new Refused(new Refusal.NotFound("user")))
                            .user();
            refuse(caller, user);
            UserStore.setOneTimePassword(handle, userId, hash, given.expiresAt());
            tokens.endAll(handle, userId);
            AuditLog.record(
                    handle,
                    now,
                    caller.actor(),
                    AuditEntry.done(Action.ONE_TIME_PASSWORD_GIVEN, Subject.user(userId)));
            return given;
        });
    }

    private static void refuse(Caller caller, User user) {
        if (user.id() == caller.userId()) {
            throw new Refused(
                    new Refusal.WrongState(
                            "This is your own account: change your password instead.",
                            "own_account",
                            Map.of()));
        }
        if (!user.active()) {
            throw new Refused(
                    new Refusal.WrongState(
                            "The user is deactivated, and could not sign in.",
                            "user_inactive",
                            Map.of("active", false)));
        }
    }

    private String password() {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            password.append(group == 0 ? "" : "-");
            random.ints(GROUP_LENGTH, 0, LETTERS.length())
                    .forEach(index -> password.append(LETTERS.charAt(index)));
        }
        return password.toString();
    }
}
