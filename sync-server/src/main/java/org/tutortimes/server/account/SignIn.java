package org.tutortimes.server.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.account.SignInRequest;
import org.tutortimes.model.account.SignedIn;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.token.Tokens;

/// Signing in with a user name and a password. Takes as long for an unknown user as for a wrong
/// password, and says the same.
public final class SignIn {

    private final Database database;
    private final Passwords passwords;
    private final Tokens tokens;
    private final FailedAttempts failedAttempts;
    private final Clock clock;

    public SignIn(
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

    /// Gives a token for the right password. A one-time password is used up by it.
    ///
    /// @param address where the request comes from
    /// @throws Refused for wrong credentials, or too many failures before
    public SignedIn signIn(SignInRequest request, String address) {
        String username = request.username() == null ? "" : request.username();
        String password = request.password() == null ? "" : request.password();
        failedAttempts.refuseTooSoon(username, address);
        Instant now = clock.instant();
        Optional<UserStore.Known> known =
                database.read(handle -> UserStore.byUsername(handle, username))
                        .filter(user -> user.mayUsePassword(now));
        String hash = known.map(UserStore.Known::passwordHash).orElse(null);
        boolean isRight =
                password.length() <= PasswordRule.LONGEST && passwords.isRight(password, hash);
        // The password may have been changed, or used up, while it was compared.
        Optional<SignedIn> signedIn =
                known.filter(_ -> isRight)
                        .flatMap(user ->
                                database.write(handle -> enter(handle, user, request, now)));
        if (signedIn.isEmpty()) {
            failedAttempts.failed(username, address);
            throw new Refused(new Refusal.WrongCredentials());
        }
        failedAttempts.succeeded(username);
        return signedIn.get();
    }

    private Optional<SignedIn> enter(
            Handle handle, UserStore.Known known, SignInRequest request, Instant now) {
        if (!UserStore.usePassword(handle, known, now)) {
            return Optional.empty();
        }
        Tokens.Issued issued =
                tokens.issue(
                        handle,
                        known.user().id(),
                        new Tokens.Purpose(
                                request.remember(), request.device(), known.isOneTime()));
        return Optional.of(
                new SignedIn(
                        known.user().answer(),
                        issued.token(),
                        issued.expiresAt(),
                        known.isOneTime()));
    }

    /// Renews the caller's token from now on.
    SignedIn renew(Caller caller, String token) {
        return database.write(handle -> {
            Tokens.Renewed renewed = tokens.renew(handle, caller);
            User user = UserStore.byId(handle, caller.userId()).orElseThrow().user();
            return new SignedIn(
                    user.answer(), token, renewed.expiresAt(), renewed.mustChangePassword());
        });
    }
}
