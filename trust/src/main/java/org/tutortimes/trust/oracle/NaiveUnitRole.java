package org.tutortimes.trust.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tutortimes.trust.oracle.NaiveSession.Span;

/// What the sessions of one unit role mean together ("One tutor, one thing at a time"): for every
/// piece of time between two ends of segments, all segments are asked whose it is.
public final class NaiveUnitRole {
    private final Collection<NaiveSession> sessions;
    private final Map<String, Long> counted = new HashMap<>();

    private record Owned(String session, Span span) {}

    public NaiveUnitRole(Collection<NaiveSession> sessions) {
        this.sessions = sessions;
        count();
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
                        .ifPresent(owner -> counted.merge(owner.session(), next - cut, Long::sum));
            }
        }
    }

    public Collection<NaiveSession> sessions() {
        return sessions;
    }

    /// Milliseconds that count for a session.
    public long counted(NaiveSession session) {
        return counted.getOrDefault(session.id(), 0L);
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
