package org.tutortimes.server.classes;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.model.classes.ClassSessionState.Step;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.request.Cursor;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Page;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// Class sessions, for those who run their class and, as far as they take part, for its students.
public final class ClassSessionRoutes implements Routes {

    /// The path of all of them.
    public static final String ALL = "/api/class-sessions";

    /// In cursors, so that those of other lists are refused.
    private static final String LIST = "class-sessions";

    private static final String ONE = ALL + "/{id}";

    private final ClassSessions sessions;

    public ClassSessionRoutes(ClassSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, this::list, Access.SIGNED_IN_OR_PAGE);
        routes.post(ALL, this::add, Access.SIGNED_IN);
        routes.get(ONE, this::one, Access.SIGNED_IN_OR_PAGE);
        routes.put(ONE, this::plan, Access.SIGNED_IN);
        for (Step step : Step.values()) {
            routes.put(
                    ONE + "/" + step.wireName(), context -> move(context, step), Access.SIGNED_IN);
        }
    }

    private void list(Context context) {
        Query query = Query.of(context);
        String classId = query.text("class_id");
        UUID ofClass = classId == null ? null : Ids.parse(classId);
        if (classId != null && ofClass == null) {
            query.fault("class_id", "must be a UUID");
        }
        String status =
                query.oneOf(
                        "status",
                        Arrays.stream(ClassSessionState.values())
                                .map(ClassSessionState::wireName)
                                .toArray(String[]::new));
        List<String> cursor = query.cursor(LIST, 2);
        ClassSessionStore.Position after =
                cursor == null
                        ? null
                        : new ClassSessionStore.Position(
                                query.cursorNumber(cursor, 0), cursor.getLast());
        int limit = query.limit(Page.USUAL, Page.MOST);
        query.refuseFaults();
        context.json(
                Page.of(
                        sessions.list(
                                AccessControl.caller(context),
                                new ClassSessionStore.Wanted(
                                        ofClass,
                                        status == null ? null : ClassSessionState.valueOf(status),
                                        after,
                                        limit)),
                        limit,
                        last ->
                                Cursor.of(
                                        LIST,
                                        last.plan().scheduledAt().toEpochMilli(),
                                        last.id())));
    }

    private void one(Context context) {
        context.json(sessions.seen(AccessControl.caller(context), id(context)));
    }

    private void add(Context context) {
        Body body = Body.of(context);
        UUID classId = body.uuid("class_id");
        if (!body.has("class_id")) {
            body.fault("class_id", "must be given");
        }
        ClassSessions.New fields =
                new ClassSessions.New(body.uuid("id"), ClassSessionFields.plan(body, null));
        body.refuseFaults();
        if (classId != null) {
            context.status(201).json(sessions.add(AccessControl.caller(context), classId, fields));
        }
    }

    private void plan(Context context) {
        Body body = Body.of(context);
        context.json(
                sessions.plan(
                        AccessControl.caller(context),
                        id(context),
                        known -> {
                            ClassSession.Plan plan = ClassSessionFields.plan(body, known);
                            body.refuseFaults();
                            return plan;
                        }));
    }

    private void move(Context context, Step step) {
        Body.optional(context);
        context.json(sessions.move(AccessControl.caller(context), id(context), step));
    }

    /// The class session that a path names.
    public static UUID id(Context context) {
        return Ids.uuid(context, "id", ClassSessions.WHAT);
    }
}
