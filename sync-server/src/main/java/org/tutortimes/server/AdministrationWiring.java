package org.tutortimes.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.tutortimes.server.account.OneTimePasswords;
import org.tutortimes.server.admin.AdminImportRoutes;
import org.tutortimes.server.admin.AdminUnitRoleRoutes;
import org.tutortimes.server.admin.AdminUnitRoutes;
import org.tutortimes.server.admin.AdminUserRoutes;
import org.tutortimes.server.admin.UnitRoles;
import org.tutortimes.server.admin.Units;
import org.tutortimes.server.admin.Users;
import org.tutortimes.server.administration.EveryUnitPage;
import org.tutortimes.server.administration.EverybodyPage;
import org.tutortimes.server.administration.PasswordGiven;
import org.tutortimes.server.administration.PersonPage;
import org.tutortimes.server.administration.UnitSettingsPage;
import org.tutortimes.server.audittrail.AuditPage;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.importing.Import;
import org.tutortimes.server.importing.RowEdit;
import org.tutortimes.server.live.LiveFeed;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.people.PeoplePage;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.system.ServerFacts;
import org.tutortimes.server.system.SystemPage;
import org.tutortimes.server.web.Routes;

/// Makes what administrators and convenors change people, roles and units by, and the pages of
/// administrators.
final class AdministrationWiring {

    private final List<Routes> routes;

    /// What there is already.
    record Parts(
            ServerConfig config,
            Database database,
            UnitAccess units,
            RowEdit rows,
            EventInbox inbox,
            LiveFeed feed,
            Clock clock) {}

    AdministrationWiring(Parts parts, AccountWiring accounts, PageFrame frame) {
        Database database = parts.database();
        RowEdit rows = parts.rows();
        Clock clock = parts.clock();
        Users users = new Users(database, rows);
        Units units = new Units(database, rows);
        UnitRoles roles = new UnitRoles(database, rows);
        this.routes = new ArrayList<>();
        routes.addAll(
                List.of(
                        new AdminUserRoutes(users),
                        new AdminUnitRoutes(units),
                        new AdminUnitRoleRoutes(roles),
                        new AdminImportRoutes(
                                new Import(database, accounts.passwords(), parts.inbox(), clock)),
                        new EveryUnitPage(units, parts.units(), frame),
                        new UnitSettingsPage(units, parts.units(), frame),
                        new PeoplePage(database, parts.units(), roles, frame, clock),
                        new AuditPage(database, parts.units(), frame, clock),
                        new SystemPage(
                                new SystemPage.Parts(
                                        database,
                                        parts.units(),
                                        accounts.services(),
                                        accounts.allTokens()),
                                facts(parts),
                                frame,
                                clock)));
        routes.addAll(accounts(parts, users, accounts.oneTimePasswords(), frame));
    }

    private static List<Routes> accounts(
            Parts parts, Users users, OneTimePasswords passwords, PageFrame frame) {
        UnitAccess units = parts.units();
        PasswordGiven given = new PasswordGiven(units, frame, parts.clock());
        return List.of(
                new EverybodyPage(users, passwords, units, given, frame),
                new PersonPage(
                        new PersonPage.Parts(parts.database(), users, passwords, units),
                        given,
                        frame));
    }

    private static ServerFacts facts(Parts parts) {
        Path data = parts.config().data();
        return new ServerFacts(
                ServerMain.VERSION,
                parts.clock().instant(),
                () -> freeBytes(data),
                parts.feed()::viewers,
                parts.database()::probe);
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
