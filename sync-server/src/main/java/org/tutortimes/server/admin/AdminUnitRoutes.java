package org.tutortimes.server.admin;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.request.Cursor;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Page;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// Units, for administrators.
public final class AdminUnitRoutes implements Routes {

    /// In cursors, so that those of other lists are refused.
    private static final String LIST = "units";

    private static final String ALL = "/api/admin/units";
    private static final String ONE = ALL + "/{id}";

    private final Units units;

    public AdminUnitRoutes(Units units) {
        this.units = units;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, this::list, Access.ADMIN);
        routes.post(ALL, this::add, Access.ADMIN);
        routes.get(ONE, this::one, Access.ADMIN);
        routes.put(ONE, this::change, Access.ADMIN);
    }

    private void list(Context context) {
        Query query = Query.of(context);
        AdminUnitStore.Filter filter =
                new AdminUnitStore.Filter(query.text("q"), query.flag("active"));
        AdminUnitStore.Position after = position(query);
        int limit = query.limit(Page.USUAL, Page.MOST);
        query.refuseFaults();
        context.json(
                Page.of(
                        units.list(filter, after, limit + 1),
                        limit,
                        last -> Cursor.of(LIST, last.code(), last.id())));
    }

    private void one(Context context) {
        context.json(units.one(id(context)));
    }

    private void add(Context context) {
        context.status(201)
                .json(units.add(AccessControl.caller(context), Body.of(context).object()));
    }

    private void change(Context context) {
        long id = id(context);
        context.json(units.change(AccessControl.caller(context), id, Body.of(context).object()));
    }

    private static long id(Context context) {
        return Ids.number(context, "id", "unit");
    }

    private static AdminUnitStore.@Nullable Position position(Query query) {
        List<String> parts = query.cursor(LIST, 2);
        return parts == null
                ? null
                : new AdminUnitStore.Position(parts.getFirst(), query.cursorNumber(parts, 1));
    }
}
