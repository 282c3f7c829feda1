package org.tutortimes.desktop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.idle.InputIdle;

/// A computer whose clocks and keyboard a test moves.
public final class VirtualComputer implements RunningClock, InstantSource, InputIdle {
    private long nanos = Duration.ofHours(5).toNanos();
    private Instant wall = Instant.parse("2026-11-18T01:00:00Z");
    private long lastInputNanos = nanos;
    private boolean blind;

    /// Time passes.
    public synchronized void pass(Duration time) {
        nanos += time.toNanos();
        wall = wall.plus(time);
    }

    /// Somebody types.
    public synchronized void type() {
        lastInputNanos = nanos;
    }

    /// Somebody sets the wall clock.
    public synchronized void setWall(Instant time) {
        wall = time;
    }

    /// From now on nobody can tell when the last input was.
    public synchronized void goBlind() {
        blind = true;
    }

    /// The computer starts anew: its running clock counts from somewhere else.
    public synchronized void reboot() {
        nanos = Duration.ofSeconds(40).toNanos();
        lastInputNanos = nanos;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Instant instant() {
        return wall;
    }

    @Override
    public synchronized Reading read() {
        return blind
                ? new Unavailable("Nobody can tell.")
                : new SinceInput(Duration.ofNanos(nanos - lastInputNanos));
    }

    @Override
    public boolean isSystemWide() {
        return true;
    }

    @Override
    public String name() {
        return "a virtual computer";
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
