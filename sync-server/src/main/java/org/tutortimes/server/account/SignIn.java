package org.tutortimes.server.account;

import java.util.Optional;
import org.tutortimes.model.account.SignInRequest;
import org.tutortimes.model.account.SignedIn;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.database.Database;

/// Signing in with a user name and a password. Takes as long for an unknown user as for a wrong
/// password, and says the same.
public final class SignIn {

    private static final int LONGEST_PASSWORD = 1_000;

    private final Database database;
    private final Passwords passwords;
    private final Tokens tokens;
    private final FailedAttempts failedAttempts =
            new FailedAttempts(() -> System.nanoTime() / 1_000_000_000);

    public SignIn(Database database, Passwords passwords, Tokens tokens) {
        this.database = database;
        this.passwords = passwords;
        this.tokens = tokens;
    }

    /// Gives a token for the right password.
    ///
    /// @param address where the request comes from
    /// @throws Refused for wrong credentials, or too many failures before
    public SignedIn signIn(SignInRequest request, String address) {
        String username = request.username() == null ? "" : request.username();
        String password = request.password() == null ? "" : request.password();
        failedAttempts.refuseTooSoon(username, address);
        Optional<UserStore.Known> known =
                database.read(handle -> UserStore.byUsername(handle, username));
        String hash = known.map(UserStore.Known::passwordHash).orElse(null);
        boolean right = password.length() <= LONGEST_PASSWORD && passwords.isRight(password, hash);
        if (!right || !known.orElseThrow().user().active()) {
            failedAttempts.failed(username, address);
            throw new Refused(new Refusal.WrongCredentials());
        }
        failedAttempts.succeeded(username);
        return tokens.issue(known.get().user(), request.remember(), request.device());
    }
}
