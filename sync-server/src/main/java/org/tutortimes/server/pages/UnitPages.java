package org.tutortimes.server.pages;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.live.Beat;
import org.tutortimes.server.live.LatestContent;
import org.tutortimes.server.live.LiveAccess;
import org.tutortimes.server.live.LiveStreams;
import org.tutortimes.server.live.Topic;
import org.tutortimes.server.report.PeriodChoice;
import org.tutortimes.server.report.Scope;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.VisibleUnit;
import org.tutortimes.server.report.UnitReport;
import org.tutortimes.server.request.Ids;

/// The list of units, and the page of each with its stream.
final class UnitPages {

    /// The parts of the page that follow what happens, each a template of its own.
    private static final List<String> SECTIONS =
            List.of("headline", "picture", "markers", "tutors", "latest");

    /// What a stream's content depends on, beside the version of the unit.
    private record ContentKey(Scope scope, PeriodChoice period) {}

    private final UnitAccess units;
    private final LiveAccess access;
    private final UnitReport report;
    private final LiveStreams streams;
    private final PageFrame frame;
    private final LatestContent<ContentKey, Map<String, String>> contents = new LatestContent<>();

    UnitPages(PagesRoutes.Parts parts, PageFrame frame) {
        this.units = parts.units();
        this.access = parts.access();
        this.report = parts.report();
        this.streams = parts.streams();
        this.frame = frame;
    }

    /// The units of the reader; the page of the only one where there is just one. Who has none and
    /// is a student of classes finds those.
    void list(Context context) {
        Caller caller = AccessControl.caller(context);
        List<VisibleUnit> visible = visible(caller);
        if (visible.size() == 1) {
            context.redirect("/units/" + visible.getFirst().id());
            return;
        }
        Shell shell = frame.shell(context, "Units", visible, null);
        if (visible.isEmpty() && shell.student()) {
            context.redirect("/classes");
            return;
        }
        Map<Long, Long> seconds =
                visible.stream()
                        .collect(
                                Collectors.toMap(
                                        VisibleUnit::id,
                                        unit -> units.seconds(caller.userId(), unit)));
        frame.show(context, "units", shell, Map.of("seconds", seconds));
    }

    void show(Context context) {
        PeriodChoice period = period(context);
        long unitId = Ids.number(context, "id", "unit");
        Caller caller = AccessControl.caller(context);
        UnitView view = view(access.scopeOf(caller, unitId), period);
        Shell shell = frame.shell(context, view.code(), visible(caller), unitId);
        frame.show(context, "unit", shell, Map.of("view", view));
    }

    void stream(Context context) {
        PeriodChoice period = period(context);
        long unitId = Ids.number(context, "id", "unit");
        String token = AccessControl.token(context);
        Caller caller = AccessControl.caller(context);
        Scope scope = access.scopeOf(caller, unitId);
        streams.serve(
                context,
                Topic.unit(unitId),
                Beat.TIME,
                () -> access.maySee(caller, token, scope),
                new PageViewer(version ->
                        contents.get(
                                new ContentKey(scope, period),
                                version,
                                () -> sections(scope, period))));
    }

    private Map<String, String> sections(Scope scope, PeriodChoice period) {
        UnitView view = view(scope, period);
        Map<String, String> sections = new LinkedHashMap<>();
        for (String name : SECTIONS) {
            sections.put(name, frame.render("unit/" + name, Map.of("view", view)));
        }
        return sections;
    }

    private UnitView view(Scope scope, PeriodChoice period) {
        return report.read(scope, period)
                .map(figures -> UnitViewOf.view(figures, scope, period))
                .orElseThrow(() -> new Refused(new Refusal.NotFound("unit")));
    }

    private List<VisibleUnit> visible(Caller caller) {
        return units.unitsOf(caller.userId(), caller.admin());
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
