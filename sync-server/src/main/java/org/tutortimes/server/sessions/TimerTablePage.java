package org.tutortimes.server.sessions;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.SessionStatus;
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
import org.tutortimes.server.sessions.UnitPeopleStore.Definition;
import org.tutortimes.server.sessions.UnitPeopleStore.Member;
import org.tutortimes.server.web.Routes;

/// The table of a unit's timer sessions.
public final class TimerTablePage implements Routes {

    private static final String TABLE = "timer-table";
    private static final List<String> FILTERS =
            List.of("tutor", "task", "status", "flagged", "deleted", "from", "to");
    private static final String COMPLETED = "completed";
    private static final String PAUSED = "paused";
    private static final String ACTIVE = "active";

    private final Database database;
    private final UnitAccess units;
    private final PageFrame frame;
    private final InstantSource clock;

    public TimerTablePage(
            Database database, UnitAccess units, PageFrame frame, InstantSource clock) {
        this.database = database;
        this.units = units;
        this.frame = frame;
        this.clock = clock;
    }

    /// A session as the template writes it: every text is final.
    public record Line(
            String id,
            String when,
            String tutor,
            String task,
            String duration,
            String status,
            String statusWords,
            boolean manual,
            boolean deleted,
            List<String> flags) {}

    /// The page.
    ///
    /// @param whole whether everybody's sessions are shown rather than the reader's own
    /// @param filtered whether any filter is set
    public record View(
            long unitId,
            String code,
            String name,
            boolean whole,
            boolean filtered,
            TablePage table,
            TablePage.Heading when,
            TablePage.Heading duration,
            TablePage.Pager pager,
            List<Choice> tutors,
            List<Choice> tasks,
            List<Choice> statuses,
            List<Choice> oddities,
            List<Line> lines,
            String zoneNote) {
        /// The completed sessions of the chosen days as files.
        public List<DownloadLink> downloads() {
            return DownloadLink.all(unitId, chosen("from"), chosen("to"));
        }

        /// What was chosen for a filter.
        public String chosen(String filter) {
            return table.value(filter);
        }
    }

    /// What stands in the address.
    private record Asked(
            Order order,
            @Nullable Long tutor,
            @Nullable Long task,
            @Nullable SessionStatus status,
            TimerChoice.@Nullable Flagged flagged,
            boolean deleted,
            Period period) {

        static Asked of(Query query, ZoneId zone) {
            Asked asked =
                    new Asked(
                            Order.of(query, TABLE),
                            query.number("tutor"),
                            query.number("task"),
                            TimerTablePage.status(query.oneOf("status", ACTIVE, PAUSED, COMPLETED)),
                            TimerChoice.Flagged.named(
                                    query.oneOf(
                                            "flagged",
                                            TimerChoice.Flagged.NAMES.toArray(String[]::new))),
                            Boolean.TRUE.equals(query.flag("deleted")),
                            Period.of(query, zone));
            query.refuseFaults();
            return asked;
        }
    }

    /// What is read for a page.
    private record Found(
            List<Member> members, List<Definition> definitions, List<TimerTableStore.Row> rows) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/units/{id}/sessions", frame.page(this::show), Access.PAGE);
    }

    private void show(Context context) {
        Caller caller = AccessControl.caller(context);
        long unitId = Ids.number(context, "id", "unit");
        SeenUnit unit = units.required(caller.userId(), caller.admin(), unitId);
        Asked asked = Asked.of(Query.of(context), unit.zone());
        Found found =
                database.read(handle -> {
                    List<Member> members = UnitPeopleStore.members(handle, unitId);
                    TimerChoice choice =
                            new TimerChoice(
                                    unitId,
                                    roles(members, unit.scope().userId(), asked.tutor()),
                                    asked.task(),
                                    asked.status(),
                                    asked.flagged(),
                                    asked.deleted(),
                                    asked.period());
                    return new Found(
                            members,
                            UnitPeopleStore.definitions(handle, unitId),
                            TimerTableStore.rows(handle, choice, asked.order()));
                });
        TablePage table = TablePage.of(context, asked.order(), FILTERS);
        Reader reader = Reader.of(context);
        frame.show(
                context,
                "sessions/timerTable",
                frame.shell(
                        context,
                        reader.words().text("sessions.title", unit.code()),
                        units.unitsOf(caller.userId(), caller.admin()),
                        unitId),
                Map.of("view", view(unitId, unit, table, found, reader)));
    }

    /// Whose sessions: a tutor's are their own, whomever they ask for.
    private static @Nullable List<Long> roles(
            List<Member> members, @Nullable Long ownUserId, @Nullable Long wanted) {
        if (ownUserId == null && wanted == null) {
            return null;
        }
        List<Long> roles =
                members.stream()
                        .filter(member -> ownUserId == null || member.userId() == ownUserId)
                        .map(Member::unitRoleId)
                        .filter(role -> wanted == null || role.equals(wanted))
                        .toList();
        // No role has this number: nothing is found, rather than everything.
        return roles.isEmpty() ? List.of(0L) : roles;
    }

    private static @Nullable SessionStatus status(@Nullable String name) {
        return name == null
                ? null
                : switch (name) {
                    case ACTIVE -> SessionStatus.ACTIVE;
                    case PAUSED -> SessionStatus.PAUSED;
                    default -> SessionStatus.COMPLETED;
                };
    }

    private View view(long unitId, SeenUnit unit, TablePage table, Found found, Reader reader) {
        Words words = reader.words();
        Order order = table.order();
        Shown<TimerTableStore.Row> shown = order.shown(found.rows());
        ZoneId zone = reader.zone(unit.zone());
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        return new View(
                unitId,
                unit.code(),
                unit.name(),
                unit.scope().isWhole(),
                !table.chosen().isEmpty(),
                table,
                table.heading(Sort.START),
                table.heading(Sort.DURATION),
                table.pager(shown, row -> row.key(order.sort()), TimerTableStore.Row::id),
                found.members().stream()
                        .map(member -> choice(table, "tutor", member.unitRoleId(), member.name()))
                        .toList(),
                found.definitions().stream()
                        .map(each ->
                                choice(
                                        table,
                                        "task",
                                        each.id(),
                                        each.abbreviation() + " " + each.name()))
                        .toList(),
                List.of(
                        choice(table, "status", ACTIVE, words.text("session.active")),
                        choice(table, "status", PAUSED, words.text("session.paused")),
                        choice(table, "status", COMPLETED, words.text("session.completed"))),
                oddities(table, words),
                shown.rows().stream().map(row -> line(row, words, zone, today)).toList(),
                reader.zoneNote(unit.zone()));
    }

    private static List<Choice> oddities(TablePage table, Words words) {
        return TimerChoice.Flagged.NAMES.stream()
                .map(name ->
                        choice(
                                table,
                                "flagged",
                                name,
                                words.text("sessions.odd." + name.replace('_', '-'))))
                .toList();
    }

    static Choice choice(TablePage table, String filter, Object value, String words) {
        String text = Objects.toString(value);
        return new Choice(text, words, text.equals(table.value(filter)));
    }

    private static Line line(TimerTableStore.Row row, Words words, ZoneId zone, LocalDate today) {
        Instant end = row.end();
        return new Line(
                row.id().toString(),
                end == null
                        ? words.dayAndTime(row.start(), zone, today)
                        : words.span(row.start(), end, zone, today),
                row.tutor(),
                SessionText.task(row, words),
                words.duration(row.durationSeconds()),
                SessionText.status(row.status()),
                words.text("session." + SessionText.status(row.status())),
                row.manual(),
                row.deleted(),
                words.flags(row.flags(), row.recordedSeconds() - row.durationSeconds()));
    }
}
