package org.tutortimes.model.timer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a timer event says. The name on the wire is `kind`; see [FactKind].
public sealed interface Fact {

    /// Begins the session and opens a segment.
    record Started(long unitRoleId, MarkingTarget target, boolean manual) implements Fact {}

    /// Opens a segment.
    record Resumed() implements Fact {}

    /// Closes a segment.
    record Paused(PauseReason reason, @Nullable Closing closing) implements Fact {}

    /// Closes a segment where one is open, and the session for good.
    ///
    /// @param submissions how many of the pile were marked, where the tutor said so
    record Completed(@Nullable Closing closing, @Nullable Integer submissions) implements Fact {}

    /// The tutor was marking while no input was seen: the away time counts.
    record AwayKept(Segment away) implements Fact {}

    /// The tutor gave the away time up: it adds nothing, and the decision is on record.
    record AwayDiscarded(Segment away) implements Fact {}

    /// A correction: all of the session's time up to this event, and what it was spent on where
    /// that changes.
    record Amended(List<Segment> segments, @Nullable MarkingTarget target, @Nullable String note)
            implements Fact {
        public Amended {
            segments = List.copyOf(segments);
        }
    }

    /// Soft delete.
    record Deleted(@Nullable String note) implements Fact {}

    /// Undoes a soft delete.
    record Restored(@Nullable String note) implements Fact {}

    /// Which segment a pause or completion ends, and how long it was.
    ///
    /// @param openedBy id of the started or resumed event whose segment this closes
    /// @param workedMillis measured by the device's own running clock from that start; null where
    ///   the writer did not run the segment, which then ends at this event's effective time
    record Closing(UUID openedBy, @Nullable Long workedMillis) {}

    /// What this fact says of the segment that it closes, or null.
    default @Nullable Closing closing() {
        return null;
    }
}
