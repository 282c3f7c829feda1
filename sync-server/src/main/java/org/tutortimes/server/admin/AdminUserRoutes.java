package org.tutortimes.server.admin;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Locale;
import org.tutortimes.model.account.SystemRole;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importing.RowEdit;
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

    private final Database database;
    private final RowEdit rows;

    public AdminUserRoutes(Database database, RowEdit rows) {
        this.database = database;
        this.rows = rows;
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
                        role == null ? null : SystemRole.valueOf(role.toUpperCase(Locale.ROOT)),
                        query.flag("active"));
        List<String> after = query.cursor(LIST, 1);
        int limit = query.limit(Page.USUAL, Page.MOST);
        query.refuseFaults();
        context.json(
                Page.of(
                        database.read(handle ->
                                AdminUserStore.list(
                                        handle,
                                        filter,
                                        after == null ? null : after.getFirst(),
                                        limit + 1)),
                        limit,
                        last -> Cursor.of(LIST, last.username())));
    }

    private void one(Context context) {
        context.json(user(Ids.number(context, "id", "user")));
    }

    private void add(Context context) {
        Administrator editor = new Administrator(AccessControl.caller(context));
        long id = rows.add(ImportList.USERS, Body.of(context).object(), editor).asLong();
        context.status(201).json(user(id));
    }

    private void change(Context context) {
        long id = Ids.number(context, "id", "user");
        Administrator editor = new Administrator(AccessControl.caller(context));
        rows.change(ImportList.USERS, id, Body.of(context).object(), editor);
        context.json(user(id));
    }

    private AdminUserStore.UserAnswer user(long id) {
        return database.read(handle -> AdminUserStore.one(handle, id))
                .orElseThrow(() -> new Refused(new Refusal.NotFound("user")));
    }
}
