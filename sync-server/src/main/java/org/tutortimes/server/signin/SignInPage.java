package org.tutortimes.server.signin;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.SignInRequest;
import org.tutortimes.model.account.SignedIn;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.ClientAddress;
import org.tutortimes.server.access.PageCookie;
import org.tutortimes.server.access.VisitCookie;
import org.tutortimes.server.account.SignIn;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.OwnAddress;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.pages.Shell;
import org.tutortimes.server.token.Tokens;
import org.tutortimes.server.web.Routes;

/// Signing in to the web pages, and out of them.
public final class SignInPage implements Routes {

    private static final int REMEMBERED_SECONDS = 14 * 24 * 3_600;
    private static final int UNTIL_THE_BROWSER_ENDS = -1;
    static final String DEVICE = "Web page";

    private final SignIn signIn;
    private final Tokens tokens;
    private final PageFrame frame;

    public SignInPage(SignIn signIn, Tokens tokens, PageFrame frame) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.frame = frame;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(AccessControl.SIGN_IN_PAGE, this::show, Access.ANYONE);
        routes.post(AccessControl.SIGN_IN_PAGE, this::signIn, Access.ANYONE);
        routes.post("/sign-out", this::signOut, Access.PAGE_CHANGE_AT_ALL);
    }

    private void show(Context context) {
        if (AccessControl.callerIfAny(context).isPresent()) {
            context.redirect(OwnAddress.of(context.queryParam("next")));
            return;
        }
        form(context, new SignInForm("", OwnAddress.of(context.queryParam("next")), false), null);
    }

    private void signIn(Context context) {
        SignInForm form =
                new SignInForm(
                        text(context, "username"),
                        OwnAddress.of(context.formParam("next")),
                        context.formParam("remember") != null);
        if (!VisitCookie.hasCsrfToken(context)) {
            context.status(HttpStatus.FORBIDDEN);
            form(context, form, PageLanguage.words(context).text("signin.out-of-date"));
            return;
        }
        if (form.username().isBlank() || text(context, "password").isEmpty()) {
            context.status(HttpStatus.BAD_REQUEST);
            form(context, form, PageLanguage.words(context).text("signin.nothing-entered"));
            return;
        }
        try {
            SignedIn signedIn =
                    signIn.signIn(
                            new SignInRequest(
                                    form.username().strip(),
                                    text(context, "password"),
                                    form.remember(),
                                    DEVICE),
                            ClientAddress.of(context));
            PageCookie.set(
                    context,
                    signedIn.authToken(),
                    form.remember() ? REMEMBERED_SECONDS : UNTIL_THE_BROWSER_ENDS);
            context.redirect(
                    signedIn.mustChangePassword() ? AccessControl.PASSWORD_PAGE : form.next(),
                    HttpStatus.SEE_OTHER);
        } catch (Refused e) {
            explain(context, form, e);
        }
    }

    private void signOut(Context context) {
        tokens.signOut(AccessControl.caller(context));
        PageCookie.clear(context);
        context.redirect(AccessControl.SIGN_IN_PAGE, HttpStatus.SEE_OTHER);
    }

    private void explain(Context context, SignInForm form, Refused refused) {
        Words words = PageLanguage.words(context);
        switch (refused.refusal()) {
            case Refusal.WrongCredentials _ -> {
                context.status(HttpStatus.UNAUTHORIZED);
                form(context, form, words.text("signin.wrong"));
            }
            case Refusal.TooManyAttempts many -> {
                context.status(HttpStatus.TOO_MANY_REQUESTS);
                context.header("Retry-After", Long.toString(many.retryAfterSeconds()));
                form(
                        context,
                        form,
                        words.text("signin.too-many-attempts", many.retryAfterSeconds()));
            }
            default -> throw refused;
        }
    }

    private void form(Context context, SignInForm form, @Nullable String wrong) {
        String csrfToken = VisitCookie.csrfToken(context);
        String title = PageLanguage.words(context).text("signin.sign-in");
        frame.show(
                context,
                "signin/signIn",
                Shell.signedOut(context, title, frame, csrfToken),
                Map.of("form", form, "wrong", wrong == null ? "" : wrong));
    }

    private static String text(Context context, String field) {
        String text = context.formParam(field);
        return text == null ? "" : text;
    }
}
