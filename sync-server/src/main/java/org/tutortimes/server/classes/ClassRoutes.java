package org.tutortimes.server.classes;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.ClassStatus;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.request.Cursor;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Page;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// Classes, for those who run them.
public final class ClassRoutes implements Routes {

    /// In cursors, so that those of other lists are refused.
    private static final String LIST = "classes";

    private static final String ALL = "/api/classes";
    private static final String ONE = ALL + "/{id}";

    private final Classes classes;

    public ClassRoutes(Classes classes) {
        this.classes = classes;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, this::list, Access.SIGNED_IN_OR_PAGE);
        routes.post(ALL, this::add, Access.SIGNED_IN);
        routes.get(ONE, this::one, Access.SIGNED_IN_OR_PAGE);
        routes.put(ONE, this::change, Access.SIGNED_IN);
        routes.put(ONE + "/archive", this::archive, Access.SIGNED_IN);
    }

    private void list(Context context) {
        Query query = Query.of(context);
        Long unitId = query.number("unit_id");
        @Nullable String status = query.oneOf("status", "ACTIVE", "ARCHIVED");
        List<String> cursor = query.cursor(LIST, 2);
        int limit = query.limit(Page.USUAL, Page.MOST);
        query.refuseFaults();
        ClassStore.Wanted wanted =
                new ClassStore.Wanted(
                        unitId,
                        status == null ? null : ClassStatus.valueOf(status),
                        cursor == null
                                ? null
                                : new ClassStore.Position(cursor.getFirst(), cursor.getLast()),
                        limit);
        context.json(
                Page.of(
                        classes.list(AccessControl.caller(context), wanted),
                        limit,
                        last -> Cursor.of(LIST, last.name(), last.id())));
    }

    private void one(Context context) {
        context.json(classes.one(AccessControl.caller(context), id(context)));
    }

    private void add(Context context) {
        context.status(201)
                .json(classes.add(AccessControl.caller(context), Body.of(context).object()));
    }

    private void change(Context context) {
        context.json(
                classes.change(
                        AccessControl.caller(context), id(context), Body.of(context).object()));
    }

    private void archive(Context context) {
        context.json(classes.archive(AccessControl.caller(context), id(context)));
    }

    private static UUID id(Context context) {
        return Ids.uuid(context, "id", "class");
    }
}
