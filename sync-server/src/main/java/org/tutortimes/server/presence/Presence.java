package org.tutortimes.server.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tutortimes.model.classes.Attendance;
import org.tutortimes.model.classes.Attendance.Sign;
import org.tutortimes.model.classes.Participant;
import org.tutortimes.server.classes.ClassSessionStore;
import org.tutortimes.server.classes.ClassSessionStore.Attended;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Locks;
import org.tutortimes.server.live.Announcer;
import org.tutortimes.server.live.Topic;

/// Knows who is there. Heartbeats gather in memory, and all that came within a second is written as
/// one change of each class session; who is silent for too long is noted as gone within a fifth of
/// a second. A crash loses what was heard in the last second, and nothing else.
///
/// Each process of a database does this for itself: what is written is read again under a lock
/// before, so no process undoes what another wrote.
public final class Presence implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final Duration GATHERED = Duration.ofSeconds(1);
    private static final long LOOK_MILLIS = 200;

    private final Database database;
    private final Announcer announcer;
    private final Clock clock;
    private final Instant startedAt;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("presence").factory());
    private final Map<UUID, Map<Long, Sign>> heard = new HashMap<>();
    private final AtomicLong writes = new AtomicLong();
    private final Set<UUID> urgent = new HashSet<>();
    private long writtenAtNanos = System.nanoTime();
    private Instant nextSilence = Instant.MAX;
    private boolean failing;

    public Presence(Database database, Announcer announcer, Clock clock) {
        this.database = database;
        this.announcer = announcer;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /// Begins to write and to look for silence.
    public void start() {
        var _ = thread.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// A participant is there, or goes. Returns at once.
    public void heard(UUID sessionId, long studentId, Sign sign) {
        synchronized (heard) {
            heard.computeIfAbsent(sessionId, _ -> new HashMap<>()).put(studentId, sign);
            if (sign.leaving()) {
                urgent.add(sessionId);
            }
        }
    }

    /// What was heard in a class session does not wait for the rest of the second: somebody has
    /// come back. Returns at once.
    public void hurry(UUID sessionId) {
        synchronized (heard) {
            urgent.add(sessionId);
        }
    }

    /// How many times a class session was written since the start.
    public long writes() {
        return writes.get();
    }

    private void look() {
        boolean secondIsOver = System.nanoTime() - writtenAtNanos >= GATHERED.toNanos();
        if (secondIsOver || isNews()) {
            tryToWrite(secondIsOver);
        }
    }

    /// Whether a board would show something else.
    private boolean isNews() {
        synchronized (heard) {
            return !urgent.isEmpty() || !clock.instant().isBefore(nextSilence);
        }
    }

    private void tryToWrite(boolean all) {
        try {
            write(all);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Who is there cannot be written; it is tried again every second", e);
            }
            failing = true;
        }
    }

    /// Writes what was heard and who is silent, now.
    void write() {
        write(true);
    }

    /// @param all or else only those class sessions in which there is news
    void write(boolean all) {
        Instant now = now();
        Set<UUID> silent = silent(now);
        Map<UUID, Map<Long, Sign>> signs = all ? takeAll() : takeNews(silent);
        try {
            Set<UUID> touched = new TreeSet<>(signs.keySet());
            touched.addAll(silent);
            Set<UUID> changed =
                    touched.isEmpty()
                            ? Set.of()
                            : database.write(handle -> write(handle, touched, signs, now));
            writes.addAndGet(changed.size());
            announcer.changed(changed.stream().map(Topic::classSession).toList());
        } catch (RuntimeException e) {
            giveBack(signs);
            throw e;
        }
    }

    private Map<UUID, Map<Long, Sign>> takeAll() {
        synchronized (heard) {
            Map<UUID, Map<Long, Sign>> taken = new HashMap<>(heard);
            heard.clear();
            urgent.clear();
            writtenAtNanos = System.nanoTime();
            return taken;
        }
    }

    /// With what was heard of those who seem silent: it may have come in time.
    private Map<UUID, Map<Long, Sign>> takeNews(Set<UUID> silent) {
        synchronized (heard) {
            urgent.addAll(silent);
            Map<UUID, Map<Long, Sign>> taken = new HashMap<>(heard);
            taken.keySet().retainAll(urgent);
            heard.keySet().removeAll(urgent);
            urgent.clear();
            return taken;
        }
    }

    /// What was heard since is newer.
    private void giveBack(Map<UUID, Map<Long, Sign>> signs) {
        synchronized (heard) {
            signs.forEach((session, ofSession) -> {
                Map<Long, Sign> newer = heard.computeIfAbsent(session, _ -> new HashMap<>());
                ofSession.forEach(newer::putIfAbsent);
            });
        }
    }

    /// The sessions in which somebody has been silent for too long. A server that has just started
    /// cannot know: it has heard nobody yet.
    private Set<UUID> silent(Instant now) {
        Set<UUID> silent = new TreeSet<>();
        Instant next = Instant.MAX;
        boolean judges = !now.isBefore(startedAt.plus(Attendance.SILENCE));
        for (Attended session : database.read(ClassSessionStore::open)) {
            if (judges && !unchanged(session.participants(), Map.of(), now)) {
                silent.add(session.id());
            }
            Instant own =
                    Attendance.nextSilence(session.participants())
                            .filter(at -> at.isAfter(now))
                            .orElse(Instant.MAX);
            next = own.isBefore(next) ? own : next;
        }
        nextSilence = next;
        return silent;
    }

    private static boolean unchanged(
            List<Participant> participants, Map<Long, Sign> signs, Instant now) {
        return Attendance.at(participants, signs, now).equals(participants);
    }

    /// @return the sessions that were changed
    private static Set<UUID> write(
            Handle handle, Set<UUID> sessions, Map<UUID, Map<Long, Sign>> signs, Instant now) {
        Set<UUID> changed = new TreeSet<>();
        for (UUID session : sessions) {
            Locks.classSession(handle, session);
            Map<Long, Sign> ofSession = signs.getOrDefault(session, Map.of());
            ClassSessionStore.ifOpen(handle, session)
                    .filter(before -> !unchanged(before, ofSession, now))
                    .ifPresent(before -> {
                        ClassSessionStore.attend(
                                handle, session, Attendance.at(before, ofSession, now));
                        changed.add(session);
                    });
        }
        return changed;
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /// Writes what was heard last, and ends. Once more does nothing.
    @Override
    public void close() {
        if (!thread.isShutdown()) {
            thread.close();
            tryToWrite(true);
        }
    }
}
