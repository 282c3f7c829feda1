package org.tutortimes.server.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.tracking.Reconciliation;
import org.tutortimes.model.tracking.Reconciliation.ObservedSession;
import org.tutortimes.server.reconciliation.ReconciliationStore.Action;
import org.tutortimes.server.reconciliation.ReconciliationStore.Timed;
import org.tutortimes.server.report.Scope;

/// What the timer recorded and what was observed in a unit around a period, by person.
final class BothRecords {

    private final Map<Long, List<Timed>> timed;
    private final Map<Long, List<Action>> actions;
    private final Set<Long> duringTutorial = new HashSet<>();
    private final Duration floor;

    private BothRecords(List<Timed> timed, List<Action> actions, Duration floor) {
        this.timed = timed.stream().collect(Collectors.groupingBy(Timed::userId));
        this.actions = actions.stream().collect(Collectors.groupingBy(Action::userId));
        this.floor = floor;
        actions.stream()
                .filter(Action::duringTutorial)
                .map(Action::sessionId)
                .forEach(duringTutorial::add);
    }

    static BothRecords read(Handle handle, Scope scope, Segment period, Instant now) {
        return new BothRecords(
                ReconciliationStore.timed(handle, scope, period, now),
                ReconciliationStore.actions(handle, scope, period),
                ReconciliationStore.floor(handle, scope.unitId()));
    }

    /// Whoever has anything in either.
    Collection<Long> people() {
        Set<Long> people = new TreeSet<>(timed.keySet());
        people.addAll(actions.keySet());
        return people;
    }

    List<Timed> timedOf(long userId) {
        return timed.getOrDefault(userId, List.of());
    }

    Reconciliation of(long userId) {
        return Reconciliation.of(
                timedOf(userId).stream().map(Timed::segment).toList(), observed(userId), floor);
    }

    boolean isDuringTutorial(long markingSessionId) {
        return duringTutorial.contains(markingSessionId);
    }

    private List<ObservedSession> observed(long userId) {
        return actions.getOrDefault(userId, List.of()).stream()
                .collect(
                        Collectors.groupingBy(
                                Action::sessionId,
                                Collectors.mapping(Action::sighting, Collectors.toList())))
                .entrySet()
                .stream()
                .map(each -> new ObservedSession(each.getKey(), each.getValue()))
                .toList();
    }
}
