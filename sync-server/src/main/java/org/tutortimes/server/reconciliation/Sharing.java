package org.tutortimes.server.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tutortimes.model.tracking.Observed;
import org.tutortimes.model.tracking.ReconciliationAnswer.Tutor;

/// Where one account was active from two addresses at once: perhaps two people, perhaps one with a
/// computer and a telephone. The addresses themselves are nowhere told.
///
/// @param markingSessionIds the two sessions, that which began first being the first
/// @param from when both were active
/// @param to until when both were
public record Sharing(Tutor tutor, List<Long> markingSessionIds, Instant from, Instant to) {
    public Sharing {
        markingSessionIds = List.copyOf(markingSessionIds);
    }

    /// A session with what can be compared of its address.
    record Addressed(long id, Tutor tutor, Observed observed, String address) {}

    /// Every two sessions of one person from different addresses that meet.
    ///
    /// @param sessions in the order of their beginnings
    static List<Sharing> among(List<Addressed> sessions) {
        List<Sharing> found = new ArrayList<>();
        sessions.stream()
                .collect(
                        Collectors.groupingBy(
                                session -> session.tutor().id(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(own -> found.addAll(amongOwn(own)));
        found.sort(Comparator.comparing(Sharing::from));
        return found;
    }

    private static List<Sharing> amongOwn(List<Addressed> sessions) {
        List<Sharing> found = new ArrayList<>();
        List<Addressed> going = new ArrayList<>();
        for (Addressed next : sessions) {
            going.removeIf(earlier -> earlier.observed().end().isBefore(next.observed().start()));
            going.stream()
                    .filter(earlier -> !earlier.address().equals(next.address()))
                    .map(earlier -> of(earlier, next))
                    .forEach(found::add);
            going.add(next);
        }
        return found;
    }

    private static Sharing of(Addressed earlier, Addressed later) {
        Instant end = earlier.observed().end();
        Instant otherEnd = later.observed().end();
        return new Sharing(
                earlier.tutor(),
                List.of(earlier.id(), later.id()),
                later.observed().start(),
                end.isBefore(otherEnd) ? end : otherEnd);
    }
}
