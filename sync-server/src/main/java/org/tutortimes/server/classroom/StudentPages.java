package org.tutortimes.server.classroom;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Authentication;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.classes.ClassSession;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.classes.SeenClass;
import org.tutortimes.server.live.LiveStreams;
import org.tutortimes.server.live.Topic;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.Shell;
import org.tutortimes.server.report.UnitAccess;

/// Where students take part in a class session.
final class StudentPages {

    private final ClassSessions sessions;
    private final UnitAccess units;
    private final LiveStreams streams;
    private final Authentication authentication;
    private final PageFrame frame;
    private final InstantSource clock;

    StudentPages(ClassroomRoutes.Parts parts, PageFrame frame) {
        this.sessions = parts.sessions();
        this.units = parts.units();
        this.streams = parts.streams();
        this.authentication = parts.authentication();
        this.clock = parts.clock();
        this.frame = frame;
    }

    /// The page of a class session, for a student of its class.
    void sitting(Context context, SeenClass seen, ClassSession session) {
        Caller caller = AccessControl.caller(context);
        Shell shell =
                frame.shell(
                        context,
                        session.title(),
                        units.unitsOf(caller.userId(), caller.admin()),
                        null);
        frame.show(
                context,
                "classroom/sitting",
                shell,
                Map.of("session", session, "teachingClass", seen.teachingClass()));
    }

    /// Tells the page how far the class session is.
    void stream(Context context, UUID id) {
        Caller caller = AccessControl.caller(context);
        String token = AccessControl.token(context);
        streams.serve(
                context,
                Topic.classSessionState(id),
                new StateViewer(
                        clock,
                        () -> sessions.seen(caller, id).status(),
                        () ->
                                authentication
                                        .callerOf(token, caller.address())
                                        .filter(now -> sessions.takesPart(now, id))
                                        .isPresent()));
    }

    /// The classes and class sessions of a student.
    void list(Context context) {
        Caller caller = AccessControl.caller(context);
        Shell shell =
                frame.shell(
                        context,
                        "My classes",
                        units.unitsOf(caller.userId(), caller.admin()),
                        null);
        frame.show(context, "classroom/myClasses", shell, Map.of("sessions", List.of()));
    }
}
