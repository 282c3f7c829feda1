package org.tutortimes.model.timer;

import java.util.Optional;

/// Which steps a timer session may take, for those who can ask first: the online calls and the
/// timer's own buttons. What a device recorded offline is stored all the same.
///
/// Source: design, timekeeping, "Replay" and "One tutor, one thing at a time".
public final class TimerRules {

    /// A completed session holds at least this much, in milliseconds.
    public static final long LEAST_WORK_MILLIS = 1_000;

    /// What can be asked of a session once it exists.
    public enum Step {
        PAUSE,
        RESUME,
        COMPLETE
    }

    private TimerRules() {}

    /// Why this step may not be taken now; empty if it may.
    ///
    /// @param step what is wanted
    /// @param status of the session as it stands
    /// @param workedMillis recorded time, and that of the open segment so far
    public static Optional<TimerRefusal> refusal(
            Step step, SessionStatus status, long workedMillis) {
        boolean allowed =
                switch (step) {
                    case PAUSE -> status == SessionStatus.ACTIVE;
                    case RESUME -> status == SessionStatus.PAUSED;
                    case COMPLETE -> status != SessionStatus.COMPLETED;
                };
        if (!allowed) {
            return Optional.of(new TimerRefusal.WrongStep(step, status));
        }
        return step == Step.COMPLETE && workedMillis < LEAST_WORK_MILLIS
                ? Optional.of(new TimerRefusal.NothingWorked())
                : Optional.empty();
    }
}
