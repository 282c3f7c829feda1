package org.tutortimes.server;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.address.AddressKey;
import org.tutortimes.server.address.AddressRetention;
import org.tutortimes.server.address.AddressRoutes;
import org.tutortimes.server.address.StoredAddresses;
import org.tutortimes.server.admin.AdminImportRoutes;
import org.tutortimes.server.admin.AdminUnitRoleRoutes;
import org.tutortimes.server.admin.AdminUnitRoutes;
import org.tutortimes.server.admin.AdminUserRoutes;
import org.tutortimes.server.admin.UnitRoles;
import org.tutortimes.server.audit.AuditRoutes;
import org.tutortimes.server.contract.ContractRoutes;
import org.tutortimes.server.database.Circumstances;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.events.ServerDevice;
import org.tutortimes.server.events.UnitChanges;
import org.tutortimes.server.history.HistoryRoutes;
import org.tutortimes.server.importing.Import;
import org.tutortimes.server.importing.RowEdit;
import org.tutortimes.server.live.LiveAccess;
import org.tutortimes.server.live.LiveFeed;
import org.tutortimes.server.live.LiveRoutes;
import org.tutortimes.server.live.LiveStreams;
import org.tutortimes.server.marking.MarkingCsvRoutes;
import org.tutortimes.server.marking.MarkingSessionRoutes;
import org.tutortimes.server.pages.PagesRoutes;
import org.tutortimes.server.reconciliation.ActivityRecorder;
import org.tutortimes.server.reconciliation.ReconciliationRoutes;
import org.tutortimes.server.reconciliation.RecordCorrection;
import org.tutortimes.server.reconciliation.RecordReports;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitReport;
import org.tutortimes.server.sync.SyncExchange;
import org.tutortimes.server.sync.SyncRoutes;
import org.tutortimes.server.tasks.TaskRoutes;
import org.tutortimes.server.timer.EnteredTime;
import org.tutortimes.server.timer.OnlineTimer;
import org.tutortimes.server.timer.SessionWriter;
import org.tutortimes.server.timer.TutorTimeRoutes;
import org.tutortimes.server.token.Tokens;
import org.tutortimes.server.totals.Totals;
import org.tutortimes.server.totals.TotalsRoutes;
import org.tutortimes.server.tracking.SessionTracker;
import org.tutortimes.server.tracking.TrackingRoutes;
import org.tutortimes.server.units.UnitRoutes;
import org.tutortimes.server.web.HealthRoutes;
import org.tutortimes.server.web.Routes;
import org.tutortimes.server.web.WebServer;

/// Makes every part of the server, in the order in which they need each other.
public final class Wiring implements AutoCloseable {

    private final ServerConfig config;
    private final Database database;
    private final LiveFeed liveFeed;
    private final EventInbox inbox;
    private final Clock clock;
    private final AddressKey addressKey;
    private final AddressRetention retention;
    private final WebServer webServer;

    private Wiring(ServerConfig config, Database database, Clock clock, LongSupplier seconds) {
        this.config = config;
        this.database = database;
        this.clock = clock;
        this.addressKey = AddressKey.of(config.addresses().key(), config.data());
        this.retention =
                new AddressRetention(database, clock, Duration.ofDays(config.addresses().days()));
        AccountWiring accounts = new AccountWiring(database, clock, seconds);
        Tokens tokens = accounts.tokens();
        UnitReport report = new UnitReport(database, clock);
        UnitAccess units = new UnitAccess(database);
        LiveAccess liveAccess = new LiveAccess(units, tokens);
        this.liveFeed = new LiveFeed();
        LiveStreams streams = new LiveStreams(liveFeed);
        UnitChanges unitChanges = changesFor(liveFeed, database);
        this.inbox = new EventInbox(database, unitChanges);
        SyncExchange exchange = new SyncExchange(database, inbox, clock);
        ServerDevice device = new ServerDevice();
        SessionWriter sessions = new SessionWriter(database, inbox, device, clock);
        EnteredTime entered = new EnteredTime(sessions);
        OnlineTimer timer = new OnlineTimer(sessions);
        PagesRoutes.Records records =
                new PagesRoutes.Records(
                        new RecordReports(database, clock),
                        new ActivityRecorder(database, entered, clock),
                        new RecordCorrection(timer, entered));
        List<Routes> routes = new ArrayList<>(accounts.routes());
        routes.addAll(
                List.of(
                        new HealthRoutes(database::probe),
                        new ContractRoutes(),
                        new SyncRoutes(exchange),
                        new TutorTimeRoutes(timer, entered),
                        new HistoryRoutes(database),
                        new UnitRoutes(database, clock),
                        new AuditRoutes(database),
                        new TotalsRoutes(units, new Totals(database)),
                        new LiveRoutes(streams, liveAccess, report, clock),
                        new PagesRoutes(
                                new PagesRoutes.Parts(units, liveAccess, report, streams, clock),
                                records,
                                accounts.signIn(),
                                accounts.passwordChange(),
                                tokens)));
        SessionTracker tracker = new SessionTracker(database, addressKey, device::newId, clock);
        routes.addAll(tracking(tracker, units));
        routes.add(new ReconciliationRoutes(units, records.reports(), records.recorder()));
        routes.addAll(administration(database, accounts, inbox, clock));
        this.webServer = new WebServer(tokens, config.addresses().trustedProxies(), routes);
        webServer.beforeStop(liveFeed::close);
    }

    private List<Routes> tracking(SessionTracker tracker, UnitAccess units) {
        return List.of(
                new TrackingRoutes(database, tracker),
                new TaskRoutes(database, tracker),
                new MarkingSessionRoutes(database, units, clock),
                new MarkingCsvRoutes(database, units, clock),
                new AddressRoutes(database, addressKey, clock));
    }

    private static List<Routes> administration(
            Database database, AccountWiring accounts, EventInbox inbox, Clock clock) {
        RowEdit rows = new RowEdit(database, accounts.passwords(), inbox, clock);
        return List.of(
                new AdminUserRoutes(database, rows),
                new AdminUnitRoutes(database, rows),
                new AdminUnitRoleRoutes(new UnitRoles(database, rows)),
                new AdminImportRoutes(new Import(database, accounts.passwords(), inbox, clock)));
    }

    /// Changes reach the viewers of this process, and those of the others, and theirs reach us.
    private static UnitChanges changesFor(LiveFeed liveFeed, Database database) {
        UnitChanges changes = new UnitChanges();
        changes.listen(changed -> changed.forEach(liveFeed::changed));
        changes.listen(database::tellOtherProcesses);
        database.listenToOtherProcesses(
                changed -> changed.forEach(liveFeed::changed), liveFeed::changedEverywhere);
        return changes;
    }

    /// Opens the database and makes the parts; nothing answers yet.
    public static Wiring of(ServerConfig config) {
        return new Wiring(
                config,
                Database.open(config.database()),
                Clock.systemUTC(),
                () -> TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()));
    }

    /// The same by a clock that runs evenly, on a database under these circumstances.
    public static Wiring of(ServerConfig config, Clock clock, Circumstances circumstances) {
        return new Wiring(
                config,
                Database.open(config.database(), circumstances),
                clock,
                () -> clock.instant().getEpochSecond());
    }

    /// Begins to answer, once what an earlier version could not apply has been tried again.
    ///
    /// @throws StartFailure where it cannot
    public void start() {
        database.prepare(handle -> StoredAddresses.claim(handle, addressKey));
        database.prepare(handle -> inbox.releaseHeld(handle, clock.instant()));
        webServer.start(config.host(), config.port());
        retention.start();
    }

    public int port() {
        return webServer.port();
    }

    /// Every method and path that the server answers, with who may call it.
    public Map<String, Access> addresses() {
        return webServer.addresses();
    }

    public Database database() {
        return database;
    }

    public LiveFeed liveFeed() {
        return liveFeed;
    }

    @Override
    public void close() {
        webServer.close();
        retention.close();
        database.close();
    }
}
