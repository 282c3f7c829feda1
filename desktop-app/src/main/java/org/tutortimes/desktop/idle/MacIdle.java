package org.tutortimes.desktop.idle;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.time.Duration;

/// Input in the macOS login session, from CoreGraphics.
public final class MacIdle implements InputIdle {
    static final String NAME = "macOS";

    private static final int COMBINED_SESSION_STATE = 0;
    private static final int ANY_INPUT = ~0;
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double LONGEST_SECONDS = Duration.ofDays(3_650).toSeconds();

    private final Function secondsSinceLastEvent;

    private MacIdle(Function secondsSinceLastEvent) {
        this.secondsSinceLastEvent = secondsSinceLastEvent;
    }

    /// What fails is told by the readings of the answer.
    public static InputIdle open() {
        try {
            return new MacIdle(
                    NativeLibrary.getInstance("CoreGraphics")
                            .getFunction("CGEventSourceSecondsSinceLastEventType"));
        } catch (UnsatisfiedLinkError | NoClassDefFoundError missing) {
            return NoIdle.libraryMissing(NAME, missing);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSystemWide() {
        return true;
    }

    @Override
    public Reading read() {
        Object[] stateAndType = {COMBINED_SESSION_STATE, ANY_INPUT};
        return fromSeconds(secondsSinceLastEvent.invokeDouble(stateAndType));
    }

    /// Outside a login session the function answers numbers that are no times.
    static Reading fromSeconds(double seconds) {
        if (seconds >= 0 && seconds <= LONGEST_SECONDS) {
            return new SinceInput(Duration.ofMillis((long) (seconds * MILLIS_PER_SECOND)));
        }
        return new Unavailable("macOS did not tell when the last input was.");
    }

    @Override
    public void close() {
        // macOS gives no handle for this.
    }
}
