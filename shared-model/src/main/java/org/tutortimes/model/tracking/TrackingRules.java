package org.tutortimes.model.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a marking session begins, goes on and ends. Pure: storage asks, and does what is said.
///
/// Source: design, tracking, rules 3, 5, 8 and 9.
public final class TrackingRules {

    /// From this much silence on, what comes next is another session.
    public static final Duration THRESHOLD = Duration.ofMinutes(15);

    /// How far back a client that was offline for a moment may report.
    public static final Duration OLDEST = Duration.ofMinutes(15);

    /// How far ahead the clock of a client may be.
    public static final Duration FURTHEST_AHEAD = Duration.ofMinutes(2);

    private TrackingRules() {}

    /// What becomes of something that was observed.
    public sealed interface Step {

        /// It belongs to the newest session.
        ///
        /// @param end of that session from now on
        record Continue(Instant end) implements Step {}

        /// It begins a session.
        ///
        /// @param endOfNewest of the newest session from now on, or null where that stays
        /// @param duringTutorial whether the new session lies in a tutorial
        record Begin(@Nullable Instant endOfNewest, boolean duringTutorial) implements Step {}
    }

    /// Why an instant that a client names is refused.
    public enum TimeRefusal {
        TOO_OLD,
        IN_FUTURE
    }

    /// Whether a client may report now something of that time.
    ///
    /// @return empty if it may
    public static Optional<TimeRefusal> refusal(Instant occurredAt, Instant now) {
        if (occurredAt.isBefore(now.minus(OLDEST))) {
            return Optional.of(TimeRefusal.TOO_OLD);
        }
        return occurredAt.isAfter(now.plus(FURTHEST_AHEAD))
                ? Optional.of(TimeRefusal.IN_FUTURE)
                : Optional.empty();
    }

    /// The time at which something counts as observed: never in the future.
    ///
    /// @param occurredAt as a client named it, or null for now
    public static Instant observedAt(@Nullable Instant occurredAt, Instant now) {
        return occurredAt == null || occurredAt.isAfter(now) ? now : occurredAt;
    }

    /// What becomes of something that was observed at an instant. No end ever moves back.
    ///
    /// @param newest the session of this user, unit and address that was begun last, or null
    /// @param tutorials the user's own in this unit
    public static Step next(@Nullable Observed newest, Instant at, Tutorials tutorials) {
        if (newest == null || !isWithinThreshold(newest.end(), at)) {
            return new Step.Begin(null, tutorials.isDuring(at));
        }
        boolean meetsBoundary =
                tutorials
                        .boundaryOf(newest.start())
                        .filter(boundary -> !at.isBefore(boundary))
                        .isPresent();
        Instant latest = tutorials.latestEndOf(newest.start()).orElse(Instant.MAX);
        if (meetsBoundary) {
            return new Step.Begin(later(newest.end(), latest), tutorials.isDuring(at));
        }
        return new Step.Continue(later(newest.end(), at.isBefore(latest) ? at : latest));
    }

    /// Less than 15 minutes after the end, or up to 15 minutes before it, where a clock was set
    /// back or word of it came late.
    private static boolean isWithinThreshold(Instant end, Instant at) {
        return at.isBefore(end.plus(THRESHOLD)) && !at.isBefore(end.minus(THRESHOLD));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /// A session's length in whole minutes, cut off.
    public static long durationMinutes(Instant start, Instant end) {
        return Duration.between(start, end).toMinutes();
    }

    /// The minutes that a session is worth: a single action stands for some minutes of reading.
    ///
    /// @param actions how many there were in the session
    /// @param floorMinutes what a single one is worth at least; 0 for nothing
    public static long creditedMinutes(long durationMinutes, long actions, long floorMinutes) {
        return actions == 1 ? Math.max(durationMinutes, floorMinutes) : durationMinutes;
    }
}
