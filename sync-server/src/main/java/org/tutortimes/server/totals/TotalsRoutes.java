package org.tutortimes.server.totals;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import java.util.List;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Period;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// A unit's totals: everybody's for convenors and administrators, their own for tutors.
public final class TotalsRoutes implements Routes {

    private static final String BY = "by";
    private static final int MOST_DIMENSIONS = 2;

    private final UnitAccess units;
    private final Totals totals;

    public TotalsRoutes(UnitAccess units, Totals totals) {
        this.units = units;
        this.totals = totals;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(Api.UNITS + "/{id}/totals", this::totals, Access.SIGNED_IN_OR_PAGE);
    }

    private void totals(Context context) {
        Caller caller = AccessControl.caller(context);
        UnitAccess.SeenUnit unit =
                units.required(caller.userId(), caller.admin(), Ids.number(context, "id", "unit"));
        Query query = Query.of(context);
        Totals.Asked asked = new Totals.Asked(dimensions(query), Period.of(query, unit.zone()));
        query.refuseFaults();
        context.json(totals.read(unit.scope(), asked));
    }

    private static List<Dimension> dimensions(Query query) {
        String text = query.text(BY);
        List<Dimension> chosen = new ArrayList<>();
        for (String name : text == null ? new String[0] : text.split(",", -1)) {
            Dimension.named(name)
                    .ifPresentOrElse(
                            chosen::add,
                            () ->
                                    query.fault(
                                            BY,
                                            "must be one or two of tutor, task, student, day, week"
                                                    + " and month"));
        }
        if (chosen.size() > MOST_DIMENSIONS
                || chosen.stream().distinct().count() < chosen.size()
                || chosen.stream().filter(Dimension::isOfTime).count() > 1) {
            query.fault(BY, "must be at most two that differ, only one of them day, week or month");
        }
        return chosen;
    }
}
