package org.tutortimes.server.administration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.account.OneTimePasswords;
import org.tutortimes.server.admin.UserAnswer;
import org.tutortimes.server.admin.Users;
import org.tutortimes.server.administration.Form.Field;
import org.tutortimes.server.administration.Form.Kind;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.web.Routes;

/// One person, for administrators: what they are called, what they may do, and whether they may
/// sign in.
public final class PersonPage implements Routes {

    static final String ROLE = "system_role";
    static final List<Field> FIELDS =
            List.of(
                    new Field("username", Kind.TEXT, true),
                    new Field("name", Kind.TEXT, true),
                    new Field("email", Kind.EMAIL, false));

    /// With the one that is no field to type in.
    static final List<Field> ALL_FIELDS =
            Stream.concat(FIELDS.stream(), Stream.of(new Field(ROLE, Kind.TEXT, false))).toList();

    private static final String PATH = EverybodyPage.PATH + "/{id}";

    private final Parts parts;
    private final PasswordGiven given;
    private final PageFrame frame;

    /// What the page is made of.
    public record Parts(
            Database database, Users users, OneTimePasswords passwords, UnitAccess units) {}

    public PersonPage(Parts parts, PasswordGiven given, PageFrame frame) {
        this.parts = parts;
        this.given = given;
        this.frame = frame;
    }

    /// The page, as its template writes it.
    ///
    /// @param own whether it is the reader
    /// @param done what was just done; empty where nothing was
    /// @param undo the address that undoes it; empty where it cannot be
    /// @param wrong what could not be done; empty where nothing was refused
    public record View(
            UserAnswer person,
            boolean own,
            boolean admin,
            List<FormField> fields,
            List<Part> parts,
            String done,
            String undo,
            String wrong) {}

    /// What the person has to do with a unit.
    public record Part(long unitId, String code, String name, String role, boolean active) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, frame.page(context -> show(context, stored(context), "")), Access.PAGE);
        routes.post(PATH, frame.page(this::change), Access.PAGE_CHANGE);
        routes.post(
                PATH + "/end",
                frame.page(context -> setActive(context, false, "ended")),
                Access.PAGE_CHANGE);
        routes.post(
                PATH + "/restore",
                frame.page(context -> setActive(context, true, "restored")),
                Access.PAGE_CHANGE);
        routes.post(PATH + "/password", frame.page(this::give), Access.PAGE_CHANGE);
    }

    private Form stored(Context context) {
        AccessControl.administrator(context);
        return Form.of(FIELDS, parts.users().one(id(context)));
    }

    private void show(Context context, Form form, String wrong) {
        Caller caller = AccessControl.administrator(context);
        Words words = PageLanguage.words(context);
        UserAnswer person = parts.users().one(id(context));
        String path = EverybodyPage.PATH + "/" + person.id();
        boolean ended = context.queryParam("ended") != null && !person.active();
        View view =
                new View(
                        person,
                        person.id() == caller.userId(),
                        form.values().path(ROLE).asText().equalsIgnoreCase("admin"),
                        form.view(words),
                        parts(person, words),
                        done(context, person, words),
                        ended ? path + "/restore" : "",
                        wrong);
        frame.show(
                context,
                "administration/person",
                frame.shell(
                        context, person.name(), parts.units().unitsOf(caller.userId(), true), null),
                Map.of("view", view));
    }

    private List<Part> parts(UserAnswer person, Words words) {
        return parts.database().read(handle -> PersonStore.parts(handle, person.id())).stream()
                .map(part ->
                        new Part(
                                part.unitId(),
                                part.code(),
                                part.name(),
                                words.text("administration.role." + part.role()),
                                part.active()))
                .toList();
    }

    private static String done(Context context, UserAnswer person, Words words) {
        if (context.queryParam("ended") != null && !person.active()) {
            return words.text("administration.person.ended", person.name());
        }
        if (context.queryParam("restored") != null && person.active()) {
            return words.text("administration.person.restored", person.name());
        }
        return context.queryParam("changed") == null ? "" : words.text("administration.saved");
    }

    private void change(Context context) {
        Caller caller = AccessControl.administrator(context);
        Form form = Form.read(ALL_FIELDS, context);
        try {
            parts.users().change(caller, id(context), form.values());
            back(context, "changed");
        } catch (Refused e) {
            Form typed = new Form(FIELDS, form.values(), Map.of());
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            if (e.refusal() instanceof Refusal.WrongState state) {
                show(context, typed, sentence(state, context));
            } else {
                show(context, typed.refusedBy(e), "");
            }
        }
    }

    private void setActive(Context context, boolean active, String done) {
        Caller caller = AccessControl.administrator(context);
        try {
            parts.users()
                    .change(
                            caller,
                            id(context),
                            JsonNodeFactory.instance.objectNode().put("active", active));
            back(context, done);
        } catch (Refused e) {
            refuse(context, e);
        }
    }

    private void give(Context context) {
        Caller caller = AccessControl.administrator(context);
        UserAnswer person = parts.users().one(id(context));
        try {
            given.show(context, person, parts.passwords().give(caller, person.id()), false);
        } catch (Refused e) {
            refuse(context, e);
        }
    }

    private void refuse(Context context, Refused refused) {
        if (!(refused.refusal() instanceof Refusal.WrongState state)) {
            throw refused;
        }
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, stored(context), sentence(state, context));
    }

    private static String sentence(Refusal.WrongState state, Context context) {
        return PageLanguage.words(context).refusal(state.code(), state.sentence());
    }

    private static void back(Context context, String done) {
        context.redirect(
                EverybodyPage.PATH + "/" + context.pathParam("id") + "?" + done,
                HttpStatus.SEE_OTHER);
    }

    private static long id(Context context) {
        return Ids.number(context, "id", "user");
    }
}
