package org.tutortimes.desktop.timer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.Segment;

/// Time away that waits for the tutor's word.
///
/// @param since the last input, or the last tick before sleep
/// @param sinceMillis the same on the running clock
/// @param back when input was seen again, or null
record Absence(
        UUID sessionId,
        Instant since,
        long sinceMillis,
        @Nullable Instant back,
        PauseReason reason) {

    Absence endedAt(Instant time) {
        return new Absence(sessionId, since, sinceMillis, time, reason);
    }

    /// The time in question, up to `now` where nobody was seen to come back.
    Segment until(Instant now) {
        return new Segment(since, back == null ? now : back);
    }

    TimerSnapshot.Away shown() {
        return new TimerSnapshot.Away(sessionId, since, back, reason);
    }
}
