package org.tutortimes.server.marking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.audit.Action;
import org.tutortimes.server.audit.AuditEntry;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.Subject;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Locks;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.units.RoleStore;
import org.tutortimes.server.web.Routes;

/// Marking sessions: the list of a unit, one with its activities, and its deletion.
public final class MarkingSessionRoutes implements Routes {

    private static final String ONE = Api.MARKING_SESSIONS + "/{id}";

    private final Database database;
    private final MarkingAccess access;
    private final Clock clock;

    public MarkingSessionRoutes(Database database, UnitAccess units, Clock clock) {
        this.database = database;
        this.access = new MarkingAccess(units);
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
                                seen(handle, caller, id),
                                MarkingSessionStore.activities(handle, id))));
    }

    private void delete(Context context) {
        Caller caller = AccessControl.caller(context);
        long id = Ids.number(context, "id", "marking session");
        Instant now = clock.instant();
        database.write(handle -> {
            MarkingSession session = seen(handle, caller, id);
            // What is being added to it just now is either in what is deleted, or in another
            // session.
            Locks.observed(handle, List.of(session.userId()));
            session = seen(handle, caller, id);
            if (!caller.admin()) {
                throw new Refused(
                        new Refusal.Forbidden(
                                "Only an administrator may delete a marking session.", "admin"));
            }
            MarkingSessionStore.delete(handle, id, now);
            AuditLog.record(
                    handle,
                    now,
                    caller.actor(),
                    new AuditEntry(
                            Action.MARKING_SESSION_DELETED,
                            Subject.markingSession(id, session.unitId()),
                            session,
                            null,
                            null));
            return session;
        });
        context.status(204);
    }

    /// The session, for its owner, convenors of its unit and administrators.
    private static MarkingSession seen(Handle handle, Caller caller, long id) {
        return MarkingSessionStore.one(handle, id)
                .filter(session ->
                        caller.admin()
                                || session.userId() == caller.userId()
                                || RoleStore.convenes(handle, caller.userId(), session.unitId()))
                .orElseThrow(() -> new Refused(new Refusal.NotFound("marking session")));
    }
}
