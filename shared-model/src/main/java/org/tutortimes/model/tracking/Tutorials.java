package org.tutortimes.model.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tutortimes.model.timer.Segment;

/// One tutor's own tutorials in a unit, as far as they count.
///
/// Source: design, tracking, rule 9.
public record Tutorials(List<WeeklyTutorial> weekly) {

    public static final Tutorials NONE = new Tutorials(List.of());

    private static final Duration BEFORE_TUTORIAL = Duration.ofSeconds(1);

    public Tutorials {
        weekly = List.copyOf(weekly);
    }

    /// Whether a tutorial is being held.
    public boolean isDuring(Instant instant) {
        return endAt(instant).isPresent();
    }

    /// From when on a session that began at an instant cannot go on: the end of the tutorial that
    /// it began in, or the beginning of the next. Empty if there is no such time.
    Optional<Instant> boundaryOf(Instant start) {
        Optional<Instant> end = endAt(start);
        return end.isPresent() ? end : nextStartAfter(start);
    }

    /// The latest end of a session that began at an instant and met that boundary: the end of the
    /// tutorial, or a second before it begins, but never before the session's own start.
    Optional<Instant> latestEndOf(Instant start) {
        Optional<Instant> end = endAt(start);
        return end.isPresent()
                ? end
                : nextStartAfter(start)
                        .map(next -> next.minus(BEFORE_TUTORIAL))
                        .map(before -> before.isBefore(start) ? start : before);
    }

    private Optional<Instant> endAt(Instant instant) {
        return weekly.stream()
                .flatMap(each -> each.meetingAt(instant).stream())
                .map(Segment::end)
                .max(Comparator.naturalOrder());
    }

    private Optional<Instant> nextStartAfter(Instant instant) {
        return weekly.stream()
                .map(each -> each.nextStartAfter(instant))
                .min(Comparator.naturalOrder());
    }
}
