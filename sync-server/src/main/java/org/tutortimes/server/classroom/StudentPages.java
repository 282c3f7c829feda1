package org.tutortimes.server.classroom;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Authentication;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.classes.ClassSession;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.classes.SeenClass;
import org.tutortimes.server.classes.StudentSessionStore;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.live.Beat;
import org.tutortimes.server.live.LiveEvent;
import org.tutortimes.server.live.LiveStreams;
import org.tutortimes.server.live.Topic;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.pages.Shell;
import org.tutortimes.server.report.UnitAccess;

/// Where students take part in a class session.
final class StudentPages {

    private final Database database;
    private final ClassSessions sessions;
    private final UnitAccess units;
    private final LiveStreams streams;
    private final Authentication authentication;
    private final PageFrame frame;
    private final InstantSource clock;

    StudentPages(ClassroomRoutes.Parts parts, PageFrame frame) {
        this.database = parts.database();
        this.sessions = parts.sessions();
        this.units = parts.units();
        this.streams = parts.streams();
        this.authentication = parts.authentication();
        this.clock = parts.clock();
        this.frame = frame;
    }

    /// The page of a class session, for a student of its class. What the student has marked in it,
    /// its script asks for.
    void sitting(Context context, SeenClass seen, ClassSession session) {
        Caller caller = AccessControl.caller(context);
        StudentView.Line line =
                database.read(handle ->
                                StudentSessionStore.one(handle, caller.userId(), session.id()))
                        .map(each ->
                                StudentView.Line.of(
                                        each, clock.instant(), PageLanguage.words(context)))
                        .orElseThrow();
        frame.show(
                context,
                "classroom/sitting",
                shell(context, session.title()),
                Map.of(
                        "line",
                        line,
                        "student",
                        caller.userId(),
                        "stage",
                        Stage.of(session, caller.userId()),
                        "session",
                        Json.write(session)));
    }

    /// Tells the page how far the class session is.
    void stream(Context context, UUID id) {
        Caller caller = AccessControl.caller(context);
        String token = AccessControl.token(context);
        streams.serve(
                context,
                Topic.classSessionState(id),
                Beat.TIME,
                () ->
                        authentication
                                .callerOf(token, caller.address())
                                .filter(now -> sessions.takesPart(now, id))
                                .isPresent(),
                _ -> List.of(state(sessions.seen(caller, id).status())));
    }

    private static LiveEvent state(ClassSessionState state) {
        return new LiveEvent("state", Json.write(Map.of("status", state)));
    }

    /// The class sessions of a student.
    void list(Context context) {
        long userId = AccessControl.caller(context).userId();
        Words words = PageLanguage.words(context);
        StudentView view =
                database.read(handle ->
                        StudentView.of(
                                StudentSessionStore.ahead(handle, userId),
                                StudentSessionStore.past(handle, userId, StudentView.MOST_PAST),
                                clock.instant(),
                                words));
        frame.show(
                context,
                "classroom/myClasses",
                shell(context, words.text("frame.my-classes")),
                Map.of("view", view, "student", userId));
    }

    private Shell shell(Context context, String title) {
        Caller caller = AccessControl.caller(context);
        return frame.shell(context, title, units.unitsOf(caller.userId(), caller.admin()), null);
    }
}
