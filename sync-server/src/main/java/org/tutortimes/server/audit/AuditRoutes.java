package org.tutortimes.server.audit;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.request.Cursor;
import org.tutortimes.server.request.Period;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// `GET /api/admin/audit`: the log, newest first.
public final class AuditRoutes implements Routes {

    /// In cursors, so that those of other lists are refused.
    private static final String LIST = "audit";

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 500;
    private static final String[] ACTIONS =
            Arrays.stream(Action.values()).map(Action::wireName).toArray(String[]::new);

    private final Database database;

    public AuditRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/api/admin/audit", this::list, Access.ADMIN);
    }

    private void list(Context context) {
        Query query = Query.of(context);
        int limit = query.limit(USUAL_PAGE, LARGEST_PAGE);
        AuditQuery wanted = wanted(query, limit + 1);
        query.refuseFaults();
        List<ListedEntry> found = database.read(handle -> AuditStore.list(handle, wanted));
        List<ListedEntry> page = found.subList(0, Math.min(limit, found.size()));
        String next =
                found.size() <= limit
                        ? null
                        : Cursor.of(LIST, page.getLast().at().toEpochMilli(), page.getLast().id());
        context.json(new Entries(page, next));
    }

    private static AuditQuery wanted(Query query, int most) {
        Period period = Period.of(query, ZoneOffset.UTC);
        String action = query.oneOf("action", ACTIONS);
        return new AuditQuery(
                query.number("user_id"),
                action == null ? null : Action.of(action).orElseThrow(),
                query.text("subject_type"),
                query.text("subject_id"),
                query.number("unit_id"),
                period.from(),
                period.to(),
                query.text("q"),
                position(query),
                most);
    }

    private static AuditQuery.@Nullable Position position(Query query) {
        List<String> parts = query.cursor(LIST, 2);
        return parts == null
                ? null
                : new AuditQuery.Position(query.cursorNumber(parts, 0), parts.getLast());
    }

    private record Entries(List<ListedEntry> items, @Nullable String nextCursor) {}
}
