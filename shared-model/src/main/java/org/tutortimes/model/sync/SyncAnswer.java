package org.tutortimes.model.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to [SyncRequest].
///
/// @param serverTime when the server answered
/// @param results one for each event of the request, in its order
/// @param events the caller's events after `since` that the device lacks
/// @param next the `since` of the next request, once `events` are stored
/// @param more whether asking again at once brings more
/// @param reference null where the device's reference data are current
public record SyncAnswer(
        Instant serverTime,
        List<EventResult> results,
        List<JsonNode> events,
        long next,
        boolean more,
        @Nullable Reference reference) {
    public SyncAnswer {
        results = List.copyOf(results);
        events = List.copyOf(events);
    }
}
