package org.tutortimes.model.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.EventOrder.PlacedEvent;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.TimerEvent;

/// A segment in the making: what opened it, and where it ends if anybody has said so.
///
/// Source: design, timekeeping, "Replay" 3.
///
/// @param opener the event that began it
/// @param openedAt its effective time, or where kept time away begins
/// @param start where it begins, after corrections
/// @param end where it ends, or null while it is open
/// @param closedElsewhere whether another device than the opener's ended it
/// @param afterCompletion whether the session was already completed when it was opened or closed
record WorkedSpan(
        TimerEvent opener,
        Instant openedAt,
        Instant start,
        @Nullable Instant end,
        boolean closedElsewhere,
        boolean afterCompletion) {

    /// The spans of a session in the order of the events that opened them.
    static List<WorkedSpan> of(List<PlacedEvent> order) {
        return new Builder(order).build();
    }

    static Optional<ReplayedSession.OpenSegment> lastOpen(List<WorkedSpan> spans) {
        return spans.stream()
                .filter(span -> span.end == null)
                .max(Comparator.comparing(WorkedSpan::start))
                .map(span ->
                        new ReplayedSession.OpenSegment(
                                span.opener.id(),
                                span.opener.deviceId(),
                                span.start,
                                span.openedAt));
    }

    /// The closed segment, which may be empty, or nothing while it is open.
    Optional<Segment> closedSegment() {
        return Optional.ofNullable(end).map(closed -> new Segment(start, closed));
    }

    /// What is left of it from `time` on; an open span always leaves something.
    Optional<WorkedSpan> from(Instant time) {
        if (!start.isBefore(time)) {
            return Optional.of(this);
        }
        return end != null && !end.isAfter(time)
                ? Optional.empty()
                : Optional.of(
                        new WorkedSpan(
                                opener, openedAt, time, end, closedElsewhere, afterCompletion));
    }

    /// Where a span ends: the position of the event that says so, and the instant.
    private record End(int position, PlacedEvent event, Instant time) {}

    private static final class Builder {
        private final List<PlacedEvent> order;
        private final Map<UUID, List<Integer>> closersByOpener = new HashMap<>();
        private final int completion;

        Builder(List<PlacedEvent> order) {
            this.order = order;
            int firstCompletion = order.size();
            for (int position = order.size() - 1; position >= 0; position--) {
                Fact fact = order.get(position).event().fact();
                if (fact instanceof Fact.Completed) {
                    firstCompletion = position;
                }
                Fact.@Nullable Closing closing = fact.closing();
                if (closing != null) {
                    closersByOpener
                            .computeIfAbsent(closing.openedBy(), _ -> new ArrayList<>())
                            .addFirst(position);
                }
            }
            this.completion = firstCompletion;
        }

        List<WorkedSpan> build() {
            List<WorkedSpan> spans = new ArrayList<>();
            @Nullable Integer nextCloser = null;
            for (int position = order.size() - 1; position >= 0; position--) {
                PlacedEvent placed = order.get(position);
                switch (placed.event().fact()) {
                    case Fact.Started _, Fact.Resumed _ ->
                            spans.addFirst(timed(position, placed, nextCloser));
                    case Fact.Paused _, Fact.Completed _ -> nextCloser = position;
                    case Fact.AwayKept kept -> spans.addFirst(kept(placed, kept.away()));
                    case Fact.AwayDiscarded _, Fact.Amended _, Fact.Deleted _, Fact.Restored _ -> {}
                }
            }
            return spans;
        }

        private WorkedSpan timed(int position, PlacedEvent opener, @Nullable Integer nextCloser) {
            End end = namedEnd(opener).or(() -> unnamedEnd(nextCloser)).orElse(null);
            if (end == null) {
                return new WorkedSpan(
                        opener.event(),
                        opener.time(),
                        opener.time(),
                        null,
                        false,
                        position > completion);
            }
            return new WorkedSpan(
                    opener.event(),
                    opener.time(),
                    opener.time(),
                    end.time(),
                    !end.event().event().deviceId().equals(opener.event().deviceId()),
                    position > completion || end.position() > completion);
        }

        /// Away time is cut off at the event itself: nobody can promise time to come.
        private static WorkedSpan kept(PlacedEvent placed, Segment away) {
            Instant end = away.end().isAfter(placed.time()) ? placed.time() : away.end();
            return new WorkedSpan(placed.event(), away.start(), away.start(), end, false, false);
        }

        /// The word of the device that ran the segment is worth more than that of another.
        private Optional<End> namedEnd(PlacedEvent opener) {
            List<Integer> closers = closersByOpener.getOrDefault(opener.event().id(), List.of());
            Stream<Integer> own =
                    closers.stream()
                            .filter(position ->
                                    order.get(position)
                                            .event()
                                            .deviceId()
                                            .equals(opener.event().deviceId()));
            return Stream.concat(own, closers.stream())
                    .findFirst()
                    .map(position -> end(position, opener.time()));
        }

        private Optional<End> unnamedEnd(@Nullable Integer nextCloser) {
            return Optional.ofNullable(nextCloser)
                    .map(position ->
                            new End(position, order.get(position), order.get(position).time()));
        }

        private End end(int position, Instant start) {
            PlacedEvent closer = order.get(position);
            Fact.Closing closing = closer.event().fact().closing();
            Long worked = closing == null ? null : closing.workedMillis();
            return new End(
                    position, closer, worked == null ? closer.time() : start.plusMillis(worked));
        }
    }
}
