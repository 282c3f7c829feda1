package org.tutortimes.model.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.Timeline;

/// Where one tutor's timer and what was observed of them in one unit agree and disagree.
///
/// Only actions are looked at, never heartbeats. The rules, each of which a person can follow with
/// a pencil:
///
/// - Actions of a marking session at which no timer ran, and which are less than 15 minutes apart,
///   are one *stretch*, from the first to the last. Such an action that stands alone is a stretch
///   of the unit's single-action floor, which ends with it. So a pause in which nothing was done is
///   a pause.
/// - Time of the timer is *with activity* where an action lies less than 15 minutes before or
///   after; the rest is *without*.
/// - *Unrecorded* is what lies in a stretch and not in the timer's time. Where two marking sessions
///   meet, the time belongs to the one that began first.
///
/// Source: design, tracking, "Reports nobody else has".
///
/// @param withActivity timer time that something was observed in
/// @param withoutActivity timer time that nothing was observed in
/// @param unrecorded by marking session, in the order of their beginnings; none is empty
public record Reconciliation(
        List<Segment> withActivity, List<Segment> withoutActivity, List<Unrecorded> unrecorded) {

    /// A marking session's actions.
    ///
    /// @param actions in order of time; at least one
    public record ObservedSession(long id, List<Sighting> actions) {
        public ObservedSession {
            actions = List.copyOf(actions);
        }

        private Instant begun() {
            return actions.getFirst().at();
        }
    }

    /// What of a marking session no timer recorded.
    ///
    /// @param segments disjoint, in order
    public record Unrecorded(ObservedSession session, List<Segment> segments) {
        public Unrecorded {
            segments = List.copyOf(segments);
        }

        /// The same time by what was marked: each moment belongs to the action nearest to it that
        /// was about some task definition, the earlier of two. Empty where no action was.
        public Map<Long, List<Segment>> byTaskDefinition() {
            List<Sighting> known =
                    session.actions.stream()
                            .filter(action -> action.taskDefinitionId() != null)
                            .toList();
            Map<Long, List<Segment>> shares = new TreeMap<>();
            for (int index = 0; index < known.size(); index++) {
                Instant from =
                        index == 0 ? Instant.MIN : middle(known.get(index - 1), known.get(index));
                Instant to =
                        index == known.size() - 1
                                ? Instant.MAX
                                : middle(known.get(index), known.get(index + 1));
                List<Segment> near = Segment.common(segments, List.of(new Segment(from, to)));
                Long taskDefinition = known.get(index).taskDefinitionId();
                if (taskDefinition != null && !near.isEmpty()) {
                    shares.merge(taskDefinition, near, Unrecorded::joined);
                }
            }
            return shares;
        }

        private static Instant middle(Sighting one, Sighting next) {
            long millis = Duration.between(one.at(), next.at()).toMillis();
            return one.at().plusMillis((millis + 1) / 2);
        }

        /// Neighbours that touch become one.
        private static List<Segment> joined(List<Segment> before, List<Segment> after) {
            if (!before.getLast().end().equals(after.getFirst().start())) {
                return Stream.concat(before.stream(), after.stream()).toList();
            }
            Segment bridge = new Segment(before.getLast().start(), after.getFirst().end());
            return Stream.of(
                            before.subList(0, before.size() - 1),
                            List.of(bridge),
                            after.subList(1, after.size()))
                    .flatMap(List::stream)
                    .toList();
        }
    }

    public Reconciliation {
        withActivity = List.copyOf(withActivity);
        withoutActivity = List.copyOf(withoutActivity);
        unrecorded = List.copyOf(unrecorded);
    }

    /// Compares both records.
    ///
    /// @param timed when the timer ran, in any order, overlapping or not
    /// @param sessions what was observed, in any order
    /// @param floor what a single action is worth at least; zero for nothing
    public static Reconciliation of(
            Collection<Segment> timed, Collection<ObservedSession> sessions, Duration floor) {
        List<Segment> vouched =
                sessions.stream()
                        .flatMap(session -> session.actions.stream())
                        .map(action ->
                                new Segment(
                                        // Less than, on both sides, to the millisecond.
                                        action.at().minus(TrackingRules.THRESHOLD).plusMillis(1),
                                        action.at().plus(TrackingRules.THRESHOLD)))
                        .toList();
        List<Segment> without = Segment.minus(timed, vouched);
        return new Reconciliation(
                Segment.minus(timed, without), without, unrecorded(timed, sessions, floor));
    }

    private static List<Unrecorded> unrecorded(
            Collection<Segment> timed, Collection<ObservedSession> sessions, Duration floor) {
        Timeline timer = new Timeline(timed);
        Timeline taken = new Timeline(timed);
        List<Unrecorded> unrecorded = new ArrayList<>();
        sessions.stream()
                .sorted(
                        Comparator.comparing(ObservedSession::begun)
                                .thenComparingLong(ObservedSession::id))
                .forEach(session -> {
                    List<Segment> rest =
                            stretches(alone(session, timer), floor).stream()
                                    .flatMap(stretch -> taken.take(stretch).stream())
                                    .sorted(Segment.BY_START)
                                    .toList();
                    if (!rest.isEmpty()) {
                        unrecorded.add(new Unrecorded(session, rest));
                    }
                });
        return unrecorded;
    }

    /// When something was done and no timer ran.
    private static List<Instant> alone(ObservedSession session, Timeline timer) {
        return session.actions.stream().map(Sighting::at).filter(at -> !timer.holds(at)).toList();
    }

    private static List<Segment> stretches(List<Instant> actions, Duration floor) {
        List<Segment> stretches = new ArrayList<>();
        int first = 0;
        for (int index = 0; index < actions.size(); index++) {
            boolean isLast =
                    index == actions.size() - 1
                            || !actions.get(index + 1)
                                    .isBefore(actions.get(index).plus(TrackingRules.THRESHOLD));
            if (isLast) {
                stretches.add(stretch(actions.get(first), actions.get(index), floor));
                first = index + 1;
            }
        }
        return stretches;
    }

    private static Segment stretch(Instant first, Instant last, Duration floor) {
        return first.equals(last)
                ? new Segment(first.minus(floor), last)
                : new Segment(first, last);
    }
}
