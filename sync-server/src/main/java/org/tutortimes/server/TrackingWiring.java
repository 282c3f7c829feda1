package org.tutortimes.server;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.tutortimes.server.address.AddressKey;
import org.tutortimes.server.address.AddressRetention;
import org.tutortimes.server.address.AddressRoutes;
import org.tutortimes.server.address.StoredAddresses;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.events.ServerDevice;
import org.tutortimes.server.marking.MarkingCsvRoutes;
import org.tutortimes.server.marking.MarkingSessionRoutes;
import org.tutortimes.server.reconciliation.ActivityRecorder;
import org.tutortimes.server.reconciliation.ReconciliationRoutes;
import org.tutortimes.server.reconciliation.RecordCorrection;
import org.tutortimes.server.reconciliation.RecordReports;
import org.tutortimes.server.records.RecordsPage;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.tasks.TaskRoutes;
import org.tutortimes.server.timer.EnteredTime;
import org.tutortimes.server.timer.OnlineTimer;
import org.tutortimes.server.tracking.SessionTracker;
import org.tutortimes.server.tracking.TrackingRoutes;
import org.tutortimes.server.web.Routes;

/// Makes the parts that observe tutors and compare that with the timer.
final class TrackingWiring implements AutoCloseable {

    private final Database database;
    private final AddressKey key;
    private final AddressRetention retention;
    private final RecordsPage.Parts records;
    private final List<Routes> routes;

    /// What there is already.
    record Parts(
            Database database,
            Clock clock,
            UnitAccess units,
            OnlineTimer timer,
            EnteredTime entered,
            ServerDevice device) {}

    TrackingWiring(ServerConfig config, Parts parts) {
        this.database = parts.database();
        Clock clock = parts.clock();
        AddressSettings addresses = config.addresses();
        this.key = AddressKey.of(addresses.key(), config.data());
        this.retention = new AddressRetention(database, clock, Duration.ofDays(addresses.days()));
        this.records =
                new RecordsPage.Parts(
                        new RecordReports(database, clock),
                        new ActivityRecorder(database, parts.entered(), clock),
                        new RecordCorrection(parts.timer(), parts.entered()));
        SessionTracker tracker = new SessionTracker(database, key, parts.device()::newId, clock);
        this.routes =
                List.of(
                        new TrackingRoutes(database, tracker),
                        new TaskRoutes(database, tracker),
                        new MarkingSessionRoutes(database, parts.units(), clock),
                        new MarkingCsvRoutes(database, parts.units(), clock),
                        new AddressRoutes(database, key, clock),
                        new ReconciliationRoutes(
                                parts.units(), records.reports(), records.recorder()));
    }

    List<Routes> routes() {
        return routes;
    }

    RecordsPage.Parts records() {
        return records;
    }

    /// Makes sure that the addresses in the database belong to this server's key.
    void claimAddresses() {
        StoredAddresses.claim(database, key);
    }

    void start() {
        retention.start();
    }

    @Override
    public void close() {
        retention.close();
    }
}
