package org.tutortimes.server.administration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.admin.UnitAnswer;
import org.tutortimes.server.admin.Units;
import org.tutortimes.server.administration.Form.Field;
import org.tutortimes.server.administration.Form.Kind;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.web.Routes;

/// A new unit, and what is set for one, for administrators.
public final class UnitSettingsPage implements Routes {

    private static final String NEW = "/units/new";
    private static final String PATH = "/units/{id}/settings";
    private static final List<Field> FIELDS =
            List.of(
                    new Field("code", Kind.TEXT, true),
                    new Field("name", Kind.TEXT, true),
                    new Field("zone", Kind.TEXT, true),
                    new Field("start_date", Kind.DATE, false),
                    new Field("end_date", Kind.DATE, false),
                    new Field("budget_hours", Kind.NUMBER, false),
                    new Field("single_action_floor_minutes", Kind.NUMBER, true));

    /// Those of places: what is called otherwise is there for old programs.
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(zone -> zone.matches("(?!Etc|SystemV)[A-Z][a-z]+/.*"))
                    .sorted()
                    .toList();

    private final Units units;
    private final UnitAccess access;
    private final PageFrame frame;

    public UnitSettingsPage(Units units, UnitAccess access, PageFrame frame) {
        this.units = units;
        this.access = access;
        this.frame = frame;
    }

    /// The page, as its template writes it.
    ///
    /// @param unit null where it is to be made
    /// @param done what was just done; empty where nothing was
    /// @param undo the address that undoes it; empty where it cannot be
    public record View(
            @Nullable UnitAnswer unit,
            List<FormField> fields,
            List<String> zones,
            String done,
            String undo) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(NEW, frame.page(this::showNew), Access.PAGE);
        routes.post(NEW, frame.page(this::add), Access.PAGE_CHANGE);
        routes.get(PATH, frame.page(this::show), Access.PAGE);
        routes.post(PATH, frame.page(this::change), Access.PAGE_CHANGE);
        routes.post(
                PATH + "/end",
                frame.page(context -> setActive(context, false, "ended")),
                Access.PAGE_CHANGE);
        routes.post(
                PATH + "/restore",
                frame.page(context -> setActive(context, true, "restored")),
                Access.PAGE_CHANGE);
    }

    private void showNew(Context context) {
        AccessControl.administrator(context);
        String zone = Reader.of(context).zone(ZoneOffset.UTC).getId();
        show(
                context,
                null,
                Form.with(
                        FIELDS,
                        Map.of(
                                "zone",
                                ZONES.contains(zone) ? zone : "",
                                "single_action_floor_minutes",
                                "5")));
    }

    private void show(Context context) {
        AccessControl.administrator(context);
        UnitAnswer unit = units.one(id(context));
        show(context, unit, Form.of(FIELDS, unit));
    }

    private void show(Context context, @Nullable UnitAnswer unit, Form form) {
        Caller caller = AccessControl.administrator(context);
        Words words = PageLanguage.words(context);
        View view =
                new View(
                        unit,
                        form.view(words),
                        ZONES,
                        unit == null ? "" : done(context, unit, words),
                        unit != null && !unit.active() && context.queryParam("ended") != null
                                ? "/units/" + unit.id() + "/settings/restore"
                                : "");
        frame.show(
                context,
                "administration/unit",
                frame.shell(
                        context,
                        unit == null
                                ? words.text("administration.unit.new")
                                : words.text("administration.unit.settings", unit.code()),
                        access.unitsOf(caller.userId(), true),
                        unit == null ? null : Long.valueOf(unit.id())),
                Map.of("view", view));
    }

    private static String done(Context context, UnitAnswer unit, Words words) {
        if (context.queryParam("ended") != null && !unit.active()) {
            return words.text("administration.unit.ended", unit.code());
        }
        if (context.queryParam("restored") != null && unit.active()) {
            return words.text("administration.unit.restored", unit.code());
        }
        return context.queryParam("changed") == null ? "" : words.text("administration.saved");
    }

    private void add(Context context) {
        Caller caller = AccessControl.administrator(context);
        Form form = Form.read(FIELDS, context);
        try {
            UnitAnswer added = units.add(caller, form.values());
            // A unit without people is of no use to anybody yet.
            context.redirect("/units/" + added.id() + "/people", HttpStatus.SEE_OTHER);
        } catch (Refused e) {
            Form refused = form.refusedBy(e);
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, null, refused);
        }
    }

    private void change(Context context) {
        Caller caller = AccessControl.administrator(context);
        UnitAnswer unit = units.one(id(context));
        Form form = Form.read(FIELDS, context);
        try {
            units.change(caller, unit.id(), form.values());
            back(context, unit.id(), "changed");
        } catch (Refused e) {
            Form refused = form.refusedBy(e);
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, unit, refused);
        }
    }

    private void setActive(Context context, boolean active, String done) {
        Caller caller = AccessControl.administrator(context);
        long id = id(context);
        units.change(caller, id, JsonNodeFactory.instance.objectNode().put("active", active));
        back(context, id, done);
    }

    private static void back(Context context, long id, String done) {
        context.redirect("/units/%d/settings?%s".formatted(id, done), HttpStatus.SEE_OTHER);
    }

    private static long id(Context context) {
        return Ids.number(context, "id", "unit");
    }
}
