package org.tutortimes.server.sessions;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Period;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.sessions.Order.Shown;
import org.tutortimes.server.sessions.Order.Sort;
import org.tutortimes.server.sessions.UnitPeopleStore.Member;
import org.tutortimes.server.web.Routes;

/// The table of a unit's marking sessions.
public final class MarkingTablePage implements Routes {

    private static final String TABLE = "marking-table";
    private static final List<String> FILTERS = List.of("tutor", "tutorial", "from", "to");

    private final Database database;
    private final UnitAccess units;
    private final PageFrame frame;
    private final InstantSource clock;

    public MarkingTablePage(
            Database database, UnitAccess units, PageFrame frame, InstantSource clock) {
        this.database = database;
        this.units = units;
        this.frame = frame;
        this.clock = clock;
    }

    /// A marking session as the template writes it: every text is final.
    public record Line(
            long id,
            String when,
            String tutor,
            String duration,
            String credited,
            String actions,
            String assessments,
            String comments,
            String opened,
            boolean duringTutorial) {}

    /// The page.
    ///
    /// @param whole whether everybody's sessions are shown rather than the reader's own
    public record View(
            long unitId,
            String code,
            String name,
            boolean whole,
            TablePage table,
            TablePage.Heading when,
            TablePage.Heading duration,
            TablePage.Pager pager,
            List<Choice> tutors,
            List<Line> lines,
            String zoneNote) {
        /// What was chosen for a filter.
        public String chosen(String filter) {
            return table.value(filter);
        }

        /// Whether any filter is set.
        public boolean filtered() {
            return !table.chosen().isEmpty();
        }
    }

    private record Found(List<Member> members, List<MarkingTableStore.Row> rows) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/units/{id}/marking-sessions", frame.page(this::show), Access.PAGE);
    }

    private void show(Context context) {
        Caller caller = AccessControl.caller(context);
        long unitId = Ids.number(context, "id", "unit");
        SeenUnit unit = units.required(caller.userId(), caller.admin(), unitId);
        Query query = Query.of(context);
        Order order = Order.of(query, TABLE);
        Long tutor = query.number("tutor");
        Boolean tutorial = query.flag("tutorial");
        Period period = Period.of(query, unit.zone());
        query.refuseFaults();
        Found found =
                database.read(handle -> {
                    List<Member> members = UnitPeopleStore.members(handle, unitId);
                    Long userId = user(members, unit.scope().userId(), tutor);
                    MarkingChoice choice = new MarkingChoice(unitId, userId, tutorial, period);
                    return new Found(members, MarkingTableStore.rows(handle, choice, order));
                });
        Reader reader = Reader.of(context);
        frame.show(
                context,
                "sessions/markingTable",
                frame.shell(
                        context,
                        reader.words().text("sessions.marking.title", unit.code()),
                        units.unitsOf(caller.userId(), caller.admin()),
                        unitId),
                Map.of(
                        "view",
                        view(unitId, unit, TablePage.of(context, order, FILTERS), found, reader)));
    }

    /// Whose sessions: a tutor's are their own, whomever they ask for.
    private static @Nullable Long user(
            List<Member> members, @Nullable Long ownUserId, @Nullable Long wanted) {
        if (ownUserId != null || wanted == null) {
            return ownUserId;
        }
        // No role has this number: nothing is found, rather than everything.
        return members.stream()
                .filter(member -> member.unitRoleId() == wanted)
                .map(Member::userId)
                .findFirst()
                .orElse(0L);
    }

    private View view(long unitId, SeenUnit unit, TablePage table, Found found, Reader reader) {
        Words words = reader.words();
        Order order = table.order();
        Shown<MarkingTableStore.Row> shown = order.shown(found.rows());
        ZoneId zone = reader.zone(unit.zone());
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        return new View(
                unitId,
                unit.code(),
                unit.name(),
                unit.scope().isWhole(),
                table,
                table.heading(Sort.START),
                table.heading(Sort.DURATION),
                table.pager(shown, row -> row.key(order.sort()), MarkingTableStore.Row::id),
                found.members().stream()
                        .map(member ->
                                TimerTablePage.choice(
                                        table, "tutor", member.unitRoleId(), member.name()))
                        .toList(),
                shown.rows().stream().map(row -> line(row, words, zone, today)).toList(),
                reader.zoneNote(unit.zone()));
    }

    static Line line(MarkingTableStore.Row row, Words words, ZoneId zone, LocalDate today) {
        return new Line(
                row.id(),
                words.span(row.start(), row.end(), zone, today),
                row.tutor(),
                words.duration(row.minutes() * 60),
                words.duration(row.creditedMinutes() * 60),
                words.number(row.actions()),
                words.number(row.assessments()),
                words.number(row.comments()),
                words.number(row.submissionsOpened()),
                row.duringTutorial());
    }
}
