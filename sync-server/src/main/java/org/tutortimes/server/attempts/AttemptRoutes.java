package org.tutortimes.server.attempts;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.model.classes.HighlightRules;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.web.Routes;

/// Attempts: begun and filled by students, read by those who run their class too.
public final class AttemptRoutes implements Routes {

    private static final String ALL = "/api/attempts";
    private static final String ONE = ALL + "/{id}";
    private static final int MOST_AT_ONCE = 500;
    private static final int LONGEST_COMMENT = 2_000;
    private static final int LONGEST_PASSAGE_ID = 100;

    /// In place of an id that is not to be read, until its fault is told.
    private static final UUID NONE = new UUID(0, 0);

    private final Attempts attempts;

    public AttemptRoutes(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(ALL, this::start, Access.PAGE_CHANGE);
        routes.get(ONE, this::one, Access.SIGNED_IN_OR_PAGE);
        routes.post(ONE + "/highlights", this::highlight, Access.PAGE_CHANGE);
        routes.delete(ONE + "/highlights/{highlight}", this::remove, Access.PAGE_CHANGE);
        routes.put(ONE + "/submit", this::submit, Access.PAGE_CHANGE);
    }

    private void start(Context context) {
        Body body = Body.of(context);
        Attempts.Beginning beginning =
                new Attempts.Beginning(
                        body.uuid("id"),
                        body.uuid("class_session_id"),
                        body.number("test_id"),
                        body.number("task_id"));
        if (!body.has("class_session_id") && !body.has("test_id") && !body.has("task_id")) {
            body.fault("class_session_id", "or test_id or task_id must be given");
        }
        body.refuseFaults();
        Attempts.Outcome outcome = attempts.start(AccessControl.caller(context), beginning);
        context.status(outcome.isNew() ? 201 : 200).json(outcome.attempt());
    }

    private void one(Context context) {
        context.json(attempts.one(AccessControl.caller(context), id(context)));
    }

    private void highlight(Context context) {
        List<Body> bodies = Body.oneOrMore(context, MOST_AT_ONCE);
        List<Highlight> highlights = bodies.stream().map(AttemptRoutes::highlight).toList();
        bodies.getFirst().refuseFaults();
        context.json(attempts.highlight(AccessControl.caller(context), id(context), highlights));
    }

    private void remove(Context context) {
        context.json(
                attempts.remove(
                        AccessControl.caller(context),
                        id(context),
                        Ids.uuid(context, "highlight", "highlight")));
    }

    private void submit(Context context) {
        Body.optional(context);
        context.json(attempts.submit(AccessControl.caller(context), id(context)));
    }

    private static Highlight highlight(Body body) {
        int faults = body.faultCount();
        Highlight highlight =
                new Highlight(
                        Objects.requireNonNullElse(body.uuid("id"), NONE),
                        body.requiredInstant("timestamp"),
                        body.requiredText("text"),
                        Objects.requireNonNullElse(body.text("passage_id", LONGEST_PASSAGE_ID), ""),
                        position(body, "position_start"),
                        position(body, "position_end"),
                        body.requiredText("color_code").toUpperCase(Locale.ROOT),
                        body.text("comment", LONGEST_COMMENT),
                        null);
        for (String field : List.of("id", "passage_id")) {
            if (!body.has(field)) {
                body.fault(field, "must be given");
            }
        }
        if (body.faultCount() == faults) {
            HighlightRules.faults(highlight).forEach(body::fault);
        }
        return highlight;
    }

    private static int position(Body body, String field) {
        long position = body.requiredNumber(field);
        if (position != (int) position) {
            body.fault(field, "must be a position in a text");
        }
        return (int) position;
    }

    private static UUID id(Context context) {
        return Ids.uuid(context, "id", Attempts.WHAT);
    }
}
