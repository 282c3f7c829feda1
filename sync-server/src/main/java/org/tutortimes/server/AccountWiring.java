package org.tutortimes.server;

import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;
import org.tutortimes.server.account.AccountRoutes;
import org.tutortimes.server.account.FailedAttempts;
import org.tutortimes.server.account.OneTimePasswords;
import org.tutortimes.server.account.PasswordChange;
import org.tutortimes.server.account.PasswordRoutes;
import org.tutortimes.server.account.Passwords;
import org.tutortimes.server.account.SignIn;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.token.AdminTokens;
import org.tutortimes.server.token.ServiceTokens;
import org.tutortimes.server.token.TokenRoutes;
import org.tutortimes.server.token.Tokens;
import org.tutortimes.server.web.Routes;

/// Makes the parts that know who somebody is: [Wiring] as far as passwords and tokens go.
final class AccountWiring {

    private final Passwords passwords = new Passwords();
    private final Tokens tokens;
    private final SignIn signIn;
    private final PasswordChange passwordChange;
    private final OneTimePasswords oneTimePasswords;
    private final ServiceTokens services;
    private final AdminTokens allTokens;
    private final List<Routes> routes;

    /// @param seconds run on evenly, whatever becomes of the clock
    AccountWiring(Database database, Clock clock, LongSupplier seconds) {
        FailedAttempts failedAttempts = new FailedAttempts(seconds);
        this.services = new ServiceTokens(database, clock);
        this.tokens = new Tokens(database, services, clock);
        this.signIn = new SignIn(database, passwords, tokens, failedAttempts, clock);
        this.passwordChange =
                new PasswordChange(database, passwords, tokens, failedAttempts, clock);
        this.oneTimePasswords = new OneTimePasswords(database, passwords, tokens, clock);
        this.allTokens = new AdminTokens(database, clock);
        this.routes =
                List.of(
                        new AccountRoutes(signIn, tokens),
                        new PasswordRoutes(passwordChange, oneTimePasswords),
                        new TokenRoutes(tokens, services, allTokens, clock));
    }

    Passwords passwords() {
        return passwords;
    }

    Tokens tokens() {
        return tokens;
    }

    SignIn signIn() {
        return signIn;
    }

    PasswordChange passwordChange() {
        return passwordChange;
    }

    OneTimePasswords oneTimePasswords() {
        return oneTimePasswords;
    }

    ServiceTokens services() {
        return services;
    }

    AdminTokens allTokens() {
        return allTokens;
    }

    List<Routes> routes() {
        return routes;
    }
}
