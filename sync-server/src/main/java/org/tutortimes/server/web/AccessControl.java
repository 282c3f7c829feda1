package org.tutortimes.server.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// The one check before every route: who calls, and whether the route's [Access] lets them.
public final class AccessControl {

    /// Where the web pages sign in.
    public static final String SIGN_IN_PAGE = "/sign-in";

    private static final String CALLER = "caller";

    private final Authentication authentication;

    AccessControl(Authentication authentication) {
        this.authentication = authentication;
    }

    /// The caller of a route that only those who are signed in reach.
    public static Caller caller(Context context) {
        return callerIfAny(context).orElseThrow(() -> notSignedIn(null));
    }

    /// The caller of any route, if signed in.
    public static Optional<Caller> callerIfAny(Context context) {
        return Optional.ofNullable(context.attribute(CALLER));
    }

    /// The token that the caller sent.
    public static String token(Context context) {
        Credentials credentials = Credentials.of(context);
        if (credentials == null) {
            throw notSignedIn(null);
        }
        return credentials.token();
    }

    void check(Context context) {
        Access access =
                context.routeRoles().stream()
                        .filter(Access.class::isInstance)
                        .map(Access.class::cast)
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "route without a role: " + context.path()));
        Credentials credentials = Credentials.of(context);
        switch (access) {
            case ANYONE ->
                    identify(context, credentials).ifPresent(caller -> keep(context, caller));
            case SIGNED_IN -> keep(context, byHeader(context, credentials));
            case ADMIN -> keep(context, adminOnly(byHeader(context, credentials)));
            case SIGNED_IN_OR_PAGE ->
                    keep(
                            context,
                            identify(context, credentials)
                                    .orElseThrow(() -> notSignedIn(credentials)));
            case PAGE ->
                    identify(context, credentials)
                            .ifPresentOrElse(
                                    caller -> keep(context, caller), () -> askToSignIn(context));
            case PAGE_CHANGE -> keep(context, fromPage(context, credentials));
        }
    }

    private static void keep(Context context, Caller caller) {
        context.attribute(CALLER, caller);
    }

    private Optional<Caller> identify(Context context, @Nullable Credentials credentials) {
        return credentials == null
                ? Optional.empty()
                : authentication.callerOf(
                        credentials.token(), credentials.username(), context.ip());
    }

    private Caller byHeader(Context context, @Nullable Credentials credentials) {
        // A browser sends the cookie along with what other sites ask of it; headers it does not.
        if (credentials == null || credentials.kind() == Credentials.Kind.COOKIE) {
            throw notSignedIn(credentials);
        }
        return identify(context, credentials).orElseThrow(() -> notSignedIn(credentials));
    }

    private static Caller adminOnly(Caller caller) {
        if (!caller.admin()) {
            throw new Refused(new Refusal.Forbidden("Only administrators may do this.", "admin"));
        }
        return caller;
    }

    private Caller fromPage(Context context, @Nullable Credentials credentials) {
        Caller caller = identify(context, credentials).orElseThrow(() -> notSignedIn(credentials));
        if (credentials != null
                && credentials.kind() == Credentials.Kind.COOKIE
                && !PageCookie.hasCsrfToken(context, credentials.token())) {
            throw new Refused(
                    new Refusal.Forbidden("The page is out of date. Load it again.", "csrf_token"));
        }
        return caller;
    }

    private static void askToSignIn(Context context) {
        String wanted =
                context.method().equals(HandlerType.GET)
                        ? "?next=" + URLEncoder.encode(context.path(), StandardCharsets.UTF_8)
                        : "";
        context.redirect(SIGN_IN_PAGE + wanted);
        context.skipRemainingHandlers();
    }

    private static Refused notSignedIn(@Nullable Credentials credentials) {
        return new Refused(
                new Refusal.NotSignedIn(
                        credentials != null
                                && credentials.kind() == Credentials.Kind.LEARNING_SYSTEM));
    }
}
