package org.tutortimes.server.pages;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.SignInRequest;
import org.tutortimes.model.account.SignedIn;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.ClientAddress;
import org.tutortimes.server.access.PageCookie;
import org.tutortimes.server.access.VisitCookie;
import org.tutortimes.server.account.SignIn;
import org.tutortimes.server.token.Tokens;

/// Signing in to the web pages, and out of them.
final class SignInPage {

    private static final int REMEMBERED_SECONDS = 14 * 24 * 3_600;
    private static final int UNTIL_THE_BROWSER_ENDS = -1;
    private static final String DEVICE = "Web page";

    private final SignIn signIn;
    private final Tokens tokens;
    private final Templates templates;
    private final Assets assets;

    SignInPage(SignIn signIn, Tokens tokens, Templates templates, Assets assets) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.templates = templates;
        this.assets = assets;
    }

    void show(Context context) {
        if (AccessControl.callerIfAny(context).isPresent()) {
            context.redirect(ownAddress(context.queryParam("next")));
            return;
        }
        form(context, new Attempt("", ownAddress(context.queryParam("next")), false), null);
    }

    void signIn(Context context) {
        Attempt attempt =
                new Attempt(
                        text(context, "username"),
                        ownAddress(context.formParam("next")),
                        context.formParam("remember") != null);
        if (!VisitCookie.hasCsrfToken(context)) {
            context.status(HttpStatus.FORBIDDEN);
            form(
                    context,
                    attempt,
                    "This page was open for too long, or the browser keeps no cookies. "
                            + "Please try again.");
            return;
        }
        if (attempt.username().isBlank() || text(context, "password").isEmpty()) {
            context.status(HttpStatus.BAD_REQUEST);
            form(context, attempt, "Enter your user name and your password.");
            return;
        }
        try {
            SignedIn signedIn =
                    signIn.signIn(
                            new SignInRequest(
                                    attempt.username().strip(),
                                    text(context, "password"),
                                    attempt.remember(),
                                    DEVICE),
                            ClientAddress.of(context));
            PageCookie.set(
                    context,
                    signedIn.authToken(),
                    attempt.remember() ? REMEMBERED_SECONDS : UNTIL_THE_BROWSER_ENDS);
            context.redirect(
                    signedIn.mustChangePassword() ? AccessControl.PASSWORD_PAGE : attempt.next(),
                    HttpStatus.SEE_OTHER);
        } catch (Refused e) {
            explain(context, attempt, e);
        }
    }

    void signOut(Context context) {
        tokens.signOut(AccessControl.caller(context));
        PageCookie.clear(context);
        context.redirect(AccessControl.SIGN_IN_PAGE, HttpStatus.SEE_OTHER);
    }

    private void explain(Context context, Attempt attempt, Refused refused) {
        switch (refused.refusal()) {
            case Refusal.WrongCredentials _ -> {
                context.status(HttpStatus.UNAUTHORIZED);
                form(context, attempt, "The user name or the password is wrong.");
            }
            case Refusal.TooManyAttempts many -> {
                context.status(HttpStatus.TOO_MANY_REQUESTS);
                context.header("Retry-After", Long.toString(many.retryAfterSeconds()));
                form(context, attempt, Words.tooManyAttempts(many));
            }
            default -> throw refused;
        }
    }

    private void form(Context context, Attempt attempt, @Nullable String wrong) {
        String csrfToken = VisitCookie.csrfToken(context);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("shell", Shell.signedOut("Sign in", assets, csrfToken));
        parameters.put("attempt", attempt);
        parameters.put("wrong", wrong == null ? "" : wrong);
        context.header("Cache-Control", "no-store");
        context.html(templates.render("signIn", parameters));
    }

    private static String text(Context context, String field) {
        String text = context.formParam(field);
        return text == null ? "" : text;
    }

    /// Only a path of this server: a sign-in must not send anybody elsewhere.
    private static String ownAddress(@Nullable String wanted) {
        return wanted != null && wanted.matches("/(?![/\\\\])[\\w\\-./?=&]*") ? wanted : "/";
    }
}
