package org.tutortimes.server.admin;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Locale;
import org.tutortimes.model.account.SystemRole;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.request.Cursor;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Page;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// Users, for administrators.
public final class AdminUserRoutes implements Routes {

    /// In cursors, so that those of other lists are refused.
    private static final String LIST = "users";

    private static final String ALL = "/api/admin/users";
    private static final String ONE = ALL + "/{id}";

    private final Users users;

    public AdminUserRoutes(Users users) {
        this.users = users;
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
        String role = query.oneOf("system_role", "admin", "none");
        AdminUserStore.Filter filter =
                new AdminUserStore.Filter(
                        query.text("q"),
                        null,
                        role == null ? null : SystemRole.valueOf(role.toUpperCase(Locale.ROOT)),
                        query.flag("active"));
        List<String> after = query.cursor(LIST, 1);
        int limit = query.limit(Page.USUAL, Page.MOST);
        query.refuseFaults();
        context.json(
                Page.of(
                        users.list(filter, after == null ? null : after.getFirst(), limit + 1),
                        limit,
                        last -> Cursor.of(LIST, last.username())));
    }

    private void one(Context context) {
        context.json(users.one(id(context)));
    }

    private void add(Context context) {
        context.status(201)
                .json(users.add(AccessControl.caller(context), Body.of(context).object()));
    }

    private void change(Context context) {
        long id = id(context);
        context.json(users.change(AccessControl.caller(context), id, Body.of(context).object()));
    }

    private static long id(Context context) {
        return Ids.number(context, "id", "user");
    }
}
