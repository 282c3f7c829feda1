package org.tutortimes.model.replay;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/// At most one session of a unit role is active, whatever the devices did.
///
/// Source: design, timekeeping, "One tutor, one thing at a time", Status.
public final class ActiveRule {

    /// A session with an open segment.
    public record OpenSession(UUID sessionId, Instant openSince) {}

    private ActiveRule() {}

    /// The active one of some sessions: the one whose open segment started last; ties go to the
    /// larger session id. The others show as paused.
    ///
    /// @param open the sessions of one unit role that have an open segment and are neither
    ///   completed, deleted nor manual; see [#mayBeActive]
    public static Optional<UUID> activeAmong(Collection<OpenSession> open) {
        return open.stream()
                .max(
                        Comparator.comparing(OpenSession::openSince)
                                .thenComparing(session -> session.sessionId().toString()))
                .map(OpenSession::sessionId);
    }

    /// Whether a session takes part in the choice at all.
    public static boolean mayBeActive(ReplayedSession session) {
        return session.open() != null
                && !session.completed()
                && !session.deleted()
                && !session.manual();
    }
}
