package org.tutortimes.server.presence;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.Attendance.Sign;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.model.classes.ConnectionStatus;
import org.tutortimes.model.classes.Participant;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.classes.ClassSession;
import org.tutortimes.server.classes.ClassSessionRoutes;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.classes.SeenClass;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.web.Routes;

/// How students join a class session, stay in it, and leave.
public final class PresenceRoutes implements Routes {

    private static final String ONE = ClassSessionRoutes.ALL + "/{id}";

    private final Database database;
    private final ClassSessions sessions;
    private final Presence presence;
    private final Clock clock;

    public PresenceRoutes(
            Database database, ClassSessions sessions, Presence presence, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.presence = presence;
        this.clock = clock;
    }

    /// What a student is told with each heartbeat.
    private record Standing(
            UUID classSessionId,
            ClassSessionState status,
            ConnectionStatus connectionStatus,
            @Nullable UUID attemptId) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(ONE + "/join", this::join, Access.PAGE_CHANGE);
        routes.put(ONE + "/heartbeat", context -> hear(context, false), Access.PAGE_CHANGE);
        routes.put(ONE + "/leave", context -> hear(context, true), Access.PAGE_CHANGE);
    }

    private void join(Context context) {
        Body.optional(context);
        context.json(sessions.join(AccessControl.caller(context), ClassSessionRoutes.id(context)));
    }

    private void hear(Context context, boolean leaving) {
        Body.optional(context);
        Caller caller = AccessControl.caller(context);
        UUID id = ClassSessionRoutes.id(context);
        ClassSession session =
                database.read(handle -> {
                    ClassSession existing = ClassSessions.existing(handle, id);
                    ClassSessions.refuseOthers(SeenClass.ofSession(handle, caller, existing));
                    return existing;
                });
        ClassSessions.refuseClosed(session.status());
        Participant participant =
                session.participant(caller.userId()).orElseThrow(() -> notJoined(session));
        presence.heard(
                id, caller.userId(), new Sign(Instant.ofEpochMilli(clock.millis()), leaving));
        if (participant.connectionStatus() == ConnectionStatus.DISCONNECTED) {
            presence.hurry(id);
        }
        context.json(
                new Standing(
                        id,
                        session.status(),
                        leaving ? ConnectionStatus.DISCONNECTED : ConnectionStatus.CONNECTED,
                        participant.attemptId()));
    }

    private static Refused notJoined(ClassSession session) {
        return new Refused(
                new Refusal.WrongState(
                        "Join the class session first.",
                        "not_joined",
                        Map.of("status", session.status())));
    }
}
