package org.tutortimes.server.classroom;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.UUID;
import org.tutortimes.model.classes.ClassSessionState.Step;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Authentication;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.attempts.Attempts;
import org.tutortimes.server.board.Boards;
import org.tutortimes.server.classes.ClassSession;
import org.tutortimes.server.classes.ClassSessionRoutes;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.classes.Classes;
import org.tutortimes.server.classes.SeenClass;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.live.LiveStreams;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.web.Routes;

/// The addresses of the pages of live classes. A class session has one address, which teachers pass
/// on to their students: who runs the class finds the board there, a student the place to work.
public final class ClassroomRoutes implements Routes {

    /// What the pages are made of.
    public record Parts(
            Database database,
            Classes classes,
            ClassSessions sessions,
            Attempts attempts,
            Boards boards,
            UnitAccess units,
            LiveStreams streams,
            Authentication authentication,
            InstantSource clock) {}

    private final Database database;
    private final PageFrame frame;
    private final StudentPages studentPages;
    private final ClassesPage classesPage;
    private final ClassPage classPage;
    private final PlanPage planPage;
    private final BoardPage boardPage;
    private final AttemptPage attemptPage;

    public ClassroomRoutes(Parts parts, PageFrame frame) {
        this.database = parts.database();
        this.frame = frame;
        Teaching teaching = new Teaching(parts.database(), parts.units(), frame);
        this.studentPages = new StudentPages(parts, frame);
        this.classesPage = new ClassesPage(parts, teaching, frame);
        this.classPage = new ClassPage(parts, teaching, frame);
        this.planPage = new PlanPage(parts, teaching, frame);
        this.boardPage = new BoardPage(parts, teaching, frame);
        this.attemptPage = new AttemptPage(parts, teaching, frame);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/classes", frame.page(studentPages::list), Access.PAGE);
        routes.get("/class-sessions/{id}", frame.page(this::session), Access.PAGE);
        routes.get("/class-sessions/{id}/live", this::stream, Access.SIGNED_IN_OR_PAGE);
        for (Step step : Step.values()) {
            routes.post(
                    "/class-sessions/{id}/" + step.wireName(),
                    frame.page(context -> boardPage.move(context, step)),
                    Access.PAGE_CHANGE);
        }
        classesPage.addTo(routes);
        classPage.addTo(routes);
        planPage.addTo(routes);
        attemptPage.addTo(routes);
    }

    private void session(Context context) {
        Caller caller = AccessControl.caller(context);
        UUID id = ClassSessionRoutes.id(context);
        Sight sight = sight(caller, id);
        if (sight.seen().staff()) {
            boardPage.show(context, sight.seen().teachingClass(), sight.session());
        } else {
            studentPages.sitting(context, sight.seen(), sight.session().asSeenBy(caller.userId()));
        }
    }

    private void stream(Context context) {
        UUID id = ClassSessionRoutes.id(context);
        Sight sight = sight(AccessControl.caller(context), id);
        if (sight.seen().staff()) {
            boardPage.stream(context, sight.seen().teachingClass(), id);
        } else {
            studentPages.stream(context, id);
        }
    }

    private record Sight(ClassSession session, SeenClass seen) {}

    private Sight sight(Caller caller, UUID id) {
        return database.read(handle -> {
            ClassSession session = ClassSessions.existing(handle, id);
            return new Sight(session, SeenClass.ofSession(handle, caller, session));
        });
    }
}
