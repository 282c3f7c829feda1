package org.tutortimes.trust.known;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.idle.InputIdle;

/// A tutor's computer: its clocks and its keyboard are moved by hand, and its wall clock may be
/// wrong.
final class OwnComputer implements RunningClock, InputIdle {
    static final Instant MORNING = Instant.parse("2026-08-03T01:00:00Z");

    private long nanos;
    private long lastInputNanos;
    private Duration wallIsAhead = Duration.ZERO;

    synchronized void pass(Duration time) {
        nanos += time.toNanos();
    }

    synchronized void type() {
        lastInputNanos = nanos;
    }

    /// Somebody sets the wall clock.
    synchronized void setWall(Duration ahead) {
        wallIsAhead = ahead;
    }

    synchronized Instant wall() {
        return rightTime().plus(wallIsAhead);
    }

    private synchronized Instant rightTime() {
        return MORNING.plusNanos(nanos);
    }

    /// A clock elsewhere that is right.
    Clock rightClock() {
        InstantSource source = this::rightTime;
        return source.withZone(ZoneOffset.UTC);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Reading read() {
        return new SinceInput(Duration.ofNanos(nanos - lastInputNanos));
    }

    @Override
    public boolean isSystemWide() {
        return true;
    }

    @Override
    public String name() {
        return "a computer of a test";
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
