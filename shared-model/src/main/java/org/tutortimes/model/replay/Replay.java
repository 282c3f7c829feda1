package org.tutortimes.model.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.EventOrder.PlacedEvent;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.timer.TimerRules;

/// Turns the events of one session into the session.
///
/// A function of the *set* of events: order of arrival, batching and repetition make no difference.
/// It never throws on odd histories; it flags them.
///
/// Source: design, timekeeping, "Replay".
public final class Replay {

    /// A segment that is longer is flagged [SessionFlag#LONG_RUNNING], for it may be forgotten.
    ///
    /// Source: design, timekeeping, "Replay".
    public static final Duration LONG_RUNNING = Duration.ofHours(6);

    private Replay() {}

    /// The session that these events describe; empty while its `started` has not arrived.
    ///
    /// @param events all known events of one session, in any order, repeated or not
    public static Optional<ReplayedSession> replay(Collection<TimerEvent> events) {
        List<PlacedEvent> order = EventOrder.of(events);
        return order.stream()
                .filter(placed -> placed.event().fact() instanceof Fact.Started)
                .findFirst()
                .map(start -> session(start, (Fact.Started) start.event().fact(), order));
    }

    private static ReplayedSession session(
            PlacedEvent start, Fact.Started started, List<PlacedEvent> order) {
        Optional<PlacedEvent> completion = first(order, Fact.Completed.class);
        Optional<Correction> correction = Correction.lastValid(order);
        List<WorkedSpan> spans =
                WorkedSpan.of(order).stream()
                        .flatMap(span -> correctedBy(correction, span).stream())
                        .toList();
        List<Segment> segments = closedSegments(spans, correction);
        boolean completed = completion.isPresent();
        ReplayedSession.OpenSegment open =
                completed ? null : WorkedSpan.lastOpen(spans).orElse(null);
        return new ReplayedSession(
                start.event().sessionId(),
                started.unitRoleId(),
                Correction.target(order).orElse(started.target()),
                started.manual(),
                start.time(),
                order.getLast().time(),
                completed,
                deletedAt(order),
                segments,
                open,
                submissions(order),
                flags(order, spans, segments, completed));
    }

    private static Optional<WorkedSpan> correctedBy(
            Optional<Correction> correction, WorkedSpan span) {
        return correction.isEmpty() ? Optional.of(span) : span.from(correction.get().time());
    }

    private static List<Segment> closedSegments(
            List<WorkedSpan> spans, Optional<Correction> correction) {
        var corrected = correction.stream().flatMap(valid -> valid.segments().stream());
        var worked =
                spans.stream()
                        .flatMap(span -> span.closedSegment().stream())
                        .filter(segment -> !segment.isEmpty());
        return Stream.concat(corrected, worked).sorted(Segment.BY_START).toList();
    }

    private static @Nullable Instant deletedAt(List<PlacedEvent> order) {
        return order.reversed().stream()
                .filter(placed ->
                        placed.event().fact() instanceof Fact.Deleted
                                || placed.event().fact() instanceof Fact.Restored)
                .findFirst()
                .filter(placed -> placed.event().fact() instanceof Fact.Deleted)
                .map(PlacedEvent::time)
                .orElse(null);
    }

    private static @Nullable Integer submissions(List<PlacedEvent> order) {
        return order.reversed().stream()
                .map(placed -> placed.event().fact())
                .map(fact -> fact instanceof Fact.Completed done ? done.submissions() : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Set<SessionFlag> flags(
            List<PlacedEvent> order,
            List<WorkedSpan> spans,
            List<Segment> segments,
            boolean completed) {
        Set<SessionFlag> flags = EnumSet.noneOf(SessionFlag.class);
        if (order.stream().anyMatch(placed -> !placed.time().equals(placed.event().at()))) {
            flags.add(SessionFlag.CLOCK_ADJUSTED);
        }
        if (order.stream().anyMatch(placed -> isCrash(placed.event().fact()))) {
            flags.add(SessionFlag.ESTIMATED_END);
        }
        if (spans.stream().anyMatch(WorkedSpan::closedElsewhere)) {
            flags.add(SessionFlag.CLOSED_ELSEWHERE);
        }
        if (spans.stream().anyMatch(WorkedSpan::afterCompletion)) {
            flags.add(SessionFlag.WORKED_AFTER_COMPLETION);
        }
        if (segments.stream().anyMatch(segment -> segment.millis() > LONG_RUNNING.toMillis())) {
            flags.add(SessionFlag.LONG_RUNNING);
        }
        if (completed && Segment.unionMillis(segments) < TimerRules.LEAST_WORK_MILLIS) {
            flags.add(SessionFlag.EMPTY);
        }
        return flags;
    }

    private static boolean isCrash(Fact fact) {
        return fact instanceof Fact.Paused paused && paused.reason() == PauseReason.CRASH;
    }

    private static Optional<PlacedEvent> first(
            List<PlacedEvent> order, Class<? extends Fact> kind) {
        return order.stream().filter(placed -> kind.isInstance(placed.event().fact())).findFirst();
    }
}
