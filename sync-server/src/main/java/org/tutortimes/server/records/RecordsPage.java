package org.tutortimes.server.records;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.pages.Shell;
import org.tutortimes.server.reconciliation.ActivityRecorder;
import org.tutortimes.server.reconciliation.RecordCorrection;
import org.tutortimes.server.reconciliation.RecordReports;
import org.tutortimes.server.reconciliation.Sharing;
import org.tutortimes.server.report.Cells;
import org.tutortimes.server.report.PeriodChoice;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Period;
import org.tutortimes.server.web.Routes;

/// A unit's two records side by side, and the clicks that put them right.
public final class RecordsPage implements Routes {

    private static final String PATH = "/units/{id}/records";
    private static final String PERIOD = "period";
    private static final String SESSION = "session";
    private static final String START = "start";
    private static final String END = "end";

    /// What was just done, so that it can be undone.
    sealed interface Done {
        record Recorded(List<UUID> sessions) implements Done {}

        record TakenOff(UUID session, Segment stretch) implements Done {}

        record Undone() implements Done {}
    }

    /// What the page is made of.
    public record Parts(
            RecordReports reports, ActivityRecorder recorder, RecordCorrection correction) {}

    private final UnitAccess units;
    private final Parts records;
    private final InstantSource clock;
    private final PageFrame frame;

    public RecordsPage(UnitAccess units, Parts records, PageFrame frame, InstantSource clock) {
        this.units = units;
        this.records = records;
        this.clock = clock;
        this.frame = frame;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, frame.page(this::show), Access.PAGE);
        routes.post(PATH + "/record", this::record, Access.PAGE_CHANGE);
        routes.post(PATH + "/undo-record", this::undoRecord, Access.PAGE_CHANGE);
        routes.post(PATH + "/take-off", this::takeOff, Access.PAGE_CHANGE);
        routes.post(PATH + "/put-back", this::putBack, Access.PAGE_CHANGE);
    }

    private void show(Context context) {
        PeriodChoice choice = choice(context.queryParam(PERIOD));
        long unitId = Ids.number(context, "id", "unit");
        Caller caller = AccessControl.caller(context);
        SeenUnit unit = units.required(caller.userId(), caller.admin(), unitId);
        Reader reader = Reader.of(context);
        Instant now = clock.instant();
        LocalDate today = now.atZone(unit.zone()).toLocalDate();
        Period period = period(choice.cells(LocalDate.EPOCH, today, unit.zone()));
        List<Sharing> sharing =
                unit.scope().isWhole() ? records.reports().sharing(unitId, period) : null;
        RecordsView view =
                new RecordsViewOf(unit, choice, caller.userId(), now, reader)
                        .view(
                                records.reports().reconciliation(unit.scope(), period),
                                sharing,
                                records.reports().taskDefinitions(unitId),
                                done(context));
        Shell shell =
                frame.shell(
                        context,
                        reader.words().text("records.title", unit.code()),
                        units.unitsOf(caller.userId(), caller.admin()),
                        unitId);
        frame.show(context, "records/records", shell, Map.of("view", view));
    }

    private void record(Context context) {
        String taskDefinition = text(context, "task_definition");
        List<SessionAnswer> made =
                records.recorder()
                        .record(
                                AccessControl.caller(context),
                                number("marking_session", text(context, "marking_session")),
                                taskDefinition.isEmpty()
                                        ? null
                                        : number("task_definition", taskDefinition));
        String ids =
                made.stream().map(each -> each.id().toString()).collect(Collectors.joining(","));
        back(context, made.isEmpty() ? "" : "&recorded=" + ids);
    }

    private void undoRecord(Context context) {
        for (UUID id : sessions(text(context, SESSION))) {
            records.correction().undo(AccessControl.caller(context), id);
        }
        back(context, "&undone");
    }

    private void takeOff(Context context) {
        UUID id = sessions(text(context, SESSION)).getFirst();
        Segment stretch = stretch(text(context, START), text(context, END));
        records.correction().takeOff(AccessControl.caller(context), id, stretch);
        back(
                context,
                "&taken_off=%s&start=%s&end=%s"
                        .formatted(id, Json.text(stretch.start()), Json.text(stretch.end())));
    }

    private void putBack(Context context) {
        records.correction()
                .putBack(
                        AccessControl.caller(context),
                        sessions(text(context, SESSION)).getFirst(),
                        stretch(text(context, START), text(context, END)));
        back(context, "&undone");
    }

    /// The page again, by an address that does nothing when it is loaded once more.
    private static void back(Context context, String done) {
        context.redirect(
                "/units/%d/records?period=%s%s"
                        .formatted(
                                Ids.number(context, "id", "unit"),
                                choice(context.formParam(PERIOD)).inAddress(),
                                done),
                HttpStatus.SEE_OTHER);
    }

    /// What was just done stands in the address.
    private static @Nullable Done done(Context context) {
        if (context.queryParam("undone") != null) {
            return new Done.Undone();
        }
        String recorded = context.queryParam("recorded");
        if (recorded != null) {
            return new Done.Recorded(sessions(recorded));
        }
        String takenOff = context.queryParam("taken_off");
        return takenOff == null
                ? null
                : new Done.TakenOff(
                        sessions(takenOff).getFirst(),
                        stretch(context.queryParam(START), context.queryParam(END)));
    }

    private static Period period(Cells cells) {
        return new Period(
                midnight(cells.edges().getFirst(), cells.zone()),
                midnight(cells.edges().getLast(), cells.zone()),
                cells.zone());
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static PeriodChoice choice(@Nullable String name) {
        return name == null
                ? PeriodChoice.FOUR_WEEKS
                : PeriodChoice.ofAddress(name)
                        .orElseThrow(() -> malformed(PERIOD, "is not one of the choices"));
    }

    private static List<UUID> sessions(String ids) {
        List<UUID> sessions = new ArrayList<>();
        for (String text : ids.split(",", -1)) {
            UUID id = Ids.parse(text);
            if (id == null) {
                throw malformed(SESSION, "must be a UUID");
            }
            sessions.add(id);
        }
        return sessions;
    }

    private static Segment stretch(@Nullable String start, @Nullable String end) {
        try {
            Segment stretch =
                    new Segment(
                            Json.instant(start == null ? "" : start),
                            Json.instant(end == null ? "" : end));
            if (!stretch.isEmpty()) {
                return stretch;
            }
        } catch (DateTimeException e) {
            // Told below, as an end before its start is.
        }
        throw malformed(START, "must be an instant, and end a later one");
    }

    private static long number(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw malformed(field, "must be a number");
        }
    }

    private static String text(Context context, String field) {
        String text = context.formParam(field);
        return text == null ? "" : text;
    }

    private static Refused malformed(String field, String fault) {
        return new Refused(Refusal.Malformed.field(field, fault));
    }
}
