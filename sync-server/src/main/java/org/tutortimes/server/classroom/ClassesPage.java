package org.tutortimes.server.classroom;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.classes.ClassSession;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.classes.Classes;
import org.tutortimes.server.classes.TeachingClass;
import org.tutortimes.server.classroom.ClassView.ClassLine;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Ids;

/// The classes of a unit that the reader runs.
final class ClassesPage {

    private static final String PATH = "/units/{id}/classes";

    private final Classes classes;
    private final ClassSessions sessions;
    private final Teaching teaching;
    private final InstantSource clock;
    private final PageFrame frame;

    ClassesPage(ClassroomRoutes.Parts parts, Teaching teaching, PageFrame frame) {
        this.classes = parts.classes();
        this.sessions = parts.sessions();
        this.clock = parts.clock();
        this.teaching = teaching;
        this.frame = frame;
    }

    void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, frame.page(context -> show(context, "")), Access.PAGE);
        routes.post(PATH, frame.page(this::add), Access.PAGE_CHANGE);
    }

    private void show(Context context, String wrong) {
        Caller caller = AccessControl.caller(context);
        long unitId = Ids.number(context, "id", "unit");
        SeenUnit unit = teaching.seen(caller, unitId);
        Words words = PageLanguage.words(context);
        List<TeachingClass> all = classes.ofUnit(caller, unitId);
        Map<UUID, ClassSession> next = new HashMap<>();
        // Those planned last come first, so the next one is what remains.
        sessions.unfinished(caller, unitId).forEach(each -> next.put(each.classId(), each));
        frame.show(
                context,
                "classroom/classes",
                teaching.shell(context, words.text("classroom.classes"), unitId),
                Map.of(
                        "unitId",
                        unitId,
                        "unit",
                        unit,
                        "decides",
                        unit.scope().isWhole(),
                        "tutors",
                        teaching.tutors(unitId),
                        "active",
                        lines(of(all, true), next, unit.zone(), words),
                        "archived",
                        lines(of(all, false), next, unit.zone(), words),
                        "name",
                        wrong.isEmpty() ? "" : String.valueOf(context.formParam("name")),
                        "wrong",
                        wrong));
    }

    private static List<TeachingClass> of(List<TeachingClass> all, boolean active) {
        return all.stream().filter(each -> each.isActive() == active).toList();
    }

    private List<ClassLine> lines(
            List<TeachingClass> classes, Map<UUID, ClassSession> next, ZoneId zone, Words words) {
        return classes.stream()
                .map(each ->
                        new ClassLine(
                                each.id(),
                                each.name(),
                                each.teacher(),
                                words.text("classroom.students", each.students()),
                                ClassPage.meeting(each, words),
                                next.containsKey(each.id())
                                        ? next(next.get(each.id()), zone, words)
                                        : ""))
                .toList();
    }

    private String next(ClassSession session, ZoneId zone, Words words) {
        return words.text(
                "classroom.next." + SessionWords.key(session.status()),
                session.title(),
                SessionWords.times(session, zone, clock.instant(), words));
    }

    private void add(Context context) {
        Caller caller = AccessControl.caller(context);
        long unitId = Ids.number(context, "id", "unit");
        try {
            TeachingClass made = classes.add(caller, ClassForm.read(context, unitId));
            context.redirect("/classes/" + made.id(), HttpStatus.SEE_OTHER);
        } catch (Refused e) {
            String sentence = Refusals.sentence(e, PageLanguage.words(context));
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, sentence);
        }
    }
}
