package org.tutortimes.server.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tutortimes.server.database.Database;

/// Notes which devices are heard of. What came within some seconds is written as one change, for
/// every device asks every half minute; a crash loses only that.
public final class Contacts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Contacts.class);
    private static final Duration GATHERED = Duration.ofSeconds(10);

    private final Database database;
    private final Clock clock;
    private final Consumer<Set<Long>> changedUnits;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("contacts").factory());
    private final Map<UUID, Instant> heard = new HashMap<>();
    private Set<ContactStore.Silent> silent = Set.of();
    private boolean failing;

    /// @param changedUnits is told the units in which a running session fell silent, or is heard of
    ///   again
    public Contacts(Database database, Clock clock, Consumer<Set<Long>> changedUnits) {
        this.database = database;
        this.clock = clock;
        this.changedUnits = changedUnits;
    }

    /// Begins to write and to look for silence.
    public void start() {
        var _ =
                thread.scheduleWithFixedDelay(
                        this::tryToLook,
                        GATHERED.toMillis(),
                        GATHERED.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /// A device is there. Returns at once.
    public void heard(UUID deviceId) {
        Instant now = clock.instant();
        synchronized (heard) {
            heard.put(deviceId, now);
        }
    }

    private void tryToLook() {
        try {
            look();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Which devices are there cannot be written; it is tried again", e);
            }
            failing = true;
        }
    }

    /// Writes what was heard, and tells of the units where silence began or ended.
    void look() {
        write();
        Instant now = clock.instant();
        Set<ContactStore.Silent> found =
                database.read(handle -> ContactStore.silent(handle, now.minus(Silence.LONGEST)));
        Set<ContactStore.Silent> different = new HashSet<>(found);
        different.addAll(silent);
        different.removeIf(each -> found.contains(each) && silent.contains(each));
        silent = found;
        if (!different.isEmpty()) {
            Set<Long> units = new TreeSet<>();
            different.forEach(each -> units.add(each.unitId()));
            changedUnits.accept(units);
        }
    }

    private void write() {
        Map<UUID, Instant> taken;
        synchronized (heard) {
            taken = Map.copyOf(heard);
            heard.clear();
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            database.write(handle -> ContactStore.heard(handle, taken));
        } catch (RuntimeException e) {
            synchronized (heard) {
                taken.forEach(heard::putIfAbsent);
            }
            throw e;
        }
    }

    /// Writes what was heard last, and ends. Once more does nothing.
    @Override
    public void close() {
        if (!thread.isShutdown()) {
            thread.close();
            tryToLook();
        }
    }
}
