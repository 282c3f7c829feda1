package org.tutortimes.server.admin;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Locale;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.request.Cursor;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Page;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// Unit roles, for administrators and, of their own units, convenors.
public final class AdminUnitRoleRoutes implements Routes {

    /// In cursors, so that those of other lists are refused.
    private static final String LIST = "unit-roles";

    private static final String ALL = "/api/admin/unit-roles";
    private static final String ONE = ALL + "/{id}";

    private final UnitRoles unitRoles;

    public AdminUnitRoleRoutes(UnitRoles unitRoles) {
        this.unitRoles = unitRoles;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, this::list, Access.SIGNED_IN);
        routes.post(ALL, this::add, Access.SIGNED_IN);
        routes.get(ONE, this::one, Access.SIGNED_IN);
        routes.put(ONE, this::change, Access.SIGNED_IN);
    }

    private void list(Context context) {
        Query query = Query.of(context);
        String role = query.oneOf("role", "tutor", "convenor");
        UnitRoleStore.Filter filter =
                new UnitRoleStore.Filter(
                        null,
                        query.number("unit_id"),
                        query.number("user_id"),
                        role == null ? null : UnitRoleKind.valueOf(role.toUpperCase(Locale.ROOT)),
                        query.flag("active"),
                        query.text("q"));
        List<String> cursor = query.cursor(LIST, 1);
        Long after = cursor == null ? null : (Long) query.cursorNumber(cursor, 0);
        int limit = query.limit(Page.USUAL, Page.MOST);
        query.refuseFaults();
        context.json(
                Page.of(
                        unitRoles.list(AccessControl.caller(context), filter, after, limit + 1),
                        limit,
                        last -> Cursor.of(LIST, last.id())));
    }

    private void one(Context context) {
        context.json(unitRoles.one(AccessControl.caller(context), id(context)));
    }

    private void add(Context context) {
        context.status(201)
                .json(unitRoles.add(AccessControl.caller(context), Body.of(context).object()));
    }

    private void change(Context context) {
        context.json(
                unitRoles.change(
                        AccessControl.caller(context), id(context), Body.of(context).object()));
    }

    private static long id(Context context) {
        return Ids.number(context, "id", "unit role");
    }
}
