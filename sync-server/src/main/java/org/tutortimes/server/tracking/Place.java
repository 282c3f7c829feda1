package org.tutortimes.server.tracking;

import org.jspecify.annotations.Nullable;

/// Where in a unit somebody was at work.
///
/// @param studentId whose work it is, or null where it is about the unit
record Place(
        long unitId,
        @Nullable Long projectId,
        @Nullable Long taskId,
        @Nullable Long taskDefinitionId,
        @Nullable Long studentId) {}
