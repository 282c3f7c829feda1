package org.tutortimes.server.system;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.audit.Action;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.AuditQuery;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.request.CalendarYears;
import org.tutortimes.server.system.SystemView.TokenForm;
import org.tutortimes.server.token.AdminTokens;
import org.tutortimes.server.token.ServiceTokens;
import org.tutortimes.server.web.Routes;

/// How the server does, and which other programs may talk to it, for administrators.
public final class SystemPage implements Routes {

    private static final String PATH = "/system";
    private static final int MOST_HELD = 20;
    private static final int MOST_TOKENS = 100;

    private final Parts parts;
    private final ServerFacts facts;
    private final PageFrame frame;
    private final InstantSource clock;

    /// What the page is made of.
    public record Parts(
            Database database, UnitAccess units, ServiceTokens services, AdminTokens tokens) {}

    public SystemPage(Parts parts, ServerFacts facts, PageFrame frame, InstantSource clock) {
        this.parts = parts;
        this.facts = facts;
        this.frame = frame;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, frame.page(context -> show(context, TokenForm.EMPTY)), Access.PAGE);
        routes.post(PATH + "/tokens", frame.page(this::make), Access.PAGE_CHANGE);
        routes.post(PATH + "/tokens/{id}/end", frame.page(this::end), Access.PAGE_CHANGE);
    }

    private void show(Context context, TokenForm form) {
        Caller caller = AccessControl.administrator(context);
        Reader reader = Reader.of(context);
        Words words = reader.words();
        boolean ready = isReady();
        SystemView view =
                new SystemViewOf(reader, clock.instant())
                        .view(
                                facts,
                                ready,
                                parts.database().read(SystemPage::stored),
                                parts.tokens().ofServices(MOST_TOKENS),
                                form,
                                context.queryParam("ended") == null
                                        ? ""
                                        : words.text("system.token.ended"));
        frame.show(
                context,
                "system/system",
                frame.shell(
                        context,
                        words.text("frame.system"),
                        parts.units().unitsOf(caller.userId(), true),
                        null),
                Map.of("view", view));
    }

    private boolean isReady() {
        try {
            facts.readiness().run();
            return true;
        } catch (Refused e) {
            // What keeps it from being ready is told on the page, which has more to say.
            return false;
        }
    }

    private static SystemViewOf.Stored stored(Handle handle) {
        AuditQuery imports =
                new AuditQuery(
                        null, Action.DATA_IMPORTED, null, null, null, null, null, null, null, 1);
        return new SystemViewOf.Stored(
                SystemStore.kind(handle),
                SystemStore.about(handle),
                SystemStore.units(handle),
                SystemStore.running(handle),
                SystemStore.heldByCode(handle),
                SystemStore.held(handle, MOST_HELD),
                AuditLog.list(handle, imports).stream().findFirst().orElse(null));
    }

    private void make(Context context) {
        Caller caller = AccessControl.administrator(context);
        Reader reader = Reader.of(context);
        Words words = reader.words();
        String typed = context.formParam("name");
        String name = typed == null ? "" : typed.strip();
        String ends = context.formParam("ends");
        try {
            ServiceTokens.fault(name)
                    .ifPresent(fault -> {
                        throw new Refused(Refusal.Malformed.field("name", fault));
                    });
            ServiceTokens.Made made =
                    parts.services().make(caller, name, expiresAt(ends, reader).orElse(null));
            context.status(HttpStatus.CREATED);
            frame.show(
                    context,
                    "system/token",
                    frame.shell(
                            context,
                            words.text("system.token.made"),
                            parts.units().unitsOf(caller.userId(), true),
                            null),
                    Map.of("name", name, "token", made.authToken()));
        } catch (Refused e) {
            TokenForm form = new TokenForm(name, ends == null ? "" : ends, wrong(e, words));
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, form);
        }
    }

    /// A day belongs to the life of the token as a whole.
    private Optional<Instant> expiresAt(@Nullable String day, Reader reader) {
        if (day == null || day.isBlank()) {
            return Optional.empty();
        }
        try {
            Instant at =
                    LocalDate.parse(day.strip())
                            .plusDays(1)
                            .atStartOfDay(reader.zone(ZoneOffset.UTC))
                            .toInstant();
            if (at.isAfter(clock.instant()) && CalendarYears.hold(at)) {
                return Optional.of(at);
            }
        } catch (DateTimeException e) {
            // Told below, as a day that cannot be meant.
        }
        throw new Refused(Refusal.Malformed.field("expires_at", "must lie in the future"));
    }

    private static String wrong(Refused refused, Words words) {
        return switch (refused.refusal()) {
            case Refusal.WrongState state -> words.refusal(state.code(), state.sentence());
            case Refusal.Malformed malformed when malformed.faults().containsKey("name") ->
                    words.text("system.token.wrong-name");
            case Refusal.Malformed _ -> words.text("system.token.wrong-day");
            default -> throw refused;
        };
    }

    private void end(Context context) {
        Caller caller = AccessControl.administrator(context);
        try {
            parts.tokens().end(caller, context.pathParam("id"));
        } catch (Refused e) {
            // Whoever wants it ended is content where it has ended already.
            if (!(e.refusal() instanceof Refusal.NotFound)) {
                throw e;
            }
        }
        context.redirect(PATH + "?ended", HttpStatus.SEE_OTHER);
    }
}
