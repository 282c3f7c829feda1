package org.tutortimes.server.units;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Page;
import org.tutortimes.server.web.Routes;

/// The units that a caller is a member of.
public final class UnitRoutes implements Routes {

    private final Database database;
    private final Clock clock;

    public UnitRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(Api.UNITS, this::list, Access.SIGNED_IN_OR_PAGE);
        routes.get(Api.UNITS + "/{id}", this::get, Access.SIGNED_IN_OR_PAGE);
    }

    private void list(Context context) {
        Caller caller = AccessControl.caller(context);
        context.json(
                new Page<>(
                        database.read(handle -> UnitStore.all(handle, caller, clock.instant())),
                        null));
    }

    private void get(Context context) {
        Caller caller = AccessControl.caller(context);
        long id = Ids.number(context, "id", "unit");
        context.json(
                database.read(handle -> UnitStore.one(handle, caller, clock.instant(), id)).stream()
                        .findFirst()
                        .orElseThrow(() -> new Refused(new Refusal.NotFound("unit"))));
    }
}
