package org.tutortimes.server.account;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.web.Routes;

/// Changing one's password, and giving somebody a one-time password.
public final class PasswordRoutes implements Routes {

    private final PasswordChange change;
    private final OneTimePasswords oneTimePasswords;

    public PasswordRoutes(PasswordChange change, OneTimePasswords oneTimePasswords) {
        this.change = change;
        this.oneTimePasswords = oneTimePasswords;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.put(Api.AUTH + "/password", this::change, Access.SIGNED_IN_AT_ALL);
        routes.post("/api/admin/users/{id}/password", this::give, Access.ADMIN);
    }

    private void change(Context context) {
        Caller caller = AccessControl.caller(context);
        Body body = Body.of(context);
        PasswordChange.Wish wish =
                new PasswordChange.Wish(
                        body.text("current_password"), body.requiredText("new_password"));
        // What was said first of a field stays: a missing one is not too short as well.
        change.faults(caller, wish).forEach(body::fault);
        body.refuseFaults();
        change.change(caller, wish);
        context.status(204);
    }

    private void give(Context context) {
        long userId = Ids.number(context, "id", "user");
        context.status(201)
                .header("Cache-Control", "no-store")
                .json(oneTimePasswords.give(AccessControl.caller(context), userId));
    }
}
