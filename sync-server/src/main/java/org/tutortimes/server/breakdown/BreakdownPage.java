package org.tutortimes.server.breakdown;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.Map;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.totals.Totals;
import org.tutortimes.server.web.Routes;

/// A unit's completed time by one or two dimensions, as a picture and a table.
public final class BreakdownPage implements Routes {

    private final UnitAccess units;
    private final Totals totals;
    private final PageFrame frame;
    private final InstantSource clock;

    public BreakdownPage(UnitAccess units, Totals totals, PageFrame frame, InstantSource clock) {
        this.units = units;
        this.totals = totals;
        this.frame = frame;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/units/{id}/reports", frame.page(this::show), Access.PAGE);
    }

    private void show(Context context) {
        Caller caller = AccessControl.caller(context);
        long unitId = Ids.number(context, "id", "unit");
        SeenUnit unit = units.required(caller.userId(), caller.admin(), unitId);
        BreakdownChoice choice = BreakdownChoice.of(Query.of(context), unit.zone());
        Totals.Table table = totals.table(unit.scope(), choice.asked());
        Reader reader = Reader.of(context);
        BreakdownView view =
                new BreakdownViewOf(unit, choice, table, reader.words())
                        .view(clock.instant().atZone(unit.zone()).toLocalDate());
        frame.show(
                context,
                "breakdown/breakdown",
                frame.shell(
                        context,
                        reader.words().text("breakdown.title", unit.code()),
                        units.unitsOf(caller.userId(), caller.admin()),
                        unitId),
                Map.of("view", view));
    }
}
