package org.tutortimes.server.sessions;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.EventOrder;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.Subject;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.events.EventStore;
import org.tutortimes.server.events.ServerDevice;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.timer.EnteredTime;
import org.tutortimes.server.timer.OnlineTimer;
import org.tutortimes.server.web.Routes;

/// One timer session with all that is known of it, and putting it right.
public final class TimerSessionPage implements Routes {

    private static final String PATH = "/units/{id}/sessions/{session}";

    private final Database database;
    private final UnitAccess units;
    private final OnlineTimer timer;
    private final EnteredTime entered;
    private final PageFrame frame;
    private final InstantSource clock;

    /// What the page is made of.
    public record Parts(
            Database database, UnitAccess units, OnlineTimer timer, EnteredTime entered) {}

    public TimerSessionPage(Parts parts, PageFrame frame, InstantSource clock) {
        this.database = parts.database();
        this.units = parts.units();
        this.timer = parts.timer();
        this.entered = parts.entered();
        this.frame = frame;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, frame.page(this::show), Access.PAGE);
        routes.post(PATH + "/delete", frame.page(this::delete), Access.PAGE_CHANGE);
        routes.post(PATH + "/restore", frame.page(this::restore), Access.PAGE_CHANGE);
        routes.post(PATH + "/correct", frame.page(this::correct), Access.PAGE_CHANGE);
    }

    private void show(Context context) {
        render(context, session(context), null);
    }

    private void delete(Context context) {
        SessionAnswer session = session(context);
        if (session.deletedAt() == null) {
            timer.delete(AccessControl.caller(context), session.id(), CorrectionForm.note(context));
        }
        back(context, "deleted");
    }

    private void restore(Context context) {
        SessionAnswer session = session(context);
        if (session.deletedAt() != null) {
            timer.restore(AccessControl.caller(context), session.id());
        }
        back(context, "restored");
    }

    private void correct(Context context) {
        SessionAnswer session = session(context);
        SeenUnit unit = unit(context);
        Words words = Reader.of(context).words();
        CorrectionForm form =
                CorrectionForm.of(
                        context, Reader.of(context).zone(unit.zone()), clock.instant(), words);
        if (form.wrong().isEmpty()) {
            try {
                entered.correct(
                        AccessControl.caller(context),
                        session.id(),
                        new EnteredTime.Change(form.segments(), form.target(), form.note()),
                        version(context));
                back(context, "corrected");
                return;
            } catch (Refused e) {
                form = form.with(sentence(e, words));
            }
        }
        context.status(HttpStatus.BAD_REQUEST);
        render(context, session(context), form);
    }

    /// When the session that the form was made of had changed last.
    private static Instant version(Context context) {
        try {
            return Json.instant(Objects.requireNonNullElse(context.formParam("version"), ""));
        } catch (DateTimeException e) {
            throw new Refused(Refusal.Malformed.field("version", "must be an instant"));
        }
    }

    private static String sentence(Refused refused, Words words) {
        return switch (refused.refusal()) {
            case Refusal.AgainstRule rule -> words.refusal(rule.code(), rule.sentence());
            case Refusal.WrongState state -> words.refusal(state.code(), state.sentence());
            default -> throw refused;
        };
    }

    /// The page again, by an address that does nothing when it is loaded once more.
    private static void back(Context context, String done) {
        context.redirect(
                "/units/%d/sessions/%s?done=%s"
                        .formatted(Ids.number(context, "id", "unit"), id(context), done),
                HttpStatus.SEE_OTHER);
    }

    private SeenUnit unit(Context context) {
        Caller caller = AccessControl.caller(context);
        return units.required(caller.userId(), caller.admin(), Ids.number(context, "id", "unit"));
    }

    /// The session, for who may see it, at the address of its own unit.
    private SessionAnswer session(Context context) {
        SessionAnswer session = timer.get(AccessControl.caller(context), id(context));
        if (session.unitId() != Ids.number(context, "id", "unit")) {
            throw new Refused(new Refusal.NotFound("timer session"));
        }
        return session;
    }

    private static UUID id(Context context) {
        return Ids.uuid(context, "session", "timer session");
    }

    private void render(Context context, SessionAnswer session, @Nullable CorrectionForm form) {
        Caller caller = AccessControl.caller(context);
        SeenUnit unit = unit(context);
        Reader reader = Reader.of(context);
        TimerSessionViewOf.Known known =
                database.read(handle ->
                        new TimerSessionViewOf.Known(
                                session,
                                TimerTableStore.one(handle, session.id()).orElseThrow(),
                                EventOrder.of(EventStore.inForce(handle, session.id().toString())),
                                AuditLog.about(
                                        handle,
                                        Subject.timerSession(session.id(), session.unitId())),
                                UnitPeopleStore.definitions(handle, session.unitId()),
                                ServerDevice.id(handle)));
        Instant now = clock.instant();
        TimerSessionView view =
                new TimerSessionViewOf(unit, known, reader, now)
                        .view(
                                new TimerSessionViewOf.Offer(
                                        caller.admin() || caller.userId() == session.userId(),
                                        form,
                                        notice(context, reader.words()),
                                        session.deletedAt() != null));
        frame.show(
                context,
                "sessions/timerSession",
                frame.shell(
                        context,
                        view.title(),
                        units.unitsOf(caller.userId(), caller.admin()),
                        session.unitId()),
                Map.of("view", view));
    }

    private static String notice(Context context, Words words) {
        String done = context.queryParam("done");
        return done == null || !words.has("sessions.done." + done)
                ? ""
                : words.text("sessions.done." + done);
    }
}
