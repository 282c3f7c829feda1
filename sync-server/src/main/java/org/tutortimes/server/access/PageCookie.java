package org.tutortimes.server.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The cookie that signs the web pages in, and the CSRF token that belongs to it.
///
/// It is always a secure one with the `__Host-` prefix, behind a proxy that ends TLS too. Chromium
/// and Firefox also keep such cookies over plain HTTP from this very computer. For a browser that
/// does not, and only where both the client and the address it asked for are loopback, it is a
/// plain one: nothing leaves the computer there.
public final class PageCookie {

    private static final String SECURE_PREFIX = "__Host-tutor-times";
    private static final String PLAIN_PREFIX = "tutor-times";
    private static final String SESSION = "session";
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /// The header, and the form field, in which a page gives the CSRF token back.
    public static final String CSRF_HEADER = "X-CSRF-Token";

    public static final String CSRF_FIELD = "csrf_token";

    private PageCookie() {}

    /// Signs a browser in.
    ///
    /// @param seconds how long it is kept, or -1 until the browser ends
    public static void set(Context context, String token, int seconds) {
        if (isPlainLoopback(context) && !VisitCookie.keepsSecureCookies(context)) {
            writePlain(context, SESSION, token, seconds);
        } else {
            writeSecure(context, SESSION, token, seconds);
        }
    }

    /// Signs a browser out.
    public static void clear(Context context) {
        writeSecure(context, SESSION, "", 0);
        if (isPlainLoopback(context)) {
            writePlain(context, SESSION, "", 0);
        }
    }

    /// Bound to the sign-in and known to its pages only; another site can send the cookie along,
    /// and cannot read this.
    public static String csrfToken(Context context) {
        String token = token(context);
        return token == null ? "" : csrfToken(token);
    }

    /// Whether what was sent comes from a page of this very sign-in.
    public static boolean hasCsrfToken(Context context) {
        String token = token(context);
        return token != null && hasCsrfToken(context, token);
    }

    static @Nullable String token(Context context) {
        return read(context, SESSION);
    }

    static boolean hasCsrfToken(Context context, String secret) {
        String given = context.header(CSRF_HEADER);
        String text = given == null ? context.formParam(CSRF_FIELD) : given;
        return text != null
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8),
                        csrfToken(secret).getBytes(StandardCharsets.UTF_8));
    }

    static String csrfToken(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(("csrf " + secret).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static @Nullable String read(Context context, String name) {
        String secure = readSecure(context, name);
        if (secure != null || !isPlainLoopback(context)) {
            return secure;
        }
        return value(context.cookie(PLAIN_PREFIX + "-" + name));
    }

    static @Nullable String readSecure(Context context, String name) {
        return value(context.cookie(SECURE_PREFIX + "-" + name));
    }

    static void writeSecure(Context context, String name, String value, int seconds) {
        write(context, new Cookie(SECURE_PREFIX + "-" + name, value, "/", seconds), true);
    }

    static void writePlain(Context context, String name, String value, int seconds) {
        write(context, new Cookie(PLAIN_PREFIX + "-" + name, value, "/", seconds), false);
    }

    /// Whether the request neither came over the network nor used TLS.
    static boolean isPlainLoopback(Context context) {
        String host = context.host();
        String name = host == null ? null : URI.create("http://" + host).getHost();
        return context.scheme().equals("http")
                && name != null
                && LOOPBACK_NAMES.contains(name)
                && ClientAddress.isThisComputer(context.ip());
    }

    private static void write(Context context, Cookie cookie, boolean secure) {
        cookie.setSecure(secure);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        context.cookie(cookie);
    }

    private static @Nullable String value(@Nullable String cookie) {
        return cookie == null || cookie.isEmpty() ? null : cookie;
    }
}
