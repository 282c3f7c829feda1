package org.tutortimes.server.pages;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.PageCookie;
import org.tutortimes.server.access.VisitCookie;
import org.tutortimes.server.language.Language;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.web.Routes;

/// In which language a browser reads the pages: the one that its reader chose, or else what the
/// browser prefers.
public final class PageLanguage implements Routes {

    private static final String COOKIE = "tutor-times-language";
    private static final int A_YEAR_IN_SECONDS = 365 * 24 * 3_600;

    /// What the pages say to this browser.
    public static Words words(Context context) {
        return Words.in(Language.of(context.cookie(COOKIE), context.header("Accept-Language")));
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post("/language", PageLanguage::choose, Access.ANYONE);
    }

    private static void choose(Context context) {
        if (!VisitCookie.hasCsrfToken(context) && !PageCookie.hasCsrfToken(context)) {
            throw new Refused(
                    new Refusal.Forbidden("The page is out of date. Load it again.", "csrf_token"));
        }
        Language chosen =
                Language.ofTag(context.formParam("language"))
                        .orElseThrow(() ->
                                new Refused(
                                        Refusal.Malformed.field(
                                                "language", "is not one of the choices")));
        Cookie cookie = new Cookie(COOKIE, chosen.tag(), "/", A_YEAR_IN_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        cookie.setSecure(context.scheme().equals("https"));
        context.cookie(cookie);
        context.redirect(OwnAddress.of(context.formParam("next")), HttpStatus.SEE_OTHER);
    }
}
