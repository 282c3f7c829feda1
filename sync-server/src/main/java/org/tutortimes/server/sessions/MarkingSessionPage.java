package org.tutortimes.server.sessions;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.marking.MarkingSession;
import org.tutortimes.server.marking.MarkingSessions;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.web.Routes;

/// One marking session with its activities.
public final class MarkingSessionPage implements Routes {

    private static final String PATH = "/units/{id}/marking-sessions/{session}";

    private final Database database;
    private final UnitAccess units;
    private final MarkingSessions sessions;
    private final PageFrame frame;
    private final InstantSource clock;

    /// What the page is made of.
    public record Parts(Database database, UnitAccess units, MarkingSessions sessions) {}

    public MarkingSessionPage(Parts parts, PageFrame frame, InstantSource clock) {
        this.database = parts.database();
        this.units = parts.units();
        this.sessions = parts.sessions();
        this.frame = frame;
        this.clock = clock;
    }

    /// The page as its template writes it: every text is final.
    ///
    /// @param deletable whether the reader may delete it
    public record View(
            long unitId,
            String code,
            String name,
            MarkingTablePage.Line line,
            List<String> duration,
            List<Done> activities,
            boolean deletable,
            String zoneNote) {}

    /// Something that was done.
    public record Done(String when, String words, String about) {}

    private record Found(MarkingTableStore.Row row, List<MarkingTableStore.Activity> activities) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, frame.page(this::show), Access.PAGE);
        routes.post(PATH + "/delete", frame.page(this::delete), Access.PAGE_CHANGE);
    }

    private void show(Context context) {
        Caller caller = AccessControl.caller(context);
        long unitId = Ids.number(context, "id", "unit");
        long id = Ids.number(context, "session", "marking session");
        SeenUnit unit = units.required(caller.userId(), caller.admin(), unitId);
        Found found =
                database.read(handle -> {
                    MarkingSession seen = MarkingSessions.seen(handle, caller, id);
                    if (seen.unitId() != unitId) {
                        throw new Refused(new Refusal.NotFound("marking session"));
                    }
                    return new Found(
                            MarkingTableStore.one(handle, id).orElseThrow(),
                            MarkingTableStore.activities(handle, id));
                });
        Reader reader = Reader.of(context);
        View view = view(unit, found, caller.admin(), reader);
        frame.show(
                context,
                "sessions/markingSession",
                frame.shell(
                        context,
                        view.line().when(),
                        units.unitsOf(caller.userId(), caller.admin()),
                        unitId),
                Map.of("view", view));
    }

    private void delete(Context context) {
        sessions.delete(
                AccessControl.caller(context),
                Ids.number(context, "session", "marking session"),
                CorrectionForm.note(context));
        context.redirect(
                "/units/%d/marking-sessions".formatted(Ids.number(context, "id", "unit")),
                HttpStatus.SEE_OTHER);
    }

    private View view(SeenUnit unit, Found found, boolean deletable, Reader reader) {
        Words words = reader.words();
        ZoneId zone = reader.zone(unit.zone());
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        MarkingTableStore.Row row = found.row();
        return new View(
                row.unitId(),
                unit.code(),
                unit.name(),
                MarkingTablePage.line(row, words, zone, today),
                List.of(words.duration(row.minutes() * 60).split(" ")),
                found.activities().stream()
                        .map(each ->
                                new Done(
                                        words.dayAndTime(each.at(), zone, today),
                                        words.text(
                                                each.changedStatus()
                                                        ? "activity.changed-status"
                                                        : "activity." + each.action()),
                                        about(each)))
                        .toList(),
                deletable,
                reader.zoneNote(unit.zone()));
    }

    private static String about(MarkingTableStore.Activity activity) {
        String task = activity.task();
        String student = activity.student();
        if (task == null || student == null) {
            return task != null ? task : student != null ? student : "";
        }
        return task + " · " + student;
    }
}
