package org.tutortimes.server.breakdown;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Period;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.totals.Dimension;
import org.tutortimes.server.totals.Totals;
import org.tutortimes.server.web.Routes;

/// Timesheets to print and sign: a sheet of paper for each tutor.
public final class TimesheetPage implements Routes {

    private final UnitAccess units;
    private final Totals totals;
    private final PageFrame frame;
    private final InstantSource clock;

    public TimesheetPage(UnitAccess units, Totals totals, PageFrame frame, InstantSource clock) {
        this.units = units;
        this.totals = totals;
        this.frame = frame;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/units/{id}/timesheets", frame.page(this::show), Access.PAGE);
    }

    /// The page for these days, of which either may be empty.
    static String address(long unitId, String from, String to) {
        String path = "/units/" + unitId + "/timesheets";
        return from.isEmpty() && to.isEmpty() ? path : path + "?from=" + from + "&to=" + to;
    }

    private void show(Context context) {
        Caller caller = AccessControl.caller(context);
        long unitId = Ids.number(context, "id", "unit");
        SeenUnit unit = units.required(caller.userId(), caller.admin(), unitId);
        Query query = Query.of(context);
        Period period = Period.in(query, unit.zone());
        String from = query.text("from");
        String to = query.text("to");
        query.refuseFaults();
        Totals.Table table =
                totals.table(
                        unit.scope(),
                        new Totals.Asked(List.of(Dimension.TUTOR, Dimension.DAY), period));
        Reader reader = Reader.of(context);
        Instant now = clock.instant();
        TimesheetView view =
                new TimesheetViewOf(unit, period, table, reader.words())
                        .view(from == null ? "" : from, to == null ? "" : to, now);
        frame.show(
                context,
                "breakdown/timesheets",
                frame.shell(
                        context,
                        reader.words().text("timesheet.title", unit.code()),
                        units.unitsOf(caller.userId(), caller.admin()),
                        unitId),
                Map.of("view", view));
    }
}
