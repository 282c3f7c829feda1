package org.tutortimes.server.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.tracking.Action;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.web.Routes;

/// What clients report of what tutors do.
public final class TrackingRoutes implements Routes {

    private static final int MOST_ACTIVITIES = 100;

    private final Database database;
    private final SessionTracker tracker;

    public TrackingRoutes(Database database, SessionTracker tracker) {
        this.database = database;
        this.tracker = tracker;
    }

    private record Report(Person person, Activity activity) {}

    /// An activity of a list that was refused; the others are recorded.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record NotRecorded(boolean recorded, String code, String error) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post("/api/session-activities", this::report, Access.SIGNED_IN_OR_SERVICE);
        routes.post(Api.HEARTBEAT, this::heartbeat, Access.SIGNED_IN_OR_SERVICE);
    }

    private void report(Context context) {
        List<Body> bodies = Body.oneOrMore(context, MOST_ACTIVITIES);
        List<Report> reports = bodies.stream().map(body -> reported(context, body)).toList();
        bodies.getFirst().refuseFaults();
        boolean isList = bodies.getFirst().isOfList();
        context.json(
                database.write(handle ->
                        isList ? recordEach(handle, reports) : record(handle, reports.getFirst())));
    }

    private Recorded record(Handle handle, Report report) {
        return tracker.record(handle, report.person(), report.activity());
    }

    /// One that is refused stands in nobody's way. Nothing was written of it when that is found.
    private List<Object> recordEach(Handle handle, List<Report> reports) {
        tracker.lock(handle, reports.stream().map(report -> report.person().userId()).toList());
        List<Object> outcomes = new ArrayList<>();
        for (Report report : reports) {
            try {
                outcomes.add(record(handle, report));
            } catch (Refused e) {
                outcomes.add(notRecorded(e));
            }
        }
        return outcomes;
    }

    private static NotRecorded notRecorded(Refused refused) {
        return switch (refused.refusal()) {
            case Refusal.AgainstRule(String sentence, String code) ->
                    new NotRecorded(false, code, sentence);
            case Refusal.WrongState state -> new NotRecorded(false, state.code(), state.sentence());
            case Refusal.NotFound(String what) ->
                    new NotRecorded(false, "not_found", "There is no such " + what + ".");
            default -> throw refused;
        };
    }

    private void heartbeat(Context context) {
        Body body = Body.of(context);
        Person person = ObserverFields.person(AccessControl.callerIfAny(context), body);
        Activity.Work work = ObserverFields.work(body);
        body.refuseFaults();
        context.json(database.write(handle -> tracker.heartbeat(handle, person, work)));
    }

    private static Report reported(Context context, Body body) {
        return new Report(
                ObserverFields.person(AccessControl.callerIfAny(context), body),
                new Activity(
                        body.uuid("id"),
                        ObserverFields.work(body),
                        action(body),
                        false,
                        body.instant("occurred_at")));
    }

    private static Action action(Body body) {
        @Nullable Action action = Action.of(body.requiredText("action")).orElse(null);
        if (action == null) {
            body.fault("action", "must be one of " + String.join(", ", Action.wireNames()));
            return Action.GET;
        }
        return action;
    }
}
