package org.tutortimes.server.history;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.request.Cursor;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Page;
import org.tutortimes.server.request.Period;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// Lists of timer sessions, the last started first.
public final class HistoryRoutes implements Routes {

    /// In cursors, so that those of other lists are refused.
    private static final String LIST = "sessions";

    private static final String STATUS = "status";

    private final Database database;

    public HistoryRoutes(Database database) {
        this.database = database;
    }

    /// What a caller sees of something, if anything.
    private interface Sight {
        Optional<Seen> of(Handle handle, Caller caller, long id);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        add(routes, "unit-role", "unit role", SeenStore::ofUnitRole);
        add(routes, "unit", "unit", SeenStore::ofUnit);
        add(routes, "tutor", "tutor", SeenStore::ofTutor);
        add(routes, "student", "student", SeenStore::ofStudent);
    }

    private void add(JavalinDefaultRoutingApi routes, String path, String what, Sight sight) {
        routes.get(
                Api.TUTOR_TIMES + "/" + path + "/{id}",
                context -> list(context, what, sight),
                Access.SIGNED_IN_OR_PAGE);
    }

    private void list(Context context, String what, Sight sight) {
        Caller caller = AccessControl.caller(context);
        long id = Ids.number(context, "id", what);
        Seen seen =
                database.read(handle -> sight.of(handle, caller, id))
                        .orElseThrow(() -> new Refused(new Refusal.NotFound(what)));
        Wanted wanted = wanted(Query.of(context), seen.zone());
        context.json(
                Page.of(
                        database.read(handle -> SessionListStore.page(handle, seen, wanted)),
                        wanted.limit(),
                        last -> Cursor.of(LIST, last.startTime().toEpochMilli(), last.id())));
    }

    private static Wanted wanted(Query query, ZoneId usualZone) {
        Set<SessionStatus> statuses = statuses(query);
        Period period = Period.of(query, usualZone);
        Boolean deletedToo = query.flag("include_deleted");
        int limit = query.limit(Page.USUAL, Page.MOST);
        Wanted.Position after = position(query);
        query.refuseFaults();
        return new Wanted(statuses, period, Boolean.TRUE.equals(deletedToo), limit, after);
    }

    private static Set<SessionStatus> statuses(Query query) {
        String text = query.text(STATUS);
        if (text == null) {
            return EnumSet.allOf(SessionStatus.class);
        }
        Set<SessionStatus> statuses = EnumSet.noneOf(SessionStatus.class);
        for (String name : text.split(",", -1)) {
            Arrays.stream(SessionStatus.values())
                    .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            statuses::add,
                            () ->
                                    query.fault(
                                            STATUS,
                                            "must be active, paused or completed, or several of"
                                                    + " them with commas between"));
        }
        return statuses;
    }

    private static Wanted.@Nullable Position position(Query query) {
        List<String> parts = query.cursor(LIST, 2);
        return parts == null
                ? null
                : new Wanted.Position(query.cursorNumber(parts, 0), parts.getLast());
    }
}
