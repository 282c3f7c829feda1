package org.tutortimes.server.overview;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.attention.AttentionReport;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.effort.EffortReport;
import org.tutortimes.server.live.Beat;
import org.tutortimes.server.live.LatestContent;
import org.tutortimes.server.live.LiveAccess;
import org.tutortimes.server.live.LiveStreams;
import org.tutortimes.server.live.Topic;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageViewer;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.pages.Shell;
import org.tutortimes.server.report.Cells;
import org.tutortimes.server.report.PeriodChoice;
import org.tutortimes.server.report.Scope;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitFigures;
import org.tutortimes.server.report.UnitReport;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Period;
import org.tutortimes.server.web.Routes;

/// The page of a unit, with its stream.
public final class UnitPage implements Routes {

    /// The parts of the page that follow what happens, each a template of its own.
    private static final List<String> SECTIONS =
            List.of("headline", "attention", "picture", "markers", "tutors", "effort", "latest");

    /// What a stream's content depends on, beside the version of the unit.
    ///
    /// @param minute since 1970: what was left for too long shows by the clock alone
    private record ContentKey(Scope scope, PeriodChoice period, Reader reader, long minute) {}

    /// What the page is made of.
    public record Parts(
            Database database,
            UnitAccess units,
            LiveAccess access,
            UnitReport report,
            LiveStreams streams,
            InstantSource clock) {}

    private final Database database;
    private final UnitAccess units;
    private final LiveAccess access;
    private final UnitReport report;
    private final LiveStreams streams;
    private final InstantSource clock;
    private final PageFrame frame;
    private final LatestContent<ContentKey, Map<String, String>> contents = new LatestContent<>();

    public UnitPage(Parts parts, PageFrame frame) {
        this.database = parts.database();
        this.units = parts.units();
        this.access = parts.access();
        this.report = parts.report();
        this.streams = parts.streams();
        this.clock = parts.clock();
        this.frame = frame;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/units/{id}", frame.page(this::show), Access.PAGE);
        routes.get("/units/{id}/live", this::stream, Access.SIGNED_IN_OR_PAGE);
    }

    private void show(Context context) {
        PeriodChoice period = period(context);
        long unitId = Ids.number(context, "id", "unit");
        Caller caller = AccessControl.caller(context);
        UnitView view = view(access.scopeOf(caller, unitId), period, Reader.of(context));
        Shell shell =
                frame.shell(
                        context,
                        view.code(),
                        units.unitsOf(caller.userId(), caller.admin()),
                        unitId);
        frame.show(context, "overview/unit", shell, Map.of("view", view));
    }

    private void stream(Context context) {
        PeriodChoice period = period(context);
        long unitId = Ids.number(context, "id", "unit");
        String token = AccessControl.token(context);
        Caller caller = AccessControl.caller(context);
        Scope scope = access.scopeOf(caller, unitId);
        Reader reader = Reader.of(context);
        streams.serve(
                context,
                Topic.unit(unitId),
                Beat.TIME,
                () -> access.maySee(caller, token, scope),
                new PageViewer(version ->
                        contents.get(
                                new ContentKey(scope, period, reader, minute()),
                                version,
                                () -> sections(scope, period, reader))));
    }

    private long minute() {
        return clock.instant().getEpochSecond() / 60;
    }

    private Map<String, String> sections(Scope scope, PeriodChoice period, Reader reader) {
        UnitView view = view(scope, period, reader);
        Map<String, String> sections = new LinkedHashMap<>();
        for (String name : SECTIONS) {
            sections.put(
                    name, frame.render("overview/" + name, reader.words(), Map.of("view", view)));
        }
        return sections;
    }

    private UnitView view(Scope scope, PeriodChoice period, Reader reader) {
        return database.read(handle ->
                        report.read(handle, scope, period)
                                .map(figures -> found(handle, figures, scope, period)))
                .map(found -> UnitViewOf.view(found, scope, period, reader))
                .orElseThrow(() -> new Refused(new Refusal.NotFound("unit")));
    }

    private static UnitViewOf.Found found(
            Handle handle, UnitFigures figures, Scope scope, PeriodChoice choice) {
        Cells cells = figures.cells();
        ZoneId zone = cells.zone();
        Period period =
                choice == PeriodChoice.WHOLE_UNIT
                        ? Period.ever(zone)
                        : new Period(
                                cells.edges().getFirst().atStartOfDay(zone).toInstant(),
                                cells.edges().getLast().atStartOfDay(zone).toInstant(),
                                zone);
        return new UnitViewOf.Found(
                figures,
                AttentionReport.read(handle, scope, zone, figures.at()),
                EffortReport.read(handle, scope, period));
    }

    private static PeriodChoice period(Context context) {
        String name = context.queryParam("period");
        return name == null
                ? PeriodChoice.WHOLE_UNIT
                : PeriodChoice.ofAddress(name)
                        .orElseThrow(() ->
                                new Refused(
                                        Refusal.Malformed.field(
                                                "period", "is not one of the choices")));
    }
}
