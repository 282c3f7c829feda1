package org.tutortimes.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.tutortimes.server.admin.Units;
import org.tutortimes.server.admin.Users;
import org.tutortimes.server.administration.EverybodyPage;
import org.tutortimes.server.administration.PasswordGiven;
import org.tutortimes.server.administration.PersonPage;
import org.tutortimes.server.administration.UnitSettingsPage;
import org.tutortimes.server.audittrail.AuditPage;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.importing.RowEdit;
import org.tutortimes.server.live.LiveFeed;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.system.ServerFacts;
import org.tutortimes.server.system.SystemPage;
import org.tutortimes.server.web.Routes;

/// Makes the pages of administrators.
final class AdministrationWiring {

    private final List<Routes> routes;

    /// What there is already.
    record Parts(
            ServerConfig config,
            Database database,
            UnitAccess units,
            RowEdit rows,
            LiveFeed feed,
            Clock clock) {}

    AdministrationWiring(Parts parts, AccountWiring accounts, PageFrame frame) {
        Database database = parts.database();
        UnitAccess units = parts.units();
        Clock clock = parts.clock();
        Users users = new Users(database, parts.rows());
        PasswordGiven given = new PasswordGiven(units, frame, clock);
        Path data = parts.config().data();
        this.routes =
                List.of(
                        new EverybodyPage(users, accounts.oneTimePasswords(), units, given, frame),
                        new PersonPage(
                                new PersonPage.Parts(
                                        database, users, accounts.oneTimePasswords(), units),
                                given,
                                frame),
                        new UnitSettingsPage(new Units(database, parts.rows()), units, frame),
                        new AuditPage(database, units, frame, clock),
                        new SystemPage(
                                new SystemPage.Parts(
                                        database, units, accounts.services(), accounts.allTokens()),
                                new ServerFacts(
                                        ServerMain.VERSION,
                                        clock.instant(),
                                        () -> freeBytes(data),
                                        parts.feed()::viewers,
                                        database::probe),
                                frame,
                                clock));
    }

    List<Routes> routes() {
        return routes;
    }

    /// A server whose database is elsewhere may have no folder.
    private static long freeBytes(Path data) {
        try {
            return Files.isDirectory(data) ? Files.getFileStore(data).getUsableSpace() : -1;
        } catch (IOException e) {
            return -1;
        }
    }
}
