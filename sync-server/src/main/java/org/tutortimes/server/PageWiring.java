package org.tutortimes.server;

import java.time.Clock;
import java.util.List;
import org.tutortimes.server.breakdown.BreakdownPage;
import org.tutortimes.server.breakdown.TimesheetPage;
import org.tutortimes.server.calendar.CalendarPage;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.live.LiveAccess;
import org.tutortimes.server.live.LiveRoutes;
import org.tutortimes.server.live.LiveStreams;
import org.tutortimes.server.marking.MarkingSessions;
import org.tutortimes.server.overview.UnitPage;
import org.tutortimes.server.overview.UnitsPage;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.records.RecordsPage;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitReport;
import org.tutortimes.server.sessions.MarkingSessionPage;
import org.tutortimes.server.sessions.MarkingTablePage;
import org.tutortimes.server.sessions.TimerSessionPage;
import org.tutortimes.server.sessions.TimerTablePage;
import org.tutortimes.server.signin.AccountPage;
import org.tutortimes.server.signin.PasswordPage;
import org.tutortimes.server.signin.SignInPage;
import org.tutortimes.server.timer.EnteredTime;
import org.tutortimes.server.timer.OnlineTimer;
import org.tutortimes.server.totals.Totals;
import org.tutortimes.server.web.Routes;

/// Makes the pages of units and accounts, and what they show live.
final class PageWiring {

    private final List<Routes> routes;

    /// What there is already.
    record Parts(
            Database database,
            UnitAccess units,
            OnlineTimer timer,
            EnteredTime entered,
            LiveStreams streams,
            Clock clock) {}

    PageWiring(Parts parts, AccountWiring accounts, RecordsPage.Parts records, PageFrame frame) {
        Database database = parts.database();
        UnitAccess units = parts.units();
        Clock clock = parts.clock();
        UnitReport report = new UnitReport(database, clock);
        LiveAccess access = new LiveAccess(units, accounts.tokens());
        this.routes =
                List.of(
                        frame,
                        new PageLanguage(),
                        new LiveRoutes(parts.streams(), access, report),
                        new SignInPage(accounts.signIn(), accounts.tokens(), frame),
                        new PasswordPage(accounts.passwordChange(), frame),
                        new AccountPage(accounts.tokens(), units, frame, clock),
                        new UnitsPage(units, report, frame),
                        new UnitPage(
                                new UnitPage.Parts(
                                        database, units, access, report, parts.streams(), clock),
                                frame),
                        new RecordsPage(units, records, frame, clock),
                        new TimerTablePage(database, units, frame, clock),
                        new TimerSessionPage(
                                new TimerSessionPage.Parts(
                                        database, units, parts.timer(), parts.entered()),
                                frame,
                                clock),
                        new BreakdownPage(units, new Totals(database), frame, clock),
                        new TimesheetPage(units, new Totals(database), frame, clock),
                        new CalendarPage(database, units, frame, clock),
                        new MarkingTablePage(database, units, frame, clock),
                        new MarkingSessionPage(
                                new MarkingSessionPage.Parts(
                                        database, units, new MarkingSessions(database, clock)),
                                frame,
                                clock));
    }

    List<Routes> routes() {
        return routes;
    }
}
