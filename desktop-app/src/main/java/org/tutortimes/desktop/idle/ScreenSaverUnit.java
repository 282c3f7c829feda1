package org.tutortimes.desktop.idle;

import java.time.Duration;
import org.tutortimes.desktop.idle.InputIdle.Reading;
import org.tutortimes.desktop.idle.InputIdle.SinceInput;
import org.tutortimes.desktop.idle.InputIdle.Unavailable;

/// Finds out what the number of a screen saver service means.
///
/// No specification fixes its unit: most services count milliseconds, some seconds, and some answer
/// zero whatever happens. How the number grows while nobody touches the computer tells them apart.
/// Until that was seen, it is taken for milliseconds, which errs towards "not idle".
final class ScreenSaverUnit {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long ALWAYS_ZERO_AFTER_MILLIS = Duration.ofMinutes(2).toMillis();

    /// Long enough that quick inputs between readings do not look like seconds passing.
    private static final long LEARN_FROM_MILLIS = Duration.ofSeconds(30).toMillis();

    private enum Unit {
        UNKNOWN,
        MILLISECONDS,
        SECONDS
    }

    private Unit unit = Unit.UNKNOWN;
    private boolean begun;
    private boolean everAboveZero;
    private long beganAt;
    private long growsSince;
    private long grewFrom;
    private long lastNumber;

    Reading reading(long number, long nanos) {
        long now = nanos / NANOS_PER_MILLI;
        if (!begun) {
            begun = true;
            beganAt = now;
            growFrom(number, now);
        }
        everAboveZero |= number > 0;
        if (!everAboveZero && now - beganAt >= ALWAYS_ZERO_AFTER_MILLIS) {
            return new Unavailable("The screen saver service always answers zero.");
        }
        if (unit == Unit.UNKNOWN) {
            learn(number, now);
        }
        return new SinceInput(
                unit == Unit.SECONDS ? Duration.ofSeconds(number) : Duration.ofMillis(number));
    }

    /// Only an unbroken growth says something: a number that fell had an input in between.
    private void learn(long number, long now) {
        if (number < lastNumber) {
            growFrom(number, now);
            return;
        }
        lastNumber = number;
        long passed = now - growsSince;
        long grown = number - grewFrom;
        if (passed < LEARN_FROM_MILLIS) {
            return;
        }
        if (Math.abs(grown - passed / MILLIS_PER_SECOND) <= 1) {
            unit = Unit.SECONDS;
        } else if (Math.abs(grown - passed) <= MILLIS_PER_SECOND) {
            unit = Unit.MILLISECONDS;
        } else {
            growFrom(number, now);
        }
    }

    private void growFrom(long number, long now) {
        lastNumber = number;
        grewFrom = number;
        growsSince = now;
    }
}
