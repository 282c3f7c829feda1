package org.tutortimes.server.account;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.audit.Action;
import org.tutortimes.server.audit.AuditEntry;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.Subject;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.token.Tokens;

/// Users choose another password. Whoever knew the old one is signed out by it everywhere else.
public final class PasswordChange {

    private final Database database;
    private final Passwords passwords;
    private final Tokens tokens;
    private final FailedAttempts failedAttempts;
    private final Clock clock;

    public PasswordChange(
            Database database,
            Passwords passwords,
            Tokens tokens,
            FailedAttempts failedAttempts,
            Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.tokens = tokens;
        this.failedAttempts = failedAttempts;
        this.clock = clock;
    }

    /// What the caller wants.
    ///
    /// @param current not needed of those who signed in with a one-time password
    public record Wish(@Nullable String current, String wanted) {}

    /// Whether the caller has to give the password that is in force.
    public boolean needsCurrent(Caller caller) {
        return !known(caller).isOneTime();
    }

    /// What is wrong with a wish by itself, by field.
    public Map<String, String> faults(Caller caller, Wish wish) {
        Map<String, String> faults = new TreeMap<>();
        if (wish.current() == null && needsCurrent(caller)) {
            faults.put("current_password", "must be given");
        }
        PasswordRule.fault(caller.username(), wish.wanted())
                .ifPresent(fault -> faults.put("new_password", fault));
        return faults;
    }

    /// Changes the password.
    ///
    /// @throws Refused where the wish has faults, the current password is wrong, or the new one is
    ///   the same
    public void change(Caller caller, Wish wish) {
        Map<String, String> faults = faults(caller, wish);
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Malformed(faults));
        }
        UserStore.Known known = known(caller);
        if (!known.isOneTime()) {
            refuseWrong(caller, known, wish);
        }
        if (passwords.isRight(wish.wanted(), known.passwordHash())) {
            throw new Refused(
                    Refusal.Malformed.field("new_password", "must differ from the one before"));
        }
        String hash = passwords.hash(wish.wanted());
        database.write(handle -> {
            if (!UserStore.replacePassword(handle, known, hash)) {
                throw wrongPassword();
            }
            tokens.keepOnly(handle, caller);
            AuditLog.record(
                    handle,
                    clock.instant(),
                    caller.actor(),
                    AuditEntry.done(Action.PASSWORD_CHANGED, Subject.user(caller.userId())));
            return hash;
        });
    }

    /// Whoever finds a browser open must not be able to try passwords out here either.
    private void refuseWrong(Caller caller, UserStore.Known known, Wish wish) {
        String current = wish.current() == null ? "" : wish.current();
        failedAttempts.refuseTooSoon(caller.username(), caller.address());
        boolean isRight =
                current.length() <= PasswordRule.LONGEST
                        && passwords.isRight(current, known.passwordHash());
        if (!isRight) {
            failedAttempts.failed(caller.username(), caller.address());
            throw wrongPassword();
        }
    }

    private UserStore.Known known(Caller caller) {
        return database.read(handle -> UserStore.byId(handle, caller.userId()))
                .orElseThrow(() -> new Refused(new Refusal.NotSignedIn(false)));
    }

    private static Refused wrongPassword() {
        return new Refused(
                new Refusal.AgainstRule("The current password is wrong.", "wrong_password"));
    }
}
