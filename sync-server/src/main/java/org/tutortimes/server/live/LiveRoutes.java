package org.tutortimes.server.live;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.report.PeriodChoice;
import org.tutortimes.server.report.Scope;
import org.tutortimes.server.report.UnitReport;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.web.Routes;

/// The live stream of a unit for programs: a snapshot, then what changes, as JSON.
public final class LiveRoutes implements Routes {

    private final LiveStreams streams;
    private final LiveAccess access;
    private final UnitReport report;
    private final LatestContent<Long, LiveState> states = new LatestContent<>();

    public LiveRoutes(LiveStreams streams, LiveAccess access, UnitReport report) {
        this.streams = streams;
        this.access = access;
        this.report = report;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(Api.LIVE + "/units/{id}", this::unit, Access.SIGNED_IN_OR_PAGE);
    }

    private void unit(Context context) {
        long unitId = Ids.number(context, "id", "unit");
        String token = AccessControl.token(context);
        Caller caller = AccessControl.caller(context);
        Scope scope = access.scopeOf(caller, unitId);
        if (!scope.isWhole()) {
            throw new Refused(new Refusal.NotFound("unit"));
        }
        streams.serve(
                context,
                Topic.unit(unitId),
                Beat.JSON,
                () -> access.maySee(caller, token, scope),
                new JsonViewer(version -> states.get(unitId, version, () -> read(scope))));
    }

    private LiveState read(Scope scope) {
        return report.read(scope, PeriodChoice.WHOLE_UNIT)
                .map(LiveState::of)
                .orElseThrow(() -> new Refused(new Refusal.NotFound("unit")));
    }
}
