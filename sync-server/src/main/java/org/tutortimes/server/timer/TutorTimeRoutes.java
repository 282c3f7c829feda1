package org.tutortimes.server.timer;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.timer.SessionWriter.Outcome;
import org.tutortimes.server.web.Routes;

/// The timer's online calls.
public final class TutorTimeRoutes implements Routes {

    private static final String ONE = Api.TUTOR_TIMES + "/{id}";
    private static final long MOST_BYTES_OF_ENTERED_TIME = 256 * 1024;

    private final OnlineTimer timer;
    private final EnteredTime entered;

    public TutorTimeRoutes(OnlineTimer timer, EnteredTime entered) {
        this.timer = timer;
        this.entered = entered;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(Api.TUTOR_TIMES + "/start", this::start, Access.SIGNED_IN);
        routes.post(Api.TUTOR_TIMES, this::add, Access.SIGNED_IN);
        routes.put(ONE, this::correct, Access.SIGNED_IN);
        routes.put(ONE + "/pause", this::pause, Access.SIGNED_IN);
        routes.put(ONE + "/resume", this::resume, Access.SIGNED_IN);
        routes.put(ONE + "/complete", this::complete, Access.SIGNED_IN);
        routes.get(ONE, this::get, Access.SIGNED_IN_OR_PAGE);
        routes.delete(ONE, this::delete, Access.SIGNED_IN);
        routes.post(ONE + "/restore", this::restore, Access.SIGNED_IN);
    }

    private void start(Context context) {
        Body body = Body.of(context);
        long unitRoleId = body.requiredNumber("unit_role_id");
        MarkingTarget target = EntryFields.target(body);
        UUID id = body.uuid("id");
        body.refuseFaults();
        answer(context, timer.start(AccessControl.caller(context), unitRoleId, target, id));
    }

    private void add(Context context) {
        Body body = Body.of(context, MOST_BYTES_OF_ENTERED_TIME);
        MarkingTarget target = EntryFields.target(body);
        EnteredTime.Entry entry =
                new EnteredTime.Entry(
                        body.requiredNumber("unit_role_id"),
                        target,
                        EntryFields.workedSegments(body, entered.now()),
                        EntryFields.submissions(body, target),
                        EntryFields.requiredNote(body),
                        body.uuid("id"));
        body.refuseFaults();
        answer(context, entered.add(AccessControl.caller(context), entry));
    }

    private void correct(Context context) {
        Body body = Body.of(context, MOST_BYTES_OF_ENTERED_TIME);
        EnteredTime.Change change =
                new EnteredTime.Change(
                        EntryFields.segments(body, entered.now()),
                        EntryFields.targetIfAny(body),
                        EntryFields.requiredNote(body));
        if (change.segments() == null && change.target() == null) {
            body.fault("segments", "must be given, or task_id or task_definition_id");
        }
        body.refuseFaults();
        context.json(entered.correct(AccessControl.caller(context), id(context), change));
    }

    private void pause(Context context) {
        Body body = Body.optional(context);
        Instant idleSince = body.instant("idle_since");
        PauseReason reason = reason(body, idleSince);
        body.refuseFaults();
        context.json(timer.pause(AccessControl.caller(context), id(context), reason, idleSince));
    }

    private void resume(Context context) {
        context.json(timer.resume(AccessControl.caller(context), id(context)));
    }

    private void complete(Context context) {
        Body body = Body.optional(context);
        Integer submissions = EntryFields.submissions(body);
        body.refuseFaults();
        context.json(timer.complete(AccessControl.caller(context), id(context), submissions));
    }

    private void get(Context context) {
        context.json(timer.get(AccessControl.caller(context), id(context)));
    }

    private void delete(Context context) {
        Body body = Body.optional(context);
        String note = EntryFields.note(body);
        body.refuseFaults();
        context.json(timer.delete(AccessControl.caller(context), id(context), note));
    }

    private void restore(Context context) {
        context.json(timer.restore(AccessControl.caller(context), id(context)));
    }

    private static void answer(Context context, Outcome outcome) {
        context.status(outcome.isNew() ? 201 : 200).json(outcome.session());
    }

    private static UUID id(Context context) {
        return Ids.uuid(context, "id", "timer session");
    }

    /// What the server finds out by itself cannot be given as a reason.
    private static PauseReason reason(Body body, @Nullable Instant idleSince) {
        String name = body.text("reason");
        if (name == null) {
            return idleSince == null ? PauseReason.BY_HAND : PauseReason.IDLE;
        }
        for (PauseReason reason : PauseReason.values()) {
            if (reason != PauseReason.SUPERSEDED
                    && reason.name().toLowerCase(Locale.ROOT).equals(name)) {
                return reason;
            }
        }
        body.fault("reason", "must be by_hand, idle, sleep, quit or crash");
        return PauseReason.BY_HAND;
    }
}
