package org.tutortimes.server;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.tutortimes.server.access.Authentication;
import org.tutortimes.server.attempts.AttemptRoutes;
import org.tutortimes.server.attempts.Attempts;
import org.tutortimes.server.board.BoardRoutes;
import org.tutortimes.server.board.Boards;
import org.tutortimes.server.classes.ClassRoutes;
import org.tutortimes.server.classes.ClassSessionRoutes;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.classes.Classes;
import org.tutortimes.server.classes.StudentSessionStore;
import org.tutortimes.server.classroom.ClassroomRoutes;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.importing.RowEdit;
import org.tutortimes.server.live.Announcer;
import org.tutortimes.server.live.LiveStreams;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.presence.Presence;
import org.tutortimes.server.presence.PresenceRoutes;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.web.Routes;

/// Makes the parts of live classes.
final class ClassWiring implements AutoCloseable {

    private final Presence presence;
    private final List<Routes> routes;

    /// What there is already.
    ///
    /// @param ids gives a new id each time
    record Parts(
            Database database, UnitAccess units, RowEdit rows, Supplier<UUID> ids, Clock clock) {}

    /// What live pages are made of.
    record Live(Announcer announcer, LiveStreams streams, Authentication authentication) {}

    ClassWiring(Parts parts, Live live, PageFrame frame) {
        Database database = parts.database();
        Supplier<UUID> ids = parts.ids();
        Clock clock = parts.clock();
        this.presence = new Presence(database, live.announcer(), clock);
        Classes classes = new Classes(database, parts.rows(), live.announcer(), ids, clock);
        ClassSessions sessions = new ClassSessions(database, live.announcer(), ids, clock);
        Attempts attempts = new Attempts(database, live.announcer(), ids, clock);
        Boards boards = new Boards(database, live.authentication());
        this.routes =
                List.of(
                        new ClassRoutes(classes),
                        new ClassSessionRoutes(sessions),
                        new PresenceRoutes(database, sessions, presence, clock),
                        new AttemptRoutes(attempts),
                        new BoardRoutes(boards, live.streams(), clock),
                        new ClassroomRoutes(
                                new ClassroomRoutes.Parts(
                                        database,
                                        classes,
                                        sessions,
                                        attempts,
                                        boards,
                                        parts.units(),
                                        live.streams(),
                                        live.authentication(),
                                        clock),
                                frame));
    }

    /// The frame of all pages, which leads students to their classes.
    static PageFrame frame(Database database) {
        return new PageFrame(
                userId -> database.read(handle -> StudentSessionStore.isStudent(handle, userId)));
    }

    List<Routes> routes() {
        return routes;
    }

    void start() {
        presence.start();
    }

    @Override
    public void close() {
        presence.close();
    }
}
