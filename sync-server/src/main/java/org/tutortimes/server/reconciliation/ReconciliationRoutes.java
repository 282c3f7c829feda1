package org.tutortimes.server.reconciliation;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Page;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// The reports on both records of a unit, and the click that puts them right.
public final class ReconciliationRoutes implements Routes {

    private final UnitAccess units;
    private final RecordReports reports;
    private final ActivityRecorder recorder;

    public ReconciliationRoutes(
            UnitAccess units, RecordReports reports, ActivityRecorder recorder) {
        this.units = units;
        this.reports = reports;
        this.recorder = recorder;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(
                Api.UNITS + "/{id}/reconciliation", this::reconciliation, Access.SIGNED_IN_OR_PAGE);
        routes.get(Api.UNITS + "/{id}/sharing", this::sharing, Access.SIGNED_IN_OR_PAGE);
        routes.post(Api.MARKING_SESSIONS + "/{id}/record", this::record, Access.SIGNED_IN);
    }

    private void reconciliation(Context context) {
        SeenUnit unit = seen(context);
        Query query = Query.of(context);
        ReportPeriod period = ReportPeriod.of(query, unit.zone(), reports.clock());
        query.refuseFaults();
        context.json(reports.reconciliation(unit.scope(), period.period()));
    }

    private void sharing(Context context) {
        SeenUnit unit = seen(context);
        if (!unit.scope().isWhole()) {
            throw new Refused(
                    new Refusal.Forbidden(
                            "Only convenors of the unit may see this.", "not_your_unit"));
        }
        Query query = Query.of(context);
        ReportPeriod period = ReportPeriod.of(query, unit.zone(), reports.clock());
        query.refuseFaults();
        context.json(new Page<>(reports.sharing(unit.scope().unitId(), period.period()), null));
    }

    private void record(Context context) {
        Caller caller = AccessControl.caller(context);
        long id = Ids.number(context, "id", "marking session");
        Body body = Body.optional(context);
        Long taskDefinitionId = body.number("task_definition_id");
        body.refuseFaults();
        List<SessionAnswer> made = recorder.record(caller, id, taskDefinitionId);
        context.status(made.isEmpty() ? 200 : 201).json(new Page<>(made, null));
    }

    private SeenUnit seen(Context context) {
        Caller caller = AccessControl.caller(context);
        return units.required(caller.userId(), caller.admin(), Ids.number(context, "id", "unit"));
    }
}
