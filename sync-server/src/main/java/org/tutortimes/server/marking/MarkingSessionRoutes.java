package org.tutortimes.server.marking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.List;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// Marking sessions: the list of a unit, one with its activities, and its deletion.
public final class MarkingSessionRoutes implements Routes {

    private static final String ONE = Api.MARKING_SESSIONS + "/{id}";

    private final Database database;
    private final MarkingAccess access;
    private final MarkingSessions sessions;
    private final Clock clock;

    public MarkingSessionRoutes(Database database, UnitAccess units, Clock clock) {
        this.database = database;
        this.access = new MarkingAccess(units);
        this.sessions = new MarkingSessions(database, clock);
        this.clock = clock;
    }

    private record WithActivities(
            @JsonUnwrapped MarkingSession session,
            List<MarkingSessionStore.ListedActivity> activities) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(Api.UNITS + "/{id}/marking_sessions", this::list, Access.SIGNED_IN_OR_PAGE);
        routes.get(ONE, this::get, Access.SIGNED_IN_OR_PAGE);
        routes.delete(ONE, this::delete, Access.SIGNED_IN);
    }

    /// As a bare array, as OnTrack's clients expect it.
    private void list(Context context) {
        long unitId = Ids.number(context, "id", "unit");
        SeenUnit unit = access.seen(AccessControl.caller(context), unitId);
        Query query = Query.of(context);
        MarkingDays days = MarkingDays.of(query, unit.zone(), clock);
        Long userId = query.number("user_id");
        Long studentId = query.number("student_id");
        query.refuseFaults();
        MarkingQuery wanted = new MarkingQuery(unitId, days.from(), days.to(), userId, studentId);
        Long own = unit.scope().userId();
        boolean othersOnly = own != null && userId != null && !userId.equals(own);
        context.json(
                othersOnly
                        ? List.of()
                        : database.read(handle ->
                                MarkingSessionStore.list(
                                        handle, own == null ? wanted : wanted.ofUser(own))));
    }

    private void get(Context context) {
        Caller caller = AccessControl.caller(context);
        long id = Ids.number(context, "id", "marking session");
        context.json(
                database.read(handle ->
                        new WithActivities(
                                MarkingSessions.seen(handle, caller, id),
                                MarkingSessionStore.activities(handle, id))));
    }

    private void delete(Context context) {
        sessions.delete(
                AccessControl.caller(context), Ids.number(context, "id", "marking session"), null);
        context.status(204);
    }
}
