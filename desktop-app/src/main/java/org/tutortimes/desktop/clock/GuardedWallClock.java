package org.tutortimes.desktop.clock;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The last resort: Java's steady clock, which may stand still during sleep, moved on by the wall
/// clock where that shows that time was missed.
///
/// A wall clock that is set back changes nothing; one that is set forward looks like sleep, which
/// cannot be told apart here.
final class GuardedWallClock implements RunningClock {
    private static final long MISSED_AT_LEAST_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier steadyNanos;
    private final LongSupplier wallMillis;
    private long steadyBefore;
    private long wallBefore;
    private long elapsed;

    GuardedWallClock(LongSupplier steadyNanos, LongSupplier wallMillis) {
        this.steadyNanos = steadyNanos;
        this.wallMillis = wallMillis;
        this.steadyBefore = steadyNanos.getAsLong();
        this.wallBefore = wallMillis.getAsLong();
    }

    static GuardedWallClock ofThisMachine() {
        return new GuardedWallClock(System::nanoTime, System::currentTimeMillis);
    }

    @Override
    public synchronized long nanos() {
        long steady = steadyNanos.getAsLong();
        long wall = wallMillis.getAsLong();
        long steadyStep = Math.max(0, steady - steadyBefore);
        long wallStep = (wall - wallBefore) * NANOS_PER_MILLI;
        boolean missed = wallStep - steadyStep >= MISSED_AT_LEAST_NANOS;
        elapsed += missed ? wallStep : steadyStep;
        steadyBefore = steady;
        wallBefore = wall;
        return elapsed;
    }

    @Override
    public String name() {
        return "the wall clock";
    }
}
