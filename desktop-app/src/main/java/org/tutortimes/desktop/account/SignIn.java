package org.tutortimes.desktop.account;

import com.fasterxml.jackson.core.JacksonException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.web.ServerAddress;
import org.tutortimes.desktop.web.ServerCalls;
import org.tutortimes.desktop.web.ServerReply;
import org.tutortimes.model.account.SignInRequest;
import org.tutortimes.model.account.SignedIn;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.ApiError;
import org.tutortimes.model.wire.Json;

/// Signs people in and out. What was recorded stays with its account, whatever happens here.
public final class SignIn {
    private final ServerCalls calls;
    private final AccountStore accounts;
    private final TokenFile tokens;
    private final boolean plainHttp;

    public SignIn(ServerCalls calls, AccountStore accounts, TokenFile tokens, boolean plainHttp) {
        this.calls = calls;
        this.accounts = accounts;
        this.tokens = tokens;
        this.plainHttp = plainHttp;
    }

    /// What a server has granted.
    public record Granted(Account account, String token) {}

    /// Asks the server. Waits for the network.
    ///
    /// @throws SignInFailure with a sentence for the tutor
    public Granted ask(URI server, String username, String password) {
        ServerAddress address = address(server);
        String request =
                Json.write(new SignInRequest(username, password, true, "Tutor Times desktop"));
        SignedIn answer =
                switch (calls.post(address, Api.AUTH, null, request)) {
                    case ServerReply.Unreachable nobody ->
                            throw new SignInFailure(nobody.sentence());
                    case ServerReply.Foreign other -> throw new SignInFailure(other.sentence());
                    case ServerReply.Answered answered -> read(address, answered);
                };
        SignedIn.User user = answer.user();
        Account account = Account.of(address.origin(), user.id(), user.username(), user.name());
        return new Granted(account, answer.authToken());
    }

    /// Makes the account the one in use.
    public void keep(Granted granted) {
        tokens.put(granted.account().id(), granted.token());
        accounts.use(granted.account());
    }

    /// Ends the sign-in here, and on the server where it can be reached.
    public void signOut() {
        accounts.current()
                .ifPresent(account ->
                        tokens.of(account.id()).ifPresent(token -> endOnServer(account, token)));
        tokens.remove();
        accounts.useNone();
    }

    private void endOnServer(Account account, String token) {
        // Where nobody answers, the token ends by itself when it is not used any more.
        var _ = calls.delete(address(URI.create(account.server())), Api.AUTH, token);
    }

    private ServerAddress address(URI server) {
        try {
            return ServerAddress.of(server, plainHttp);
        } catch (IllegalArgumentException e) {
            throw new SignInFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private static SignedIn read(ServerAddress server, ServerReply.Answered answered) {
        int status = answered.status();
        if (status == 401) {
            throw new SignInFailure("The username or the password is wrong.");
        }
        if (status == 429) {
            throw new SignInFailure("Too many attempts. Wait a moment and try again.");
        }
        if (status >= 500) {
            throw new SignInFailure(
                    "%s has a problem at the moment. Try again later.".formatted(server.host()));
        }
        SignedIn signedIn = status == 201 || status == 200 ? signedIn(answered.json()) : null;
        if (signedIn == null) {
            throw new SignInFailure(refusal(server, answered.json()));
        }
        return signedIn;
    }

    private static @Nullable SignedIn signedIn(@Nullable String json) {
        try {
            SignedIn answer = json == null ? null : Json.read(json, SignedIn.class);
            boolean whole = answer != null && answer.user() != null && answer.authToken() != null;
            return whole ? answer : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    private static String refusal(ServerAddress server, @Nullable String json) {
        try {
            ApiError error = json == null ? null : Json.read(json, ApiError.class);
            if (error != null && error.error() != null && error.code() != null) {
                return error.error();
            }
        } catch (JacksonException _) {
            // Not an error of ours: said below.
        }
        return "%s is not a Tutor Times server. Check the address.".formatted(server.host());
    }
}
