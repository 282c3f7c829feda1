package org.tutortimes.model.idle;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// When a running timer must be paused because nobody is there.
///
/// Source: design, timekeeping, "Idle". All times are milliseconds on one clock that counts
/// suspended time and never goes back; the wall clock takes no part, so setting it is no sleep.
public final class IdleRule {

    /// The threshold where the tutor has not set another.
    public static final Duration DEFAULT_THRESHOLD = Duration.ofMinutes(10);

    /// The least and the most that the threshold may be set to.
    public static final Duration LEAST_THRESHOLD = Duration.ofMinutes(1);

    public static final Duration GREATEST_THRESHOLD = Duration.ofMinutes(60);

    /// Two ticks further apart than this mean that the computer slept.
    public static final long SLEEP_GAP_MILLIS = 30_000;

    /// What one look at the clock and at the input said.
    ///
    /// @param nowMillis the running clock
    /// @param sinceInputMillis time since the last input, or null where nobody can tell
    public record Tick(long nowMillis, @Nullable Long sinceInputMillis) {}

    /// What a tick means for a timer that runs.
    public sealed interface Verdict {
        /// Somebody is there, or nobody can tell.
        record Present() implements Verdict {}

        /// The computer slept: pause at the last tick before it did.
        ///
        /// @param pausedAtMillis the last tick
        /// @param resumesByItself whether the gap was shorter than the threshold
        record Slept(long pausedAtMillis, boolean resumesByItself) implements Verdict {}

        /// No input for the threshold: pause where the last input was.
        record WentIdle(long lastInputMillis) implements Verdict {}
    }

    private IdleRule() {}

    /// Judges a tick of a running timer.
    ///
    /// @param segmentStartMillis when the running segment began; no pause is dated before it
    /// @param previous the tick before
    /// @param threshold how long without input is idle
    public static Verdict judge(
            long segmentStartMillis, Tick previous, Tick now, Duration threshold) {
        long gap = now.nowMillis - previous.nowMillis;
        if (gap >= SLEEP_GAP_MILLIS) {
            return new Verdict.Slept(
                    Math.max(segmentStartMillis, previous.nowMillis), gap < threshold.toMillis());
        }
        Long sinceInput = now.sinceInputMillis;
        if (sinceInput == null || sinceInput < threshold.toMillis()) {
            return new Verdict.Present();
        }
        // A click on Start is input that the system may count for less than it is, and a timer
        // may be started by a program: the threshold runs from the segment's start at the least.
        long lastInput = Math.max(segmentStartMillis, now.nowMillis - sinceInput);
        return now.nowMillis - lastInput < threshold.toMillis()
                ? new Verdict.Present()
                : new Verdict.WentIdle(lastInput);
    }
}
