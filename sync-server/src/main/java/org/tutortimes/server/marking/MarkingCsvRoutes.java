package org.tutortimes.server.marking;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.audit.AuditEntry;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.marking.MarkingSessionStore.Summary;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// Marking sessions as files, with the columns of OnTrack's.
public final class MarkingCsvRoutes implements Routes {

    private static final String PATH = "/api/csv/units/{id}";
    private static final List<String> SUMMARY =
            List.of("User ID", "Tutor", "Total Minutes", "Assessments", "Comments");
    private static final List<String> OWN =
            List.of(
                    "Start Date",
                    "Start Time",
                    "End Date",
                    "End Time",
                    "Timezone",
                    "Total Duration (m)",
                    "Total Duration (h)",
                    "Submissions Opened",
                    "Comments Added",
                    "Assessments Made",
                    "During Tutorial");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final double MINUTES_PER_HOUR = 60.0;

    private final Database database;
    private final MarkingAccess access;
    private final Clock clock;

    public MarkingCsvRoutes(Database database, UnitAccess units, Clock clock) {
        this.database = database;
        this.access = new MarkingAccess(units);
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH + "/tutor_times_summary", this::summary, Access.SIGNED_IN_OR_PAGE);
        routes.get(PATH + "/my_marking_sessions", this::own, Access.SIGNED_IN_OR_PAGE);
    }

    private void summary(Context context) {
        long unitId = Ids.number(context, "id", "unit");
        SeenUnit unit = access.whole(AccessControl.caller(context), unitId);
        Query query = Query.of(context);
        MarkingDays days = MarkingDays.of(query, unit.zone(), clock);
        boolean withoutTutorials =
                Boolean.TRUE.equals(query.flag("ignore_sessions_during_tutorials"));
        query.refuseFaults();
        MarkingQuery wanted = new MarkingQuery(unitId, days.from(), days.to(), null, null);
        List<Summary> rows =
                export(
                        context,
                        unitId,
                        handle -> MarkingSessionStore.summary(handle, wanted, !withoutTutorials));
        answer(
                context,
                "tutor-times-summary",
                days,
                SUMMARY,
                rows.stream()
                        .map(row ->
                                List.<Object>of(
                                        row.userId(),
                                        row.tutor(),
                                        row.totalMinutes(),
                                        row.assessments(),
                                        row.comments()))
                        .toList());
    }

    private void own(Context context) {
        long unitId = Ids.number(context, "id", "unit");
        Caller caller = AccessControl.caller(context);
        SeenUnit unit = access.seen(caller, unitId);
        Query query = Query.of(context);
        MarkingDays days = MarkingDays.of(query, unit.zone(), clock);
        query.refuseFaults();
        MarkingQuery wanted =
                new MarkingQuery(unitId, days.from(), days.to(), caller.userId(), null);
        List<MarkingSession> rows =
                export(context, unitId, handle -> MarkingSessionStore.list(handle, wanted));
        answer(
                context,
                "my-marking-sessions",
                days,
                OWN,
                rows.stream().map(row -> ownRow(row, days.zone())).toList());
    }

    /// In UTF-8 without a byte order mark.
    private static void answer(
            Context context,
            String what,
            MarkingDays days,
            List<String> header,
            List<List<Object>> rows) {
        String name = "%s-%s-to-%s.csv".formatted(what, days.first(), days.last());
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .result(CsvFile.text(header, rows));
    }

    /// Who takes a file of people's records away is written down.
    private <T> T export(Context context, long unitId, Function<Handle, T> content) {
        Caller caller = AccessControl.caller(context);
        Instant now = clock.instant();
        AuditEntry taken = AuditEntry.exported(unitId, Query.of(context).asked());
        return database.write(handle -> {
            AuditLog.record(handle, now, caller.actor(), taken);
            return content.apply(handle);
        });
    }

    private static List<Object> ownRow(MarkingSession row, ZoneId zone) {
        ZonedDateTime start = row.startTime().atZone(zone);
        ZonedDateTime end = row.endTime().atZone(zone);
        return List.of(
                start.toLocalDate(),
                TIME.format(start),
                end.toLocalDate(),
                TIME.format(end),
                zone.getId(),
                row.durationMinutes(),
                String.format(Locale.ROOT, "%.2f", row.durationMinutes() / MINUTES_PER_HOUR),
                row.submissionsOpened(),
                row.commentsAdded(),
                row.assessments(),
                row.duringTutorial());
    }
}
