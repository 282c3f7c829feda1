package org.tutortimes.model.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.tutortimes.model.timer.Segment;

/// The timer and what was observed in a unit, side by side.
///
/// @param from the first instant that is looked at
/// @param to the first that is not
/// @param timezone where days begin
/// @param days by day, then by tutor's name; those of nothing at all are left out
/// @param withoutActivity timer time in which nothing was observed, in order of time
/// @param unrecorded what was observed while no timer ran, in order of time
public record ReconciliationAnswer(
        long unitId,
        Instant from,
        Instant to,
        String timezone,
        List<Day> days,
        List<TimerStretch> withoutActivity,
        List<UnrecordedSession> unrecorded) {

    public record Tutor(long id, String name) {}

    /// One tutor's day, in seconds.
    ///
    /// @param timerSecondsWithActivity when the timer ran and something was observed
    /// @param timerSecondsWithoutActivity when the timer ran and nothing was observed
    /// @param unrecordedSeconds when something was observed and no timer ran
    public record Day(
            Tutor tutor,
            LocalDate day,
            long timerSecondsWithActivity,
            long timerSecondsWithoutActivity,
            long unrecordedSeconds) {}

    /// A stretch of a timer session.
    ///
    /// @param tutorTimeId the session
    public record TimerStretch(Tutor tutor, UUID tutorTimeId, Instant start, Instant end) {}

    /// What of a marking session no timer recorded.
    ///
    /// @param seconds in all
    /// @param actions how many there were in the whole marking session
    /// @param taskDefinitions what they were about, with the seconds that belong to each; empty
    ///   where that is not known, so that whoever records the time has to say it
    public record UnrecordedSession(
            Tutor tutor,
            long markingSessionId,
            boolean duringTutorial,
            List<Segment> segments,
            long seconds,
            long actions,
            List<Share> taskDefinitions) {
        public UnrecordedSession {
            segments = List.copyOf(segments);
            taskDefinitions = List.copyOf(taskDefinitions);
        }
    }

    public record Share(long id, String abbreviation, long seconds) {}

    public ReconciliationAnswer {
        days = List.copyOf(days);
        withoutActivity = List.copyOf(withoutActivity);
        unrecorded = List.copyOf(unrecorded);
    }
}
