package org.tutortimes.server.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.report.UnitAccess.VisibleUnit;
import org.tutortimes.server.web.Routes;

/// What pages of every feature share: templates, files, the frame around them, and how they refuse.
public final class PageFrame implements Routes {

    private final Templates templates = new Templates();
    private final Assets assets = new Assets();
    private final LongPredicate students;

    /// @param students whether a user is enrolled in any class
    public PageFrame(LongPredicate students) {
        this.students = students;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/assets/{version}/{name}", assets::serve, Access.ANYONE);
        new RefusedPage(this).addTo(routes);
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
        context.html(render(template, shell.words(), all));
    }

    /// A part of a page.
    public String render(String template, Words words, Map<String, ?> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("words", words);
        return templates.render(template, all);
    }

    /// A page that also refuses with a page.
    public Handler page(Handler handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (Refused e) {
                switch (e.refusal()) {
                    case Refusal.NotFound _ -> problem(context, HttpStatus.NOT_FOUND, "not-found");
                    case Refusal.Malformed _ ->
                            problem(context, HttpStatus.BAD_REQUEST, "malformed");
                    default -> throw e;
                }
            }
        };
    }

    private void problem(Context context, HttpStatus status, String key) {
        Words words = PageLanguage.words(context);
        show(
                context.status(status),
                "problem",
                shell(context, words.text("problem." + key + ".title"), List.of(), null),
                Map.of("sentence", words.text("problem." + key)));
    }
}
