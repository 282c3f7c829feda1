package org.tutortimes.desktop.idle;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Input inside our own window: what is left where the system tells nothing.
///
/// Starts as if there had been input at its making: the tutor has just opened the program. Any
/// thread may tell of input while another reads.
public final class WindowIdle implements InputIdle {
    static final String NAME = "this window only";

    private final LongSupplier nanoClock;
    private final AtomicLong lastInput;

    /// The clock counts nanoseconds and never goes back; its zero does not matter.
    public WindowIdle(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.lastInput = new AtomicLong(nanoClock.getAsLong());
    }

    public void inputSeen() {
        inputSeen(Duration.ZERO);
    }

    /// Tells of an input that long ago; of several, the latest counts.
    void inputSeen(Duration ago) {
        long at = nanoClock.getAsLong() - ago.toNanos();
        lastInput.accumulateAndGet(at, (known, told) -> told - known > 0 ? told : known);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSystemWide() {
        return false;
    }

    /// Always known.
    @Override
    public SinceInput read() {
        // The input may be told by another thread after the clock is read here.
        long last = lastInput.get();
        return new SinceInput(Duration.ofNanos(Math.max(0, nanoClock.getAsLong() - last)));
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
