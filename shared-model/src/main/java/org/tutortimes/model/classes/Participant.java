package org.tutortimes.model.classes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A student who joined a class session.
///
/// @param attemptId what they work on; null before they begin
/// @param joinedAt the first time
/// @param lastActivity when they were last heard of
public record Participant(
        long studentId,
        @Nullable UUID attemptId,
        Instant joinedAt,
        ConnectionStatus connectionStatus,
        Instant lastActivity) {

    /// The same with an attempt.
    public Participant working(UUID attempt) {
        return new Participant(studentId, attempt, joinedAt, connectionStatus, lastActivity);
    }

    Participant seen(ConnectionStatus status, Instant at) {
        return new Participant(studentId, attemptId, joinedAt, status, at);
    }
}
