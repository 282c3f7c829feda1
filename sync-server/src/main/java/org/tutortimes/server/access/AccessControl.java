package org.tutortimes.server.access;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// The one check before every route: who calls, and whether the route's [Access] lets them.
public final class AccessControl {

    /// Where the web pages sign in.
    public static final String SIGN_IN_PAGE = "/sign-in";

    /// Where the web pages change the password.
    public static final String PASSWORD_PAGE = "/password";

    private static final String CALLER = "caller";
    private static final String ACTOR = "actor";

    private final Authentication authentication;

    public AccessControl(Authentication authentication) {
        this.authentication = authentication;
    }

    /// The caller of a route that only those who are signed in reach.
    public static Caller caller(Context context) {
        return callerIfAny(context).orElseThrow(() -> notSignedIn(null));
    }

    /// The caller of a page for administrators. For all others there is no such page.
    public static Caller administrator(Context context) {
        Caller caller = caller(context);
        if (!caller.admin()) {
            throw new Refused(new Refusal.NotFound("address"));
        }
        return caller;
    }

    /// The caller of any route, if signed in.
    public static Optional<Caller> callerIfAny(Context context) {
        return Optional.ofNullable(context.attribute(CALLER));
    }

    /// Who calls a route, as the audit log names them: also where it may be another program.
    public static Actor actor(Context context) {
        Actor actor = context.attribute(ACTOR);
        if (actor == null) {
            throw notSignedIn(null);
        }
        return actor;
    }

    /// The token that the caller sent.
    public static String token(Context context) {
        Credentials credentials = Credentials.of(context);
        if (credentials == null) {
            throw notSignedIn(null);
        }
        return credentials.token();
    }

    /// Runs before every request that has a route.
    public void check(Context context) {
        if (context.method().equals(HandlerType.HEAD) && context.routeRoles().isEmpty()) {
            // The web server offers it beside each GET without running anything.
            throw new Refused(new Refusal.MethodNotAllowed(List.of("GET")));
        }
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
            case ANYONE -> identify(context, credentials).ifPresent(found -> keep(context, found));
            case SIGNED_IN -> keep(context, free(byHeader(context, credentials)));
            case SIGNED_IN_AT_ALL -> keep(context, person(byHeader(context, credentials)));
            case ADMIN -> keep(context, admin(byHeader(context, credentials)));
            case ADMIN_OR_SERVICE -> keep(context, adminOrService(byHeader(context, credentials)));
            case SIGNED_IN_OR_SERVICE ->
                    keep(context, freeOrService(byHeader(context, credentials)));
            case SIGNED_IN_OR_PAGE -> keep(context, free(signedIn(context, credentials)));
            case PAGE, PAGE_AT_ALL -> openPage(context, access, credentials);
            case PAGE_CHANGE -> keep(context, free(fromPage(context, credentials)));
            case PAGE_CHANGE_AT_ALL -> keep(context, person(fromPage(context, credentials)));
        }
    }

    private static void keep(Context context, Identity identity) {
        context.attribute(ACTOR, identity.actor());
        if (identity instanceof Identity.Person person) {
            context.attribute(CALLER, person.caller());
        }
    }

    private Optional<Identity> identify(Context context, @Nullable Credentials credentials) {
        return credentials == null
                ? Optional.empty()
                : authentication.identityOf(
                        credentials.token(), credentials.username(), ClientAddress.of(context));
    }

    private Identity signedIn(Context context, @Nullable Credentials credentials) {
        return identify(context, credentials).orElseThrow(() -> notSignedIn(credentials));
    }

    private Identity byHeader(Context context, @Nullable Credentials credentials) {
        // A browser sends the cookie along with what other sites ask of it; headers it does not.
        if (credentials == null || credentials.kind() == Credentials.Kind.COOKIE) {
            throw notSignedIn(credentials);
        }
        return signedIn(context, credentials);
    }

    private Identity fromPage(Context context, @Nullable Credentials credentials) {
        Identity identity = signedIn(context, credentials);
        if (credentials != null
                && credentials.kind() == Credentials.Kind.COOKIE
                && !PageCookie.hasCsrfToken(context, credentials.token())) {
            throw new Refused(
                    new Refusal.Forbidden("The page is out of date. Load it again.", "csrf_token"));
        }
        return identity;
    }

    private void openPage(Context context, Access access, @Nullable Credentials credentials) {
        Optional<Identity> identity = identify(context, credentials);
        if (identity.isEmpty()) {
            askToSignIn(context);
            return;
        }
        Identity.Person person = person(identity.get());
        if (person.mustChangePassword() && access == Access.PAGE) {
            context.redirect(PASSWORD_PAGE);
            context.skipRemainingHandlers();
            return;
        }
        keep(context, person);
    }

    private static Identity.Person person(Identity identity) {
        return switch (identity) {
            case Identity.Person person -> person;
            case Identity.Program _ ->
                    throw new Refused(
                            new Refusal.Forbidden(
                                    "A service token may only call what is made for services.",
                                    "service_token"));
        };
    }

    private static Identity.Person free(Identity identity) {
        Identity.Person person = person(identity);
        if (person.mustChangePassword()) {
            throw new Refused(
                    new Refusal.Forbidden(
                            "You signed in with a one-time password. Choose a password of your own"
                                    + " first, at %s on this server's web pages."
                                            .formatted(PASSWORD_PAGE),
                            "password_change_required"));
        }
        return person;
    }

    private static Identity.Person admin(Identity identity) {
        Identity.Person person = free(identity);
        if (!person.caller().admin()) {
            throw new Refused(new Refusal.Forbidden("Only administrators may do this.", "admin"));
        }
        return person;
    }

    private static Identity adminOrService(Identity identity) {
        return identity instanceof Identity.Program ? identity : admin(identity);
    }

    private static Identity freeOrService(Identity identity) {
        return identity instanceof Identity.Program ? identity : free(identity);
    }

    private static void askToSignIn(Context context) {
        String choices = context.queryString();
        String address = choices == null ? context.path() : context.path() + "?" + choices;
        String wanted =
                context.method().equals(HandlerType.GET)
                        ? "?next=" + URLEncoder.encode(address, StandardCharsets.UTF_8)
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
