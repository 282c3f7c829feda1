package org.tutortimes.server.tracking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.tracking.Action;

/// One action of somebody.
///
/// @param id by which it is recorded once, however often it is sent; null for a new one
/// @param changedStatus whether a task has another status now
/// @param occurredAt null for now
public record Activity(
        @Nullable UUID id,
        Work work,
        Action action,
        boolean changedStatus,
        @Nullable Instant occurredAt) {

    /// What it was about: a unit, an enrolment in it or one of its tasks. What is given must belong
    /// together; a unit or an enrolment must be given.
    public record Work(@Nullable Long unitId, @Nullable Long projectId, @Nullable Long taskId) {}

    /// An action of just now.
    public static Activity now(Work work, Action action, boolean changedStatus) {
        return new Activity(null, work, action, changedStatus, null);
    }
}
