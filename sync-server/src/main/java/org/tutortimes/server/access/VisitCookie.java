package org.tutortimes.server.access;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.Base64;

/// A random value for a browser that is not signed in yet, so that the sign-in form too has a CSRF
/// token. It also shows whether the browser keeps secure cookies here: see [PageCookie].
public final class VisitCookie {

    private static final String NAME = "visit";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int UNTIL_THE_BROWSER_ENDS = -1;

    private VisitCookie() {}

    /// The token for the sign-in form; gives the browser its cookie where it has none.
    public static String csrfToken(Context context) {
        String value = PageCookie.read(context, NAME);
        if (value == null) {
            byte[] bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            PageCookie.writeSecure(context, NAME, value, UNTIL_THE_BROWSER_ENDS);
            if (PageCookie.isPlainLoopback(context)) {
                PageCookie.writePlain(context, NAME, value, UNTIL_THE_BROWSER_ENDS);
            }
        }
        return PageCookie.csrfToken(value);
    }

    /// Whether the form was made for this very browser.
    public static boolean hasCsrfToken(Context context) {
        String value = PageCookie.read(context, NAME);
        return value != null && PageCookie.hasCsrfToken(context, value);
    }

    /// Whether the browser gave back what only a secure cookie holds.
    static boolean keepsSecureCookies(Context context) {
        return PageCookie.readSecure(context, NAME) != null;
    }
}
