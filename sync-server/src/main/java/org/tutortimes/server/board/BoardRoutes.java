package org.tutortimes.server.board;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.UUID;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.classes.ClassSessionRoutes;
import org.tutortimes.server.live.Beat;
import org.tutortimes.server.live.LiveStreams;
import org.tutortimes.server.live.Topic;
import org.tutortimes.server.web.Routes;

/// The board of a class session for programs: a snapshot, then what changes, as JSON.
public final class BoardRoutes implements Routes {

    private final Boards boards;
    private final LiveStreams streams;
    private final InstantSource clock;

    public BoardRoutes(Boards boards, LiveStreams streams, InstantSource clock) {
        this.boards = boards;
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(Api.LIVE + "/class-sessions/{id}", this::classSession, Access.SIGNED_IN_OR_PAGE);
    }

    private void classSession(Context context) {
        Caller caller = AccessControl.caller(context);
        String token = AccessControl.token(context);
        UUID id = ClassSessionRoutes.id(context);
        // Refuses those who may not watch before anything is answered.
        boards.read(caller, id);
        streams.serve(
                context,
                Topic.classSession(id),
                Beat.JSON,
                () -> boards.mayStillWatch(caller, token, id),
                new BoardViewer(id, clock, version -> boards.latest(id, version)));
    }
}
