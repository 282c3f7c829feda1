package org.tutortimes.server.admin;

import org.jspecify.annotations.Nullable;

/// A unit as administrators see it.
///
/// @param totalTutorTime seconds of completed sessions
public record UnitAnswer(
        long id,
        String code,
        String name,
        String zone,
        @Nullable String startDate,
        @Nullable String endDate,
        @Nullable Long budgetHours,
        long singleActionFloorMinutes,
        long totalTutorTime,
        boolean active) {}
