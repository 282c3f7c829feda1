package org.tutortimes.server.sessions;

import org.jspecify.annotations.Nullable;
import org.tutortimes.server.request.Period;

/// Which marking sessions of a unit a table shows.
///
/// @param userId whose; null for everybody's
/// @param duringTutorial only those in tutorials, or only the others; null for both
/// @param period in which they began
record MarkingChoice(
        long unitId, @Nullable Long userId, @Nullable Boolean duringTutorial, Period period) {}
