package org.tutortimes.server.pages;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.account.PasswordChange;

/// Choosing another password: whenever one likes, and at once after a one-time password.
final class PasswordPage {

    private final PasswordChange change;
    private final PageFrame frame;

    PasswordPage(PasswordChange change, PageFrame frame) {
        this.change = change;
        this.frame = frame;
    }

    void show(Context context) {
        if (context.queryParam("changed") == null) {
            form(context, List.of());
        } else {
            done(context);
        }
    }

    void change(Context context) {
        Caller caller = AccessControl.caller(context);
        String current = text(context, "current_password");
        String wanted = text(context, "new_password");
        PasswordChange.Wish wish =
                new PasswordChange.Wish(current.isEmpty() ? null : current, wanted);
        List<String> wrong = new ArrayList<>();
        change.faults(caller, wish).forEach((field, fault) -> wrong.add(sentence(field, fault)));
        if (!wanted.equals(text(context, "new_password_again"))) {
            wrong.add("The two new passwords differ.");
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
        switch (refused.refusal()) {
            case Refusal.AgainstRule rule -> {
                context.status(HttpStatus.UNPROCESSABLE_CONTENT);
                form(context, List.of(rule.sentence()));
            }
            case Refusal.Malformed malformed -> {
                context.status(HttpStatus.BAD_REQUEST);
                form(
                        context,
                        malformed.faults().entrySet().stream()
                                .map(fault -> sentence(fault.getKey(), fault.getValue()))
                                .toList());
            }
            case Refusal.TooManyAttempts many -> {
                context.status(HttpStatus.TOO_MANY_REQUESTS);
                context.header("Retry-After", Long.toString(many.retryAfterSeconds()));
                form(context, List.of(Words.tooManyAttempts(many)));
            }
            default -> throw refused;
        }
    }

    private void form(Context context, List<String> wrong) {
        Caller caller = AccessControl.caller(context);
        render(
                context,
                "password",
                Map.of(
                        "shell",
                        shell(context, "Choose a password"),
                        "username",
                        caller.username(),
                        "needsCurrent",
                        change.needsCurrent(caller),
                        "wrong",
                        wrong));
    }

    private void done(Context context) {
        render(
                context,
                "passwordChanged",
                Map.of("shell", shell(context, "Your password is changed")));
    }

    private void render(Context context, String template, Map<String, Object> parameters) {
        context.header("Cache-Control", "no-store");
        context.html(frame.render(template, parameters));
    }

    private Shell shell(Context context, String title) {
        return frame.shell(context, title, List.of(), null);
    }

    private static String sentence(String field, String fault) {
        return field.equals("current_password")
                ? "Enter your current password."
                : "The new password %s.".formatted(fault);
    }

    private static String text(Context context, String field) {
        String text = context.formParam(field);
        return text == null ? "" : text;
    }
}
