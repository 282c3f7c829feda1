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
/// every device asks every half minute; a crash loses only that. Only a device that may be taken
/// for silent is written at once, so that what it sends is never shown as that of a silent one.
public final class Contacts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Contacts.class);
    private static final Duration GATHERED = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofDays(60);

    private final Database database;
    private final Clock clock;
    private final Consumer<Set<Long>> changedUnits;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("contacts").factory());
    private final Map<UUID, ContactStore.Contact> heard = new HashMap<>();
    private final Map<UUID, Instant> written = new HashMap<>();
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
        thread.execute(this::tryToForget);
        var _ =
                thread.scheduleWithFixedDelay(
                        this::tryToLook,
                        GATHERED.toMillis(),
                        GATHERED.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /// A device of a user is there.
    public void heard(UUID deviceId, long userId) {
        Instant now = clock.instant();
        boolean maySeemSilent;
        synchronized (heard) {
            heard.put(deviceId, new ContactStore.Contact(deviceId, userId, now));
            Instant known = written.get(deviceId);
            maySeemSilent = known == null || known.isBefore(Silence.beginsBefore(now));
        }
        if (maySeemSilent) {
            write();
        }
    }

    private void tryToForget() {
        try {
            Instant before = clock.instant().minus(KEPT);
            database.write(handle -> ContactStore.forget(handle, before));
        } catch (RuntimeException e) {
            LOG.warn("Devices that nobody uses any more are still remembered", e);
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
                database.read(handle -> ContactStore.silent(handle, Silence.beginsBefore(now)));
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
        Map<UUID, ContactStore.Contact> taken;
        synchronized (heard) {
            taken = Map.copyOf(heard);
            heard.clear();
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            database.write(handle -> ContactStore.heard(handle, taken.values()));
            synchronized (heard) {
                taken.forEach((device, contact) -> written.put(device, contact.at()));
                Instant before = Silence.beginsBefore(clock.instant());
                written.values().removeIf(at -> at.isBefore(before));
            }
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
