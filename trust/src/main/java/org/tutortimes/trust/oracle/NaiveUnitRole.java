package org.tutortimes.trust.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tutortimes.trust.oracle.NaiveSession.Span;

/// What the sessions of one unit role mean together ("One tutor, one thing at a time"): for every
/// piece of time between two ends of segments, all segments are asked whose it is.
public final class NaiveUnitRole {
    private final Collection<NaiveSession> sessions;
    private final List<Owned> counted = new ArrayList<>();

    private record Owned(String session, Span span) {}

    public NaiveUnitRole(Collection<NaiveSession> sessions) {
        this.sessions = sessions;
        count();
    }

    /// All sessions that these events have begun, by their unit roles.
    public static Collection<NaiveUnitRole> all(Collection<Recorded> events) {
        Map<String, List<Recorded>> bySession = new TreeMap<>();
        for (Recorded event : events) {
            bySession.computeIfAbsent(event.session(), _ -> new ArrayList<>()).add(event);
        }
        Map<Long, List<NaiveSession>> byRole = new TreeMap<>();
        bySession.values().stream()
                .map(NaiveSession::new)
                .filter(NaiveSession::isBegun)
                .forEach(session ->
                        byRole.computeIfAbsent(session.unitRole(), _ -> new ArrayList<>())
                                .add(session));
        return byRole.values().stream().map(NaiveUnitRole::new).toList();
    }

    private void count() {
        List<Owned> all = new ArrayList<>();
        TreeSet<Long> cuts = new TreeSet<>();
        for (NaiveSession session : sessions) {
            if (!session.deleted()) {
                for (Span span : session.spans()) {
                    all.add(new Owned(session.id(), span));
                    cuts.add(span.start());
                    cuts.add(span.end());
                }
            }
        }
        for (Long cut : cuts) {
            Long next = cuts.higher(cut);
            if (next != null) {
                all.stream()
                        .filter(owned -> owned.span().start() <= cut && next <= owned.span().end())
                        .max(
                                Comparator.<Owned>comparingLong(owned -> owned.span().start())
                                        .thenComparing(Owned::session))
                        .ifPresent(owner ->
                                counted.add(new Owned(owner.session(), new Span(cut, next))));
            }
        }
    }

    /// What somebody else has said of a segment that gives way, and that does not end where a
    /// segment of another session begins.
    public List<Recorded> endedNowhere() {
        List<Recorded> nowhere = new ArrayList<>();
        for (NaiveSession session : sessions) {
            session.endsToldByOthers()
                    .forEach((event, end) -> {
                        if (sessions.stream()
                                .filter(other -> !other.equals(session))
                                .noneMatch(other -> other.mayBeginAt(end))) {
                            nowhere.add(event);
                        }
                    });
        }
        return nowhere;
    }

    public Collection<NaiveSession> sessions() {
        return sessions;
    }

    /// Milliseconds that count for a session.
    public long counted(NaiveSession session) {
        return countedUpTo(session, Long.MAX_VALUE);
    }

    /// Whole seconds of a session that fall between two instants, so that the pieces of its time
    /// add up to the seconds of the whole.
    public long secondsBetween(NaiveSession session, long start, long end) {
        return countedUpTo(session, end) / 1_000 - countedUpTo(session, start) / 1_000;
    }

    private long countedUpTo(NaiveSession session, long end) {
        return counted.stream()
                .filter(piece -> piece.session().equals(session.id()))
                .filter(piece -> piece.span().start() < end)
                .mapToLong(piece -> Math.min(piece.span().end(), end) - piece.span().start())
                .sum();
    }

    /// The one that is active, if any.
    public Optional<NaiveSession> active() {
        return sessions.stream()
                .filter(session -> !session.deleted() && !session.manual())
                .filter(session -> session.openSince().isPresent())
                .max(
                        Comparator.<NaiveSession>comparingLong(
                                        session -> session.openSince().orElseThrow())
                                .thenComparing(NaiveSession::id));
    }

    public String status(NaiveSession session) {
        if (session.completed()) {
            return "completed";
        }
        return active().filter(session::equals).isPresent() ? "active" : "paused";
    }
}
