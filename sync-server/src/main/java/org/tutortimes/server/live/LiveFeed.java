package org.tutortimes.server.live;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// Tells those who view a unit that it changed.
///
/// A change only raises the unit's version, at most four times a second, and each viewer waits for
/// a version that it has not seen. So there is no queue that could grow: a viewer who is slow finds
/// the latest state when it looks again, and neither the writer nor another viewer waits for it.
public final class LiveFeed implements AutoCloseable {

    private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();

    private final Map<Long, UnitVersion> units = new ConcurrentHashMap<>();
    private final ScheduledExecutorService publisher =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("live").daemon().factory());
    private volatile boolean closed;

    /// Something of a unit's figures has changed and is committed. Returns at once.
    public void changed(long unitId) {
        if (!closed) {
            unit(unitId).changed(publisher, PAUSE_NANOS);
        }
    }

    /// Anything may have changed. Returns at once.
    public void changedEverywhere() {
        units.keySet().forEach(this::changed);
    }

    /// The unit's version at this moment; it only grows.
    public long version(long unitId) {
        return unit(unitId).current();
    }

    /// Waits until the unit has another version than the one seen, the time is up, or the feed
    /// ends.
    ///
    /// @return the version at the end of the wait
    public long awaitChange(long unitId, long seen, Duration longest) throws InterruptedException {
        return unit(unitId).awaitOther(seen, longest.toNanos());
    }

    /// Whether all streams are to end.
    public boolean isClosed() {
        return closed;
    }

    /// Ends all streams.
    @Override
    public void close() {
        closed = true;
        publisher.shutdownNow();
        units.values().forEach(UnitVersion::end);
    }

    private UnitVersion unit(long unitId) {
        UnitVersion unit = units.computeIfAbsent(unitId, _ -> new UnitVersion());
        if (closed) {
            // It may be too new for the end of all others to have met it.
            unit.end();
        }
        return unit;
    }
}
