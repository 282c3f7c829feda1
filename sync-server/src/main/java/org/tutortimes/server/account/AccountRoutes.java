package org.tutortimes.server.account;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.tutortimes.model.account.SignInRequest;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.ClientAddress;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.token.Tokens;
import org.tutortimes.server.web.Routes;

/// Signing in and out.
public final class AccountRoutes implements Routes {

    private final SignIn signIn;
    private final Tokens tokens;

    public AccountRoutes(SignIn signIn, Tokens tokens) {
        this.signIn = signIn;
        this.tokens = tokens;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(Api.AUTH, this::signIn, Access.ANYONE);
        routes.put(Api.AUTH, this::renew, Access.SIGNED_IN_AT_ALL);
        routes.delete(Api.AUTH, this::signOut, Access.SIGNED_IN_AT_ALL);
    }

    private void signIn(Context context) {
        Body body = Body.of(context);
        SignInRequest request =
                new SignInRequest(
                        body.requiredText("username"),
                        body.requiredText("password"),
                        body.flag("remember"),
                        body.text("device"));
        body.refuseFaults();
        context.status(201).json(signIn.signIn(request, ClientAddress.of(context)));
    }

    private void renew(Context context) {
        context.json(signIn.renew(AccessControl.caller(context), AccessControl.token(context)));
    }

    private void signOut(Context context) {
        tokens.signOut(AccessControl.caller(context));
        context.status(204);
    }
}
