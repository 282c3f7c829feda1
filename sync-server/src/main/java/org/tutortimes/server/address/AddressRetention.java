package org.tutortimes.server.address;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tutortimes.server.database.Database;

/// Erases what is kept of addresses when its time is over; the sessions stay.
public final class AddressRetention implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AddressRetention.class);

    /// Each of these rows lies elsewhere in two indexes: so few at a time, with a rest after them,
    /// that nobody who records meanwhile has to wait. 500 at a time held everybody up for 0.4 s.
    private static final int AT_A_TIME = 10;

    private static final Duration REST = Duration.ofMillis(50);

    private final Database database;
    private final Clock clock;
    private final Duration kept;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("address retention").factory());

    public AddressRetention(Database database, Clock clock, Duration kept) {
        this.database = database;
        this.clock = clock;
        this.kept = kept;
    }

    /// Looks soon, when the start of the server is over, and then every hour.
    public void start() {
        var _ = thread.scheduleWithFixedDelay(this::eraseQuietly, 1, 60, TimeUnit.MINUTES);
    }

    private void eraseQuietly() {
        try {
            int erased = erase();
            if (erased > 0) {
                LOG.info("Erased the addresses of {} marking sessions", erased);
            }
        } catch (RuntimeException e) {
            LOG.warn("Old addresses were not erased; it is tried again in an hour", e);
        }
    }

    /// Erases what is too old now.
    ///
    /// @return the addresses of how many sessions
    public int erase() {
        Instant before = clock.instant().minus(kept);
        int erased = 0;
        int more = AT_A_TIME;
        while (more == AT_A_TIME && !thread.isShutdown()) {
            more = database.write(handle -> AddressStore.erase(handle, before, AT_A_TIME));
            erased += more;
            if (more == AT_A_TIME) {
                LockSupport.parkNanos(REST.toNanos());
            }
        }
        return erased;
    }

    @Override
    public void close() {
        thread.shutdown();
        thread.close();
    }
}
