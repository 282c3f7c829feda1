package org.tutortimes.model.tracking;

import org.jspecify.annotations.Nullable;

/// Says that somebody is at work in a unit: begins or extends their marking session, and is no
/// action. At most one of the two others is of use, to tell one's own work from others'.
///
/// @param projectId the enrolment whose work is marked, or null
/// @param taskId the student's task that is marked, or null
public record HeartbeatRequest(long unitId, @Nullable Long projectId, @Nullable Long taskId) {}
