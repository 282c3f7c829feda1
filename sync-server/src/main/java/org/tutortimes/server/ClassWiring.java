package org.tutortimes.server;

import java.time.Clock;
import java.util.List;
import org.tutortimes.server.attempts.AttemptRoutes;
import org.tutortimes.server.attempts.Attempts;
import org.tutortimes.server.classes.ClassRoutes;
import org.tutortimes.server.classes.ClassSessionRoutes;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.classes.Classes;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.events.ServerDevice;
import org.tutortimes.server.importing.RowEdit;
import org.tutortimes.server.live.Announcer;
import org.tutortimes.server.presence.Presence;
import org.tutortimes.server.presence.PresenceRoutes;
import org.tutortimes.server.web.Routes;

/// Makes the parts of live classes.
final class ClassWiring implements AutoCloseable {

    private final Presence presence;
    private final List<Routes> routes;

    /// What there is already.
    record Parts(
            Database database,
            Clock clock,
            RowEdit rows,
            Announcer announcer,
            ServerDevice device) {}

    ClassWiring(Parts parts) {
        Database database = parts.database();
        Clock clock = parts.clock();
        Announcer announcer = parts.announcer();
        this.presence = new Presence(database, announcer, clock);
        Classes classes = new Classes(database, parts.rows(), parts.device()::newId, clock);
        ClassSessions sessions =
                new ClassSessions(database, announcer, parts.device()::newId, clock);
        Attempts attempts = new Attempts(database, announcer, parts.device()::newId, clock);
        this.routes =
                List.of(
                        new ClassRoutes(classes),
                        new ClassSessionRoutes(sessions),
                        new PresenceRoutes(database, sessions, presence, clock),
                        new AttemptRoutes(attempts));
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
