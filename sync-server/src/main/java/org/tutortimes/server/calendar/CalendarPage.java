package org.tutortimes.server.calendar;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.calendar.CalendarFeed.Feed;
import org.tutortimes.server.calendar.CalendarFeed.Tutor;
import org.tutortimes.server.calendar.CalendarStore.Where;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.sessions.Choice;
import org.tutortimes.server.sessions.UnitPeopleStore;
import org.tutortimes.server.sessions.UnitPeopleStore.Member;
import org.tutortimes.server.web.Routes;

/// The calendar of a unit, and what it asks for as one turns its pages.
public final class CalendarPage implements Routes {

    private static final String PATH = "/units/{id}/calendar";

    /// How many colours tell tutors apart; a later one has the colour of an earlier.
    private static final int COLOURS = 12;

    private final Database database;
    private final UnitAccess units;
    private final PageFrame frame;
    private final InstantSource clock;

    public CalendarPage(Database database, UnitAccess units, PageFrame frame, InstantSource clock) {
        this.database = database;
        this.units = units;
        this.frame = frame;
        this.clock = clock;
    }

    /// The page as its template writes it: every text is final.
    ///
    /// @param feed where the script finds the sessions
    /// @param now what the reader's clock shows
    public record View(
            long unitId,
            String code,
            String name,
            boolean whole,
            String feed,
            String now,
            List<Choice> tutors,
            List<Choice> tasks,
            String kind,
            boolean withoutTutorials,
            List<Legend> legend,
            String zoneNote) {}

    /// Whose colour is which.
    public record Legend(String name, int colour) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, frame.page(this::show), Access.PAGE);
        routes.get(PATH + "/items", this::items, Access.SIGNED_IN_OR_PAGE);
    }

    private void show(Context context) {
        Caller caller = AccessControl.caller(context);
        long unitId = Ids.number(context, "id", "unit");
        SeenUnit unit = seen(caller, unitId);
        Query query = Query.of(context);
        CalendarChoice choice = CalendarChoice.of(query);
        query.refuseFaults();
        Reader reader = Reader.of(context);
        Words words = reader.words();
        View view = view(unitId, unit, choice, reader, context.queryParam("kind"));
        context.header("Content-Security-Policy", CalendarPolicy.TEXT);
        frame.show(
                context,
                "calendar/calendar",
                frame.shell(
                        context,
                        words.text("calendar.title", unit.code()),
                        units.unitsOf(caller.userId(), caller.admin()),
                        unitId),
                Map.of("view", view));
    }

    private View view(
            long unitId,
            SeenUnit unit,
            CalendarChoice choice,
            Reader reader,
            @Nullable String kind) {
        ZoneId zone = reader.zone(unit.zone());
        return database.read(handle -> {
            List<Tutor> tutors = tutors(UnitPeopleStore.members(handle, unitId), unit);
            return new View(
                    unitId,
                    unit.code(),
                    unit.name(),
                    unit.scope().isWhole(),
                    "/units/%d/calendar/items".formatted(unitId),
                    LocalDateTime.ofInstant(clock.instant(), zone)
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString(),
                    tutors.stream()
                            .map(each ->
                                    Choice.of(each.unitRoleId(), each.name(), choice.unitRoleId()))
                            .toList(),
                    UnitPeopleStore.definitions(handle, unitId).stream()
                            .map(each ->
                                    Choice.of(
                                            each.id(),
                                            each.abbreviation() + " " + each.name(),
                                            choice.taskDefinitionId()))
                            .toList(),
                    kind == null ? "" : kind,
                    choice.withoutTutorials(),
                    tutors.stream().map(each -> new Legend(each.name(), each.colour())).toList(),
                    reader.zoneNote(unit.zone()));
        });
    }

    private void items(Context context) {
        Caller caller = AccessControl.caller(context);
        long unitId = Ids.number(context, "id", "unit");
        SeenUnit unit = seen(caller, unitId);
        Query query = Query.of(context);
        CalendarChoice choice = CalendarChoice.of(query);
        boolean days = "days".equals(query.oneOf("detail", "days", "sessions"));
        Reader reader = Reader.of(context);
        ZoneId zone = days ? unit.zone() : reader.zone(unit.zone());
        Segment stretch = CalendarChoice.stretch(query, zone);
        query.refuseFaults();
        Feed feed =
                database.read(handle -> {
                    List<Tutor> tutors =
                            tutors(UnitPeopleStore.members(handle, unitId), unit).stream()
                                    .filter(each -> isWanted(each, choice.unitRoleId()))
                                    .toList();
                    Where where = new Where(unitId, userId(unit, choice, tutors), stretch);
                    return days
                            ? new Feed(
                                    new CalendarDays(where, choice, tutors, zone)
                                            .read(handle, reader.words()),
                                    false)
                            : new CalendarFeed(
                                            handle,
                                            where,
                                            choice,
                                            tutors,
                                            new CalendarFeed.View(
                                                    reader.words(), zone, clock.instant()))
                                    .sessions();
                });
        context.header("Cache-Control", "private, no-store");
        context.json(feed);
    }

    private SeenUnit seen(Caller caller, long unitId) {
        return units.required(caller.userId(), caller.admin(), unitId);
    }

    private static boolean isWanted(Tutor tutor, @Nullable Long unitRoleId) {
        return unitRoleId == null || tutor.unitRoleId() == unitRoleId;
    }

    /// Whose sessions are read. No role has the number of none: nothing is found, rather than
    /// everything.
    private static @Nullable Long userId(SeenUnit unit, CalendarChoice choice, List<Tutor> tutors) {
        Long own = unit.scope().userId();
        if (own != null) {
            return own;
        }
        return choice.unitRoleId() == null
                ? null
                : tutors.isEmpty() ? Long.valueOf(0) : Long.valueOf(tutors.getFirst().userId());
    }

    /// In the order in which they came to the unit, so that a colour stays with its tutor.
    private static List<Tutor> tutors(List<Member> members, SeenUnit unit) {
        List<Member> inOrder =
                members.stream().sorted(Comparator.comparingLong(Member::unitRoleId)).toList();
        Long own = unit.scope().userId();
        List<Tutor> tutors = new ArrayList<>();
        for (int index = 0; index < inOrder.size(); index++) {
            Member member = inOrder.get(index);
            if (own == null || member.userId() == own) {
                tutors.add(
                        new Tutor(
                                member.unitRoleId(),
                                member.userId(),
                                member.name(),
                                index % COLOURS));
            }
        }
        return tutors;
    }
}
