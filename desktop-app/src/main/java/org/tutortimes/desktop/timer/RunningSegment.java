package org.tutortimes.desktop.timer;

import java.time.Instant;
import java.util.UUID;
import org.tutortimes.desktop.journal.EventPen;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.PauseReason;

/// The segment that this computer is measuring now.
///
/// @param openedBy the event that opened it
/// @param start when it was opened, on the clock that dates events
/// @param startMillis the same on the running clock, which measures it
record RunningSegment(UUID sessionId, UUID openedBy, Instant start, long startMillis) {

    /// What was worked in it by that reading of the running clock, as far as an event can tell.
    long workedAt(long millis) {
        return Math.clamp(millis - startMillis, 0, EventCodec.MOST_WORKED_MILLIS);
    }

    /// When that much was worked; the times of a segment's ends always agree with its length.
    Instant after(long workedMillis) {
        return start.plusMillis(workedMillis);
    }

    Fact.Closing closing(long workedMillis) {
        return new Fact.Closing(openedBy, workedMillis);
    }

    EventPen.Entry pause(EventPen pen, PauseReason reason, long workedMillis) {
        return pen.entry(
                sessionId, after(workedMillis), new Fact.Paused(reason, closing(workedMillis)));
    }
}
