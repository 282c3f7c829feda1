package org.tutortimes.trust.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.idle.InputIdle;

/// The clocks and the keyboard of a computer in the simulation. Its running clock is right, its
/// wall clock may be wrong by any amount and run too fast or too slow.
public final class SimulatedComputer implements RunningClock, InstantSource, InputIdle {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier trueMillis;
    private final Runnable looked;
    private long startedMillis;
    private long wallAheadMillis;
    private long driftSince;
    private boolean alwaysRight = true;
    private double drift;
    private long lastInputMillis;

    /// @param looked runs whenever a program asks when the last input was
    SimulatedComputer(LongSupplier trueMillis, Runnable looked) {
        this.trueMillis = trueMillis;
        this.looked = looked;
        this.startedMillis = trueMillis.getAsLong() - 40_000;
        this.driftSince = trueMillis.getAsLong();
        this.lastInputMillis = trueMillis.getAsLong();
    }

    /// The running clock counts from zero again.
    public void reboot() {
        startedMillis = trueMillis.getAsLong();
    }

    /// Whether nobody has ever set the wall clock.
    public boolean wasAlwaysRight() {
        return alwaysRight;
    }

    /// Somebody sets the wall clock, wrong by that much from now on.
    public void setWallAhead(long millis) {
        alwaysRight = false;
        wallAheadMillis = millis;
        driftSince = trueMillis.getAsLong();
    }

    /// The wall clock runs too fast or too slow from now on.
    ///
    /// @param rate seconds that the wall clock gains in each second
    public void drift(double rate) {
        setWallAhead(wallAhead());
        drift = rate;
    }

    long wallAhead() {
        return wallAheadMillis + (long) ((trueMillis.getAsLong() - driftSince) * drift);
    }

    public void type() {
        lastInputMillis = trueMillis.getAsLong();
    }

    @Override
    public long nanos() {
        return (trueMillis.getAsLong() - startedMillis) * NANOS_PER_MILLI;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(trueMillis.getAsLong() + wallAhead());
    }

    @Override
    public Reading read() {
        looked.run();
        return new SinceInput(Duration.ofMillis(trueMillis.getAsLong() - lastInputMillis));
    }

    @Override
    public boolean isSystemWide() {
        return true;
    }

    @Override
    public String name() {
        return "a simulated computer";
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
