package org.tutortimes.server.classroom;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.classes.ClassSession;
import org.tutortimes.server.classes.ClassSessionRoutes;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.classes.TeachingClass;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;

/// Where the plan of a class session is changed until it starts.
final class PlanPage {

    private static final String PATH = "/class-sessions/{id}/plan";

    private final ClassSessions sessions;
    private final Teaching teaching;
    private final PageFrame frame;

    PlanPage(ClassroomRoutes.Parts parts, Teaching teaching, PageFrame frame) {
        this.sessions = parts.sessions();
        this.teaching = teaching;
        this.frame = frame;
    }

    void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, frame.page(this::show), Access.PAGE);
        routes.post(PATH, frame.page(this::change), Access.PAGE_CHANGE);
    }

    private void show(Context context) {
        Run run = run(context);
        show(context, run, PlanForm.of(run.session().plan(), run.zone()), "");
    }

    private void show(Context context, Run run, PlanForm form, String wrong) {
        frame.show(
                context,
                "classroom/plan",
                teaching.shell(context, run.session().title(), run.teachingClass().unitId()),
                Map.of(
                        "session",
                        run.session().id(),
                        "unitId",
                        run.teachingClass().unitId(),
                        "className",
                        run.teachingClass().name(),
                        "zone",
                        run.zone().getId(),
                        "form",
                        form,
                        "wrong",
                        wrong));
    }

    private void change(Context context) {
        Run run = run(context);
        PlanForm form = PlanForm.read(context);
        Words words = PageLanguage.words(context);
        String fault = form.fault(words).orElse("");
        if (fault.isEmpty()) {
            try {
                sessions.plan(
                        AccessControl.caller(context),
                        run.session().id(),
                        before -> form.plan(run.zone()).withTest(before.testId()));
                context.redirect("/class-sessions/" + run.session().id(), HttpStatus.SEE_OTHER);
                return;
            } catch (Refused e) {
                fault = Refusals.sentence(e, words);
            }
        }
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, run, form, fault);
    }

    private record Run(ClassSession session, TeachingClass teachingClass, ZoneId zone) {}

    private Run run(Context context) {
        UUID id = ClassSessionRoutes.id(context);
        ClassSessions.Run run = sessions.run(AccessControl.caller(context), id);
        return new Run(
                run.session(), run.teachingClass(), teaching.zoneOf(run.teachingClass().unitId()));
    }
}
