package org.tutortimes.model.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tutortimes.model.timer.Segment;

/// One tutor's own tutorials in a unit, as far as they count.
///
/// @param weekly those of the timetable
/// @param held class sessions that were or are in progress; one that still is ends at [#STILL_HELD]
///
///   Source: design, tracking, rule 9.
public record Tutorials(List<WeeklyTutorial> weekly, List<Segment> held) {

    public static final Tutorials NONE = new Tutorials(List.of(), List.of());

    /// The end of what has no end yet.
    public static final Instant STILL_HELD = Instant.MAX;

    private static final Duration BEFORE_TUTORIAL = Duration.ofSeconds(1);

    public Tutorials {
        weekly = List.copyOf(weekly);
        held = List.copyOf(held);
    }

    /// Every tutorial that shares time with a stretch.
    public List<Segment> in(Segment stretch) {
        return Stream.concat(
                        weekly.stream().flatMap(each -> each.meetingsIn(stretch).stream()),
                        held.stream()
                                .filter(each ->
                                        each.start().isBefore(stretch.end())
                                                && each.end().isAfter(stretch.start())))
                .toList();
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
        return Stream.concat(
                        weekly.stream().flatMap(each -> each.meetingAt(instant).stream()),
                        held.stream().filter(each -> each.holds(instant)))
                .map(Segment::end)
                .max(Comparator.naturalOrder());
    }

    private Optional<Instant> nextStartAfter(Instant instant) {
        return Stream.concat(
                        weekly.stream().map(each -> each.nextStartAfter(instant)),
                        held.stream().map(Segment::start).filter(instant::isBefore))
                .min(Comparator.naturalOrder());
    }
}
