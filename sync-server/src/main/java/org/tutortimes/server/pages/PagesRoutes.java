package org.tutortimes.server.pages;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
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

    private final PageFrame frame;
    private final SignInPage signInPage;
    private final PasswordPage passwordPage;
    private final UnitPages unitPages;
    private final RecordsPage recordsPage;

    public PagesRoutes(
            Parts parts,
            Records records,
            SignIn signIn,
            PasswordChange passwordChange,
            Tokens tokens,
            PageFrame frame) {
        this.frame = frame;
        Templates templates = frame.templates();
        Assets assets = frame.assets();
        this.signInPage = new SignInPage(signIn, tokens, templates, assets);
        this.passwordPage = new PasswordPage(passwordChange, frame);
        this.unitPages = new UnitPages(parts, frame);
        this.recordsPage = new RecordsPage(parts, records, frame);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/assets/{version}/{name}", frame.assets()::serve, Access.ANYONE);
        routes.get(AccessControl.SIGN_IN_PAGE, signInPage::show, Access.ANYONE);
        routes.post(AccessControl.SIGN_IN_PAGE, signInPage::signIn, Access.ANYONE);
        routes.post("/sign-out", signInPage::signOut, Access.PAGE_CHANGE_AT_ALL);
        routes.get(AccessControl.PASSWORD_PAGE, passwordPage::show, Access.PAGE_AT_ALL);
        routes.post(AccessControl.PASSWORD_PAGE, passwordPage::change, Access.PAGE_CHANGE_AT_ALL);
        routes.get("/", frame.page(unitPages::list), Access.PAGE);
        routes.get("/units/{id}", frame.page(unitPages::show), Access.PAGE);
        routes.get("/units/{id}/live", unitPages::stream, Access.SIGNED_IN_OR_PAGE);
        recordsPage.addTo(routes, frame::page);
        new RefusedPage(frame.templates(), frame.assets()).addTo(routes);
    }
}
