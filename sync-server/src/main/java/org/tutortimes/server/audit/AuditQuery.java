package org.tutortimes.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which entries are looked for; null is any.
///
/// @param from the earliest instant
/// @param to the instant before which
/// @param words the name of the actor or the id of the subject, in full
/// @param after the last entry of the page before
public record AuditQuery(
        @Nullable Long userId,
        @Nullable Action action,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable Long unitId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String words,
        @Nullable Position after,
        int most) {

    /// Where an entry stands in the log.
    public record Position(long at, String id) {}
}
