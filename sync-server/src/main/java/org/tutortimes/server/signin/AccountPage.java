package org.tutortimes.server.signin;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.token.OwnToken;
import org.tutortimes.server.token.Tokens;
import org.tutortimes.server.web.Routes;

/// The reader's account: who it is, the password, and every device that is signed in.
public final class AccountPage implements Routes {

    private static final String PATH = "/account";

    private final Tokens tokens;
    private final UnitAccess units;
    private final PageFrame frame;
    private final InstantSource clock;

    public AccountPage(Tokens tokens, UnitAccess units, PageFrame frame, InstantSource clock) {
        this.tokens = tokens;
        this.units = units;
        this.frame = frame;
        this.clock = clock;
    }

    /// A device that is signed in, as the template writes it: every text is final.
    ///
    /// @param current whether it is the browser that shows the page
    public record Device(
            String id,
            String name,
            boolean current,
            String signedIn,
            String lastUsed,
            String ends) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, frame.page(this::show), Access.PAGE);
        routes.post(PATH + "/devices/{id}/end", this::end, Access.PAGE_CHANGE);
        routes.post(PATH + "/devices/end-others", this::endOthers, Access.PAGE_CHANGE);
    }

    private void show(Context context) {
        Caller caller = AccessControl.caller(context);
        Reader reader = Reader.of(context);
        Words words = reader.words();
        List<Device> devices =
                tokens.of(caller).stream()
                        .sorted(Comparator.comparing(OwnToken::lastUsedAt).reversed())
                        .map(token -> device(token, caller, reader))
                        .toList();
        frame.show(
                context,
                "signin/account",
                frame.shell(
                        context,
                        words.text("frame.account"),
                        units.unitsOf(caller.userId(), caller.admin()),
                        null),
                Map.of(
                        "identity",
                        words.text("account.one-of", caller.name(), caller.username()),
                        "devices",
                        devices,
                        "done",
                        done(context, words),
                        "zone",
                        reader.zone(ZoneOffset.UTC).getId()));
    }

    private void end(Context context) {
        try {
            tokens.end(AccessControl.caller(context), context.pathParam("id"));
        } catch (Refused e) {
            // Whoever wants a device signed out is content where it is signed out already.
            if (!(e.refusal() instanceof Refusal.NotFound)) {
                throw e;
            }
        }
        context.redirect(PATH + "?ended", HttpStatus.SEE_OTHER);
    }

    private void endOthers(Context context) {
        int ended = tokens.endOthers(AccessControl.caller(context));
        context.redirect(PATH + "?others_ended=" + ended, HttpStatus.SEE_OTHER);
    }

    private static String done(Context context, Words words) {
        @Nullable String others = context.queryParam("others_ended");
        if (others != null && others.matches("\\d{1,6}")) {
            return words.text("account.others-ended", Integer.parseInt(others));
        }
        return context.queryParam("ended") == null ? "" : words.text("account.ended");
    }

    private Device device(OwnToken token, Caller caller, Reader reader) {
        Words words = reader.words();
        ZoneId zone = reader.zone(ZoneOffset.UTC);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        return new Device(
                token.id(),
                switch (token.device()) {
                    case SignInPage.DEVICE -> words.text("account.web-page");
                    case Tokens.UNNAMED -> words.text("account.unnamed");
                    default -> token.device();
                },
                token.id().equals(caller.tokenId()),
                words.dayAndTime(token.createdAt(), zone, today),
                words.dayAndTime(token.lastUsedAt(), zone, today),
                words.dayAndTime(token.expiresAt(), zone, today));
    }
}
