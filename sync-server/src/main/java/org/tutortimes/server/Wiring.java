package org.tutortimes.server;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.audit.AuditRoutes;
import org.tutortimes.server.contact.Contacts;
import org.tutortimes.server.contract.ContractRoutes;
import org.tutortimes.server.database.Circumstances;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.events.ServerDevice;
import org.tutortimes.server.events.UnitChanges;
import org.tutortimes.server.export.ExportRoutes;
import org.tutortimes.server.history.HistoryRoutes;
import org.tutortimes.server.importing.RowEdit;
import org.tutortimes.server.live.Announcer;
import org.tutortimes.server.live.LiveFeed;
import org.tutortimes.server.live.LiveStreams;
import org.tutortimes.server.live.Topic;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.sync.SyncExchange;
import org.tutortimes.server.sync.SyncRoutes;
import org.tutortimes.server.timer.EnteredTime;
import org.tutortimes.server.timer.OnlineTimer;
import org.tutortimes.server.timer.SessionWriter;
import org.tutortimes.server.timer.TutorTimeRoutes;
import org.tutortimes.server.token.Tokens;
import org.tutortimes.server.totals.Totals;
import org.tutortimes.server.totals.TotalsRoutes;
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
    private final TrackingWiring tracking;
    private final ClassWiring classes;
    private final Contacts contacts;
    private final WebServer webServer;

    private Wiring(ServerConfig config, Database database, Clock clock, LongSupplier seconds) {
        this.config = config;
        this.database = database;
        this.clock = clock;
        AccountWiring accounts = new AccountWiring(database, clock, seconds);
        Tokens tokens = accounts.tokens();
        UnitAccess units = new UnitAccess(database);
        this.liveFeed = new LiveFeed();
        LiveStreams streams = new LiveStreams(liveFeed, clock);
        Announcer announcer = new Announcer(liveFeed, database);
        announcer.listen();
        this.inbox = new EventInbox(database, changesFor(announcer));
        this.contacts = contacts(database, clock, announcer);
        ServerDevice device = new ServerDevice();
        SessionWriter sessions = new SessionWriter(database, inbox, device, clock);
        EnteredTime entered = new EnteredTime(sessions);
        OnlineTimer timer = new OnlineTimer(sessions);
        this.tracking =
                new TrackingWiring(
                        config,
                        new TrackingWiring.Parts(database, clock, units, timer, entered, device));
        RowEdit rows = new RowEdit(database, accounts.passwords(), inbox, clock);
        PageFrame frame = ClassWiring.frame(database);
        this.classes =
                new ClassWiring(
                        new ClassWiring.Parts(database, units, rows, device::newId, clock),
                        new ClassWiring.Live(announcer, streams, tokens),
                        frame);
        List<Routes> routes = new ArrayList<>(accounts.routes());
        routes.addAll(recording(timer, entered));
        routes.addAll(administration(accounts, units, rows, frame));
        PageWiring.Parts parts =
                new PageWiring.Parts(database, units, timer, entered, streams, clock);
        routes.addAll(new PageWiring(parts, accounts, tracking.records(), frame).routes());
        routes.addAll(tracking.routes());
        routes.addAll(classes.routes());
        routes.addAll(reading(database, units, clock));
        this.webServer = new WebServer(tokens, config.addresses().trustedProxies(), routes);
        webServer.beforeStop(liveFeed::close);
    }

    private List<Routes> recording(OnlineTimer timer, EnteredTime entered) {
        return List.of(
                new HealthRoutes(database::probe),
                new ContractRoutes(),
                new SyncRoutes(new SyncExchange(database, inbox, clock), contacts),
                new TutorTimeRoutes(timer, entered));
    }

    private static List<Routes> reading(Database database, UnitAccess units, Clock clock) {
        return List.of(
                new HistoryRoutes(database),
                new UnitRoutes(database, clock),
                new AuditRoutes(database),
                new TotalsRoutes(units, new Totals(database)),
                new ExportRoutes(database, units, clock));
    }

    /// To stand before the pages of units: the address of a new unit looks like that of one.
    private List<Routes> administration(
            AccountWiring accounts, UnitAccess units, RowEdit rows, PageFrame frame) {
        return new AdministrationWiring(
                        new AdministrationWiring.Parts(
                                config, database, units, rows, inbox, liveFeed, clock),
                        accounts,
                        frame)
                .routes();
    }

    private static Contacts contacts(Database database, Clock clock, Announcer announcer) {
        return new Contacts(
                database,
                clock,
                units -> announcer.changed(units.stream().map(Topic::unit).toList()));
    }

    private static UnitChanges changesFor(Announcer announcer) {
        UnitChanges changes = new UnitChanges();
        changes.listen(units -> announcer.changed(units.stream().map(Topic::unit).toList()));
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
        tracking.claimAddresses();
        database.prepare(handle -> inbox.releaseHeld(handle, clock.instant()));
        webServer.start(config.host(), config.port());
        tracking.start();
        classes.start();
        contacts.start();
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
        classes.close();
        contacts.close();
        tracking.close();
        database.close();
    }
}
