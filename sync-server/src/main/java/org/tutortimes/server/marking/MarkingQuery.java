package org.tutortimes.server.marking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which marking sessions are looked for.
///
/// @param from the first instant at which they may begin
/// @param to the first at which they may not
/// @param userId whose; null for everybody's
/// @param studentId on whose work something was done; null for anything
record MarkingQuery(
        long unitId, Instant from, Instant to, @Nullable Long userId, @Nullable Long studentId) {

    MarkingQuery ofUser(long id) {
        return new MarkingQuery(unitId, from, to, id, studentId);
    }
}
