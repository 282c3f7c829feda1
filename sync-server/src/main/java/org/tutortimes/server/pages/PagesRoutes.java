package org.tutortimes.server.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.account.PasswordChange;
import org.tutortimes.server.account.SignIn;
import org.tutortimes.server.live.LiveAccess;
import org.tutortimes.server.live.LiveStreams;
import org.tutortimes.server.reconciliation.ActivityRecorder;
import org.tutortimes.server.reconciliation.RecordCorrection;
import org.tutortimes.server.reconciliation.RecordReports;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitReport;
import org.tutortimes.server.token.Tokens;
import org.tutortimes.server.web.Routes;

/// The addresses of the web pages.
public final class PagesRoutes implements Routes {

    /// What the pages are made of.
    public record Parts(
            UnitAccess units,
            LiveAccess access,
            UnitReport report,
            LiveStreams streams,
            InstantSource clock) {}

    /// What the pages of both records are made of.
    public record Records(
            RecordReports reports, ActivityRecorder recorder, RecordCorrection correction) {}

    private final Templates templates = new Templates();
    private final Assets assets = new Assets();
    private final SignInPage signInPage;
    private final PasswordPage passwordPage;
    private final UnitPages unitPages;
    private final RecordsPage recordsPage;

    public PagesRoutes(
            Parts parts,
            Records records,
            SignIn signIn,
            PasswordChange passwordChange,
            Tokens tokens) {
        this.signInPage = new SignInPage(signIn, tokens, templates, assets);
        this.passwordPage = new PasswordPage(passwordChange, templates, assets);
        this.unitPages = new UnitPages(parts, templates, assets);
        this.recordsPage = new RecordsPage(parts, records, templates, assets);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/assets/{version}/{name}", assets::serve, Access.ANYONE);
        routes.get(AccessControl.SIGN_IN_PAGE, signInPage::show, Access.ANYONE);
        routes.post(AccessControl.SIGN_IN_PAGE, signInPage::signIn, Access.ANYONE);
        routes.post("/sign-out", signInPage::signOut, Access.PAGE_CHANGE_AT_ALL);
        routes.get(AccessControl.PASSWORD_PAGE, passwordPage::show, Access.PAGE_AT_ALL);
        routes.post(AccessControl.PASSWORD_PAGE, passwordPage::change, Access.PAGE_CHANGE_AT_ALL);
        routes.get("/", page(unitPages::list), Access.PAGE);
        routes.get("/units/{id}", page(unitPages::show), Access.PAGE);
        routes.get("/units/{id}/live", unitPages::stream, Access.SIGNED_IN_OR_PAGE);
        recordsPage.addTo(routes, this::page);
        new RefusedPage(templates, assets).addTo(routes);
    }

    /// A page that also refuses with a page.
    private Handler page(Handler handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (Refused e) {
                switch (e.refusal()) {
                    case Refusal.NotFound _ ->
                            problem(
                                    context,
                                    HttpStatus.NOT_FOUND,
                                    "There is no such unit here",
                                    "It may have another address, or you have no role in it.");
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
        Shell shell = Shell.of(context, title, assets, List.of(), null);
        context.status(status)
                .html(templates.render("problem", Map.of("shell", shell, "sentence", sentence)));
    }
}
