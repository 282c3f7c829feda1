package org.tutortimes.model.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.EventOrder.PlacedEvent;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.Segment;

/// A valid `amended` event: it defines all of the session's time before its effective time.
///
/// Source: design, timekeeping, "Replay" 4. Valid means that its segments are in order, not empty,
/// do not overlap, and that none ends after the event itself. An invalid one has no effect at all.
record Correction(Instant time, List<Segment> segments, @Nullable MarkingTarget target) {

    static Optional<Correction> lastValid(List<PlacedEvent> order) {
        return valid(order.reversed()).findFirst();
    }

    /// What the last correction that says so moves the session to.
    static Optional<MarkingTarget> target(List<PlacedEvent> order) {
        return valid(order.reversed())
                .flatMap(correction -> Stream.ofNullable(correction.target))
                .findFirst();
    }

    private static Stream<Correction> valid(List<PlacedEvent> order) {
        return order.stream()
                .flatMap(placed ->
                        placed.event().fact() instanceof Fact.Amended amended
                                ? Stream.of(of(placed.time(), amended))
                                : Stream.empty())
                .filter(Correction::isValid);
    }

    private static Correction of(Instant time, Fact.Amended amended) {
        return new Correction(time, amended.segments(), amended.target());
    }

    private boolean isValid() {
        Instant reached = Instant.MIN;
        for (Segment segment : segments) {
            if (segment.isEmpty() || segment.start().isBefore(reached)) {
                return false;
            }
            reached = segment.end();
        }
        return !reached.isAfter(time);
    }
}
