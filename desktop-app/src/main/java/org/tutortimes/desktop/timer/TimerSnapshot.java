package org.tutortimes.desktop.timer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.journal.Delivery;
import org.tutortimes.desktop.journal.Pause;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.SessionStatus;

/// All that the window shows of the timer, as it stood after the last durable event. Immutable; it
/// crosses from the timer thread to the window's.
///
/// @param account whose timer it is, or null
/// @param current the session that runs or was paused last and is not completed, or null
/// @param today the sessions with time on this calendar day, newest first, the current one among
///   them
/// @param todayMillis counted time of this day without the open segment
/// @param weekMillis counted time since Monday without the open segment
/// @param away what the banner asks, or null
/// @param notice something that happened without the tutor, such as an end by a crash, or null
public record TimerSnapshot(
        @Nullable String account,
        @Nullable Current current,
        List<Row> today,
        long todayMillis,
        long weekMillis,
        @Nullable Away away,
        @Nullable String notice) {

    public TimerSnapshot {
        today = List.copyOf(today);
    }

    /// The session in the window's upper half.
    ///
    /// @param closedMillis counted time of its closed segments
    /// @param runningSince start of the open segment on the corrected wall clock, or null
    /// @param runningSinceMillis the same on the running clock; the figure is `closedMillis` + the
    ///   running clock's reading − this while active
    /// @param pausedAt when and why it was paused, or null while active
    public record Current(
            UUID sessionId,
            Choice choice,
            SessionStatus status,
            long closedMillis,
            Instant startedAt,
            @Nullable Instant runningSince,
            long runningSinceMillis,
            @Nullable Pause pausedAt) {}

    /// A line in the list of today's sessions.
    ///
    /// @param end null while it is not completed
    /// @param millis counted time of its closed segments
    /// @param delivery whether the server has all of it
    public record Row(
            UUID sessionId,
            Choice choice,
            SessionStatus status,
            Instant start,
            @Nullable Instant end,
            long millis,
            Delivery delivery) {}

    /// Time away from the computer that waits for the tutor's word.
    ///
    /// @param since the last input, or the last tick before sleep
    /// @param back when input was seen again, or null while nobody is there
    /// @param reason IDLE or SLEEP
    public record Away(UUID sessionId, Instant since, @Nullable Instant back, PauseReason reason) {}
}
