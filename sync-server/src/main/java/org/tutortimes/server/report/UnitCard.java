package org.tutortimes.server.report;

import org.jspecify.annotations.Nullable;

/// A unit at a glance, as far as its reader may see it: everybody's time, or the reader's own.
///
/// @param whole whether it is everybody's
/// @param seconds of completed time
/// @param thisWeekSeconds of them in this week, by the unit's clocks
/// @param running how many sessions run at this moment
/// @param budgetHours of the unit, for who sees everybody's time; null where it has none
public record UnitCard(
        long id,
        String code,
        String name,
        boolean whole,
        long seconds,
        long thisWeekSeconds,
        int running,
        @Nullable Long budgetHours) {}
