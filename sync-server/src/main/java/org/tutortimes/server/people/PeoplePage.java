package org.tutortimes.server.people;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.admin.UnitRoles;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.directory.Directory;
import org.tutortimes.server.directory.Named;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.people.PeopleView.AddForm;
import org.tutortimes.server.people.PeopleView.Done;
import org.tutortimes.server.people.PeopleView.ListForm;
import org.tutortimes.server.people.PeopleViewOf.Forms;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.web.Routes;

/// Who has which role in a unit: seen and changed by its convenors and by administrators.
public final class PeoplePage implements Routes {

    private static final String PATH = "/units/{id}/people";

    private final Database database;
    private final UnitAccess units;
    private final UnitRoles roles;
    private final PageFrame frame;
    private final InstantSource clock;

    public PeoplePage(
            Database database,
            UnitAccess units,
            UnitRoles roles,
            PageFrame frame,
            InstantSource clock) {
        this.database = database;
        this.units = units;
        this.roles = roles;
        this.frame = frame;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, frame.page(this::show), Access.PAGE);
        routes.post(PATH, frame.page(this::add), Access.PAGE_CHANGE);
        routes.post(PATH + "/list", frame.page(this::addList), Access.PAGE_CHANGE);
        routes.post(PATH + "/role", frame.page(this::setRole), Access.PAGE_CHANGE);
        routes.post(
                PATH + "/end",
                frame.page(context -> setActive(context, false, "ended")),
                Access.PAGE_CHANGE);
        routes.post(
                PATH + "/restore",
                frame.page(context -> setActive(context, true, "restored")),
                Access.PAGE_CHANGE);
    }

    private void show(Context context) {
        show(
                context,
                rows ->
                        new Forms(
                                new PeopleDone(context, AccessControl.caller(context).admin(), rows)
                                        .told(),
                                AddForm.EMPTY,
                                ListForm.EMPTY));
    }

    private void show(Context context, Function<List<PeopleStore.Row>, Forms> forms) {
        Caller caller = AccessControl.caller(context);
        long unitId = unitId(context);
        SeenUnit unit = units.required(caller.userId(), caller.admin(), unitId);
        roles.refuseOthers(caller, unitId);
        List<PeopleStore.Row> rows = database.read(handle -> PeopleStore.rows(handle, unitId));
        Reader reader = Reader.of(context);
        frame.show(
                context,
                "people/people",
                frame.shell(
                        context,
                        reader.words().text("people.title", unit.code()),
                        units.unitsOf(caller.userId(), caller.admin()),
                        unitId),
                Map.of(
                        "view",
                        new PeopleViewOf(reader, caller.admin(), clock.instant())
                                .view(unitId, unit, rows, forms.apply(rows))));
    }

    private void add(Context context) {
        Caller caller = AccessControl.caller(context);
        roles.refuseOthers(caller, unitId(context));
        String who = PeopleForms.text(context, "who").strip();
        UnitRoleKind role = PeopleForms.role(context);
        Words words = PageLanguage.words(context);
        if (who.length() > Directory.LONGEST) {
            refuse(context, PeopleForms.tooLong(who, role, words));
            return;
        }
        Named named =
                database.read(handle -> Directory.namedOrSimilar(handle, who, caller.admin()));
        if (named instanceof Named.One one) {
            PeopleDone.back(
                    context, roles.give(caller, unitId(context), role, List.of(one.person().id())));
            return;
        }
        refuse(context, PeopleForms.whom(who, role, named, caller.admin(), words));
    }

    private void refuse(Context context, AddForm form) {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, _ -> new Forms(Done.NOTHING, form, ListForm.EMPTY));
    }

    private void addList(Context context) {
        Caller caller = AccessControl.caller(context);
        roles.refuseOthers(caller, unitId(context));
        String text = PeopleForms.list(context);
        Words words = PageLanguage.words(context);
        Optional<ListForm> unreadable = PeopleForms.unreadable(text, words);
        if (unreadable.isPresent()) {
            refuse(context, unreadable.get());
            return;
        }
        TutorList list =
                database.read(
                        handle -> TutorList.read(text, name -> Directory.named(handle, name)));
        if (!list.faults().isEmpty() || list.entries().isEmpty()) {
            refuse(context, PeopleForms.faulty(text, list, words));
        } else if (context.formParam("check") != null) {
            show(
                    context,
                    rows ->
                            new Forms(
                                    Done.NOTHING,
                                    AddForm.EMPTY,
                                    PeopleForms.preview(text, list, rows, words)));
        } else {
            PeopleDone.back(
                    context, roles.give(caller, unitId(context), UnitRoleKind.TUTOR, list.found()));
        }
    }

    private void refuse(Context context, ListForm form) {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, _ -> new Forms(Done.NOTHING, AddForm.EMPTY, form));
    }

    private void setActive(Context context, boolean active, String done) {
        Caller caller = AccessControl.caller(context);
        roles.refuseOthers(caller, unitId(context));
        List<Long> ids = PeopleDone.required(context.formParam("ids"));
        roles.setActive(caller, unitId(context), ids, active);
        PeopleDone.back(context, done + "=" + PeopleDone.ids(ids));
    }

    private void setRole(Context context) {
        Caller caller = AccessControl.caller(context);
        roles.refuseOthers(caller, unitId(context));
        List<Long> ids = PeopleDone.required(context.formParam("ids"));
        try {
            ids.forEach(
                    id -> roles.setRole(caller, unitId(context), id, PeopleForms.role(context)));
            PeopleDone.back(context, "role=" + PeopleDone.ids(ids));
        } catch (Refused e) {
            if (!(e.refusal() instanceof Refusal.Malformed malformed)
                    || !malformed.faults().containsKey("role")) {
                throw e;
            }
            // They have the other role already, perhaps as one that ended.
            String sentence = PageLanguage.words(context).text("people.role.taken");
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, _ -> new Forms(Done.refused(sentence), AddForm.EMPTY, ListForm.EMPTY));
        }
    }

    private static long unitId(Context context) {
        return Ids.number(context, "id", "unit");
    }
}
