package org.tutortimes.server.administration;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.admin.UnitAnswer;
import org.tutortimes.server.admin.Units;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// All units of the server, those that have ended too, for administrators.
public final class EveryUnitPage implements Routes {

    private static final String PATH = "/units";
    private static final int PAGE = 50;

    private final Units units;
    private final UnitAccess access;
    private final PageFrame frame;

    public EveryUnitPage(Units units, UnitAccess access, PageFrame frame) {
        this.units = units;
        this.access = access;
        this.frame = frame;
    }

    /// A unit as the template writes it: every text is final.
    public record Line(
            long id, String code, String name, String days, String time, boolean active) {}

    /// The page.
    ///
    /// @param asked how the codes begin
    /// @param ended whether only those that have ended are shown
    /// @param next the address of the page after this one; empty on the last
    /// @param first the address of the first page; empty where this is it
    public record View(String asked, boolean ended, List<Line> lines, String first, String next) {
        public View {
            lines = List.copyOf(lines);
        }

        /// Whether not all units were asked for.
        public boolean filtered() {
            return ended || !asked.isEmpty();
        }
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, frame.page(this::show), Access.PAGE);
    }

    private void show(Context context) {
        Caller caller = AccessControl.administrator(context);
        Query query = Query.of(context);
        String text = query.text("q");
        String asked = text == null ? "" : text.strip();
        boolean ended = "true".equals(query.oneOf("ended", "true"));
        Long after = query.number("after");
        query.refuseFaults();
        List<UnitAnswer> found =
                units.found(
                        asked.isEmpty() ? null : asked,
                        ended ? false : null,
                        after == null ? null : units.one(after),
                        PAGE + 1);
        List<UnitAnswer> shown = found.subList(0, Math.min(PAGE, found.size()));
        Words words = PageLanguage.words(context);
        View view =
                new View(
                        asked,
                        ended,
                        shown.stream().map(unit -> line(unit, words)).toList(),
                        after == null ? "" : address(asked, ended, null),
                        found.size() > PAGE ? address(asked, ended, shown.getLast()) : "");
        frame.show(
                context,
                "administration/everyUnit",
                frame.shell(
                        context,
                        words.text("administration.units"),
                        access.unitsOf(caller.userId(), true),
                        null),
                Map.of("view", view));
    }

    private static Line line(UnitAnswer unit, Words words) {
        String start = day(unit.startDate(), words);
        String end = day(unit.endDate(), words);
        return new Line(
                unit.id(),
                unit.code(),
                unit.name(),
                start.isEmpty() && end.isEmpty() ? "" : start + " – " + end,
                words.duration(unit.totalTutorTime()),
                unit.active());
    }

    private static String day(@Nullable String day, Words words) {
        return day == null ? "" : words.day(LocalDate.parse(day), LocalDate.MIN);
    }

    private static String address(String asked, boolean ended, @Nullable UnitAnswer after) {
        return "%s?q=%s%s%s"
                .formatted(
                        PATH,
                        URLEncoder.encode(asked, StandardCharsets.UTF_8),
                        ended ? "&ended=true" : "",
                        after == null ? "" : "&after=" + after.id());
    }
}
