package org.tutortimes.server.marking;

import java.time.Instant;

/// A marking session as the API gives it. Where it came from is not part of it.
///
/// @param durationMinutes whole minutes from start to end
/// @param creditedMinutes the same, but for a single action at least the unit's floor
public record MarkingSession(
        long id,
        long userId,
        long unitId,
        Instant startTime,
        Instant endTime,
        long durationMinutes,
        long creditedMinutes,
        boolean duringTutorial,
        long assessments,
        long commentsAdded,
        long submissionsOpened) {}
