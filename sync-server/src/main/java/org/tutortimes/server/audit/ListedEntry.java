package org.tutortimes.server.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry as administrators read it.
///
/// @param actor the user name at that time, or the name of a program
/// @param before as JSON; null for what was not there, or cannot be shown
/// @param after as JSON, in the same way
public record ListedEntry(
        String id,
        Instant at,
        @Nullable Long userId,
        String actor,
        String address,
        String action,
        String subjectType,
        String subjectId,
        @Nullable Long unitId,
        @JsonRawValue @Nullable String before,
        @JsonRawValue @Nullable String after,
        @Nullable String note) {}
