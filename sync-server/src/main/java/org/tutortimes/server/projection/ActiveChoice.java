package org.tutortimes.server.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.replay.ActiveRule;
import org.tutortimes.model.replay.ReplayedSession;

/// Which session of a unit role shows as active. Pauses are written before activations, because the
/// database too holds that there is at most one.
final class ActiveChoice {

    private final Handle handle;
    private final Instant now;
    private final List<SessionStore.Open> others;
    private final Optional<String> chosen;
    private final String sessionId;

    private ActiveChoice(
            Handle handle, Instant now, List<SessionStore.Open> open, String sessionId) {
        this.handle = handle;
        this.now = now;
        this.sessionId = sessionId;
        this.others = open.stream().filter(session -> !session.id().equals(sessionId)).toList();
        this.chosen =
                ActiveRule.activeAmong(
                                open.stream()
                                        .map(session ->
                                                new ActiveRule.OpenSession(
                                                        UUID.fromString(session.id()),
                                                        Instant.ofEpochMilli(session.openSince())))
                                        .toList())
                        .map(UUID::toString);
    }

    /// Chooses among the stored sessions and one whose row is yet to be written.
    static ActiveChoice with(Handle handle, ReplayedSession session, Instant now) {
        String id = session.id().toString();
        List<SessionStore.Open> open = new ArrayList<>();
        SessionStore.open(handle, session.unitRoleId()).stream()
                .filter(stored -> !stored.id().equals(id))
                .forEach(open::add);
        ReplayedSession.OpenSegment segment = session.open();
        if (segment != null && ActiveRule.mayBeActive(session)) {
            open.add(new SessionStore.Open(id, segment.start().toEpochMilli(), false));
        }
        return new ActiveChoice(handle, now, open, id);
    }

    /// Chooses among the stored sessions of a unit role.
    static void settle(Handle handle, long unitRoleId, Instant now) {
        ActiveChoice choice =
                new ActiveChoice(handle, now, SessionStore.open(handle, unitRoleId), "");
        choice.pauseOthers();
        choice.activateOther();
    }

    boolean isChosen() {
        return chosen.filter(sessionId::equals).isPresent();
    }

    void pauseOthers() {
        others.stream()
                .filter(other -> other.active() && !isChosen(other))
                .forEach(other -> SessionStore.setStatus(handle, other.id(), "paused", now));
    }

    void activateOther() {
        others.stream()
                .filter(other -> !other.active() && isChosen(other))
                .forEach(other -> SessionStore.setStatus(handle, other.id(), "active", now));
    }

    private boolean isChosen(SessionStore.Open other) {
        return chosen.filter(other.id()::equals).isPresent();
    }
}
