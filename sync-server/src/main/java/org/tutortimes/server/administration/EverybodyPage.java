package org.tutortimes.server.administration;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.SystemRole;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.account.OneTimePasswords;
import org.tutortimes.server.admin.UserAnswer;
import org.tutortimes.server.admin.Users;
import org.tutortimes.server.directory.Directory;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.request.Cursor;
import org.tutortimes.server.request.Page;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// Everybody who is known to the server, for administrators, who add people here.
public final class EverybodyPage implements Routes {

    static final String PATH = "/people";
    private static final String LIST = "people-page";
    private static final int PAGE = 50;
    private static final String ADMINS = "admins";
    private static final String DEACTIVATED = "deactivated";

    private final Users users;
    private final OneTimePasswords passwords;
    private final UnitAccess units;
    private final PasswordGiven given;
    private final PageFrame frame;

    public EverybodyPage(
            Users users,
            OneTimePasswords passwords,
            UnitAccess units,
            PasswordGiven given,
            PageFrame frame) {
        this.users = users;
        this.passwords = passwords;
        this.units = units;
        this.given = given;
        this.frame = frame;
    }

    /// The page, as its template writes it.
    ///
    /// @param asked what was looked for
    /// @param kind of people: `admins`, `deactivated`, or empty for all
    /// @param next the address of the page after this one; empty on the last
    /// @param first the address of the first page; empty where this is it
    public record View(
            String asked, String kind, List<UserAnswer> people, String first, String next) {

        /// Whether not everybody was asked for.
        public boolean filtered() {
            return !asked.isEmpty() || !kind.isEmpty();
        }
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, frame.page(this::show), Access.PAGE);
        routes.get(PATH + "/new", frame.page(this::showForm), Access.PAGE);
        routes.post(PATH, frame.page(this::add), Access.PAGE_CHANGE);
    }

    private void show(Context context) {
        Caller caller = AccessControl.administrator(context);
        Query query = Query.of(context);
        String asked = asked(query);
        String kind = query.oneOf("kind", ADMINS, DEACTIVATED);
        List<String> after = query.cursor(LIST, 1);
        query.refuseFaults();
        List<UserAnswer> found =
                users.found(
                        asked,
                        ADMINS.equals(kind) ? SystemRole.ADMIN : null,
                        DEACTIVATED.equals(kind) ? false : null,
                        after == null ? null : after.getFirst(),
                        PAGE + 1);
        Page<UserAnswer> page = Page.of(found, PAGE, last -> Cursor.of(LIST, last.username()));
        View view =
                new View(
                        asked == null ? "" : asked,
                        kind == null ? "" : kind,
                        page.items(),
                        after == null ? "" : address(asked, kind, null),
                        page.nextCursor() == null ? "" : address(asked, kind, page.nextCursor()));
        show(
                context,
                caller,
                "administration.people",
                "administration/everybody",
                Map.of("view", view));
    }

    /// A blank text asks for nobody in particular.
    private static @Nullable String asked(Query query) {
        String text = query.text("q");
        if (text != null && text.length() > Directory.LONGEST) {
            query.fault("q", "must have at most %d characters".formatted(Directory.LONGEST));
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String address(
            @Nullable String asked, @Nullable String kind, @Nullable String cursor) {
        return "%s?q=%s&kind=%s%s"
                .formatted(
                        PATH,
                        asked == null ? "" : URLEncoder.encode(asked, StandardCharsets.UTF_8),
                        kind == null ? "" : kind,
                        cursor == null ? "" : "&cursor=" + cursor);
    }

    private void showForm(Context context) {
        Caller caller = AccessControl.administrator(context);
        String name = Query.of(context).text("name");
        showForm(
                context,
                caller,
                Form.with(PersonPage.FIELDS, Map.of("name", name == null ? "" : name)));
    }

    private void showForm(Context context, Caller caller, Form form) {
        Words words = PageLanguage.words(context);
        show(
                context,
                caller,
                "administration.person.new",
                "administration/newPerson",
                Map.of(
                        "fields",
                        form.view(words),
                        "admin",
                        form.values().path(PersonPage.ROLE).asText().equals("admin")));
    }

    private void add(Context context) {
        Caller caller = AccessControl.administrator(context);
        Form form = Form.read(PersonPage.ALL_FIELDS, context);
        UserAnswer added;
        try {
            added = users.add(caller, form.values());
        } catch (Refused e) {
            Form refused = form.refusedBy(e);
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            showForm(
                    context,
                    caller,
                    new Form(PersonPage.FIELDS, refused.values(), refused.faults()));
            return;
        }
        context.status(HttpStatus.CREATED);
        given.show(context, added, passwords.give(caller, added.id()), true);
    }

    private void show(
            Context context,
            Caller caller,
            String title,
            String template,
            Map<String, Object> parameters) {
        frame.show(
                context,
                template,
                frame.shell(
                        context,
                        PageLanguage.words(context).text(title),
                        units.unitsOf(caller.userId(), true),
                        null),
                parameters);
    }
}
