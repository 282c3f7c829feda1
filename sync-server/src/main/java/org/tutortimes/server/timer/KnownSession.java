package org.tutortimes.server.timer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.events.EventStore;

/// Whether a request that makes a session has been here before. Its events tell, not the session:
/// that may have been corrected since.
final class KnownSession {

    private KnownSession() {}

    /// Whether the caller has begun a session of this id with these very facts; false where the id
    /// is free, and a refusal where it belongs to something else.
    static boolean isBegun(Handle handle, Caller caller, UUID id, List<? extends Fact> facts) {
        String sessionId = id.toString().toLowerCase(Locale.ROOT);
        Long starter = EventStore.starterOf(handle, sessionId).orElse(null);
        if (starter == null) {
            return false;
        }
        boolean isSame =
                starter == caller.userId()
                        && beganWith(EventStore.inForce(handle, sessionId), facts);
        if (!isSame) {
            throw SessionRefusals.idTaken();
        }
        return true;
    }

    private static boolean beganWith(List<TimerEvent> events, List<? extends Fact> facts) {
        return events.stream()
                .filter(event -> event.fact().equals(facts.getFirst()))
                .anyMatch(start -> from(start, events, facts.size()).equals(facts));
    }

    /// What the writer of a start wrote next.
    private static List<Fact> from(TimerEvent start, List<TimerEvent> events, int most) {
        return events.stream()
                .filter(event -> event.deviceId().equals(start.deviceId()))
                .filter(event -> event.seq() >= start.seq())
                .sorted(Comparator.comparingLong(TimerEvent::seq))
                .map(TimerEvent::fact)
                .limit(most)
                .toList();
    }
}
