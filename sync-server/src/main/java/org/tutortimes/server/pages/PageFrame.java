package org.tutortimes.server.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.report.UnitAccess.VisibleUnit;

/// What pages of every feature share: templates, files, the frame around them, and how they refuse.
public final class PageFrame {

    private final Templates templates = new Templates();
    private final Assets assets = new Assets();
    private final LongPredicate students;

    /// @param students whether a user is enrolled in any class
    public PageFrame(LongPredicate students) {
        this.students = students;
    }

    Templates templates() {
        return templates;
    }

    Assets assets() {
        return assets;
    }

    /// What surrounds a page.
    ///
    /// @param units of the reader
    /// @param currentUnit the unit that the page is about, or null
    public Shell shell(
            Context context, String title, List<VisibleUnit> units, @Nullable Long currentUnit) {
        boolean student = students.test(AccessControl.caller(context).userId());
        return Shell.of(context, title, assets, units, currentUnit, student);
    }

    /// Answers with a page about people: neither proxies nor the browser's back button show old
    /// ones.
    public void show(Context context, String template, Shell shell, Map<String, ?> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("shell", shell);
        context.header("Cache-Control", "private, no-store");
        context.html(templates.render(template, all));
    }

    /// A part of a page.
    public String render(String template, Map<String, Object> parameters) {
        return templates.render(template, parameters);
    }

    /// A page that also refuses with a page.
    public Handler page(Handler handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (Refused e) {
                switch (e.refusal()) {
                    case Refusal.NotFound notFound ->
                            problem(
                                    context,
                                    HttpStatus.NOT_FOUND,
                                    "There is no such %s here".formatted(notFound.what()),
                                    "It may have another address, or you have no part in it.");
                    case Refusal.Malformed _ ->
                            problem(
                                    context,
                                    HttpStatus.BAD_REQUEST,
                                    "This address is not complete",
                                    "Part of it names a choice that does not exist.");
                    default -> throw e;
                }
            }
        };
    }

    private void problem(Context context, HttpStatus status, String title, String sentence) {
        show(
                context.status(status),
                "problem",
                shell(context, title, List.of(), null),
                Map.of("sentence", sentence));
    }
}
