package org.tutortimes.server.classroom;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.UUID;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Authentication;
import org.tutortimes.server.access.Caller;
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
            UnitAccess units,
            LiveStreams streams,
            Authentication authentication,
            InstantSource clock) {}

    private final Database database;
    private final PageFrame frame;
    private final StudentPages studentPages;

    public ClassroomRoutes(Parts parts, PageFrame frame) {
        this.database = parts.database();
        this.frame = frame;
        this.studentPages = new StudentPages(parts, frame);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/classes", frame.page(studentPages::list), Access.PAGE);
        routes.get("/class-sessions/{id}", frame.page(this::session), Access.PAGE);
        routes.get("/class-sessions/{id}/live", this::stream, Access.SIGNED_IN_OR_PAGE);
    }

    private void session(Context context) {
        Caller caller = AccessControl.caller(context);
        UUID id = ClassSessionRoutes.id(context);
        Sight sight = sight(caller, id);
        studentPages.sitting(context, sight.seen(), sight.session().asSeenBy(caller.userId()));
    }

    private void stream(Context context) {
        UUID id = ClassSessionRoutes.id(context);
        Sight sight = sight(AccessControl.caller(context), id);
        if (!sight.seen().enrolled()) {
            throw new Refused(new Refusal.NotFound(ClassSessions.WHAT));
        }
        studentPages.stream(context, id);
    }

    private record Sight(ClassSession session, SeenClass seen) {}

    private Sight sight(Caller caller, UUID id) {
        return database.read(handle -> {
            ClassSession session = ClassSessions.existing(handle, id);
            return new Sight(session, SeenClass.ofSession(handle, caller, session));
        });
    }
}
