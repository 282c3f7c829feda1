package org.tutortimes.model.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.EntryRules;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.Segment;

/// What the events of one session alone say, before the other sessions of its unit role are looked
/// at (see [Counting] and [ActiveRule]).
///
/// @param id the session
/// @param unitRoleId whose time it is, and in which unit
/// @param target what was marked, after corrections
/// @param manual entered by hand afterwards instead of timed
/// @param startedAt effective time of the start
/// @param latestEffectiveTime of all its events; whoever writes the next one stamps it later
/// @param completed whether it is over for good
/// @param deletedAt effective time of the delete that is in force, or null
/// @param segments closed segments, none empty, by start and then end; they may overlap each other
/// @param open the open segment that was started last, or null; always null once completed
/// @param submissions how many of a pile were marked, where the tutor said so
/// @param flags odd shapes; never contains `OVERLAP`, which other sessions decide
public record ReplayedSession(
        UUID id,
        long unitRoleId,
        MarkingTarget target,
        boolean manual,
        Instant startedAt,
        Instant latestEffectiveTime,
        boolean completed,
        @Nullable Instant deletedAt,
        List<Segment> segments,
        @Nullable OpenSegment open,
        @Nullable Integer submissions,
        Set<SessionFlag> flags) {

    /// A segment whose end nobody has reported yet.
    ///
    /// @param openedBy the started or resumed event
    /// @param deviceId the device that opened it, which alone knows how long it ran
    /// @param start where its time begins, after corrections
    /// @param openedAt when it was opened: `worked_ms` reaches from there, also where a correction
    ///   has taken the first of it away
    public record OpenSegment(UUID openedBy, UUID deviceId, Instant start, Instant openedAt) {

        /// How long it had run at a later instant, as far as an event that closes it may say: up to
        /// the longest segment that there can be.
        public long workedMillisUntil(Instant end) {
            return Math.clamp(
                    Duration.between(openedAt, end).toMillis(), 0, EntryRules.MOST_SEGMENT_MILLIS);
        }
    }

    public ReplayedSession {
        segments = List.copyOf(segments);
        flags = Set.copyOf(flags);
    }

    /// Whether a delete is in force.
    public boolean deleted() {
        return deletedAt != null;
    }

    /// Milliseconds of the union of the closed segments.
    public long recordedMillis() {
        return Segment.unionMillis(segments);
    }
}
