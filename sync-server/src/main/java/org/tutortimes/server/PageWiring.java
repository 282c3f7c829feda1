package org.tutortimes.server;

import java.time.Clock;
import java.util.List;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.live.LiveAccess;
import org.tutortimes.server.live.LiveRoutes;
import org.tutortimes.server.live.LiveStreams;
import org.tutortimes.server.overview.UnitPage;
import org.tutortimes.server.overview.UnitsPage;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.records.RecordsPage;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitReport;
import org.tutortimes.server.signin.AccountPage;
import org.tutortimes.server.signin.PasswordPage;
import org.tutortimes.server.signin.SignInPage;
import org.tutortimes.server.web.Routes;

/// Makes the pages of units and accounts, and what they show live.
final class PageWiring {

    private final List<Routes> routes;

    /// What there is already.
    record Parts(Database database, UnitAccess units, LiveStreams streams, Clock clock) {}

    PageWiring(Parts parts, AccountWiring accounts, RecordsPage.Parts records, PageFrame frame) {
        UnitAccess units = parts.units();
        UnitReport report = new UnitReport(parts.database(), parts.clock());
        LiveAccess access = new LiveAccess(units, accounts.tokens());
        this.routes =
                List.of(
                        frame,
                        new PageLanguage(),
                        new LiveRoutes(parts.streams(), access, report),
                        new SignInPage(accounts.signIn(), accounts.tokens(), frame),
                        new PasswordPage(accounts.passwordChange(), frame),
                        new AccountPage(accounts.tokens(), units, frame, parts.clock()),
                        new UnitsPage(units, report, frame),
                        new UnitPage(
                                new UnitPage.Parts(units, access, report, parts.streams()), frame),
                        new RecordsPage(units, records, frame, parts.clock()));
    }

    List<Routes> routes() {
        return routes;
    }
}
