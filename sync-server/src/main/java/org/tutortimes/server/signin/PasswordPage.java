package org.tutortimes.server.signin;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.account.PasswordChange;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.pages.Shell;
import org.tutortimes.server.web.Routes;

/// Choosing another password: whenever one likes, and at once after a one-time password.
public final class PasswordPage implements Routes {

    private final PasswordChange change;
    private final PageFrame frame;

    public PasswordPage(PasswordChange change, PageFrame frame) {
        this.change = change;
        this.frame = frame;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(AccessControl.PASSWORD_PAGE, this::show, Access.PAGE_AT_ALL);
        routes.post(AccessControl.PASSWORD_PAGE, this::change, Access.PAGE_CHANGE_AT_ALL);
    }

    private void show(Context context) {
        if (context.queryParam("changed") == null) {
            form(context, List.of());
        } else {
            done(context);
        }
    }

    private void change(Context context) {
        Caller caller = AccessControl.caller(context);
        String current = text(context, "current_password");
        String wanted = text(context, "new_password");
        PasswordChange.Wish wish =
                new PasswordChange.Wish(current.isEmpty() ? null : current, wanted);
        Words words = PageLanguage.words(context);
        List<String> wrong = new ArrayList<>(sentences(words, change.faults(caller, wish)));
        if (!wanted.equals(text(context, "new_password_again"))) {
            wrong.add(words.text("password.two-differ"));
        }
        if (!wrong.isEmpty()) {
            context.status(HttpStatus.BAD_REQUEST);
            form(context, wrong);
            return;
        }
        try {
            change.change(caller, wish);
            context.redirect(AccessControl.PASSWORD_PAGE + "?changed", HttpStatus.SEE_OTHER);
        } catch (Refused e) {
            explain(context, e);
        }
    }

    private void explain(Context context, Refused refused) {
        Words words = PageLanguage.words(context);
        switch (refused.refusal()) {
            case Refusal.AgainstRule rule -> {
                context.status(HttpStatus.UNPROCESSABLE_CONTENT);
                form(context, List.of(words.refusal(rule.code(), rule.sentence())));
            }
            case Refusal.Malformed malformed -> {
                context.status(HttpStatus.BAD_REQUEST);
                form(context, sentences(words, malformed.faults()));
            }
            case Refusal.TooManyAttempts many -> {
                context.status(HttpStatus.TOO_MANY_REQUESTS);
                context.header("Retry-After", Long.toString(many.retryAfterSeconds()));
                form(
                        context,
                        List.of(words.text("signin.too-many-attempts", many.retryAfterSeconds())));
            }
            default -> throw refused;
        }
    }

    private void form(Context context, List<String> wrong) {
        Caller caller = AccessControl.caller(context);
        frame.show(
                context,
                "signin/password",
                shell(context, "password.choose"),
                Map.of(
                        "username",
                        caller.username(),
                        "needsCurrent",
                        change.needsCurrent(caller),
                        "wrong",
                        wrong));
    }

    private void done(Context context) {
        frame.show(
                context,
                "signin/passwordChanged",
                shell(context, "password.changed.title"),
                Map.of());
    }

    private Shell shell(Context context, String title) {
        return frame.shell(context, PageLanguage.words(context).text(title), List.of(), null);
    }

    private static List<String> sentences(Words words, Map<String, String> faults) {
        return faults.entrySet().stream()
                .map(each ->
                        each.getKey().equals("current_password")
                                ? words.text("password.enter-current")
                                : words.text("password.fault", words.fault(each.getValue())))
                .toList();
    }

    private static String text(Context context, String field) {
        String text = context.formParam(field);
        return text == null ? "" : text;
    }
}
