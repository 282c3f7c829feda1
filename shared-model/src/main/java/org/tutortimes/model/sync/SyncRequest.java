package org.tutortimes.model.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `POST /api/sync`. Source: design, sync, "The one call".
///
/// @param deviceId the device that asks; its own events are not sent back to it, unless `since` is
///   0
/// @param sentAt the device's raw wall clock
/// @param since the last `next` that the device has stored, or 0 for everything
/// @param reference the revision of the reference data that the device holds, or null for none
/// @param events see [EventCodec]; kept as trees, so that a bad one spoils no other
public record SyncRequest(
        UUID deviceId,
        String clientVersion,
        Instant sentAt,
        long since,
        @Nullable String reference,
        List<JsonNode> events) {
    public SyncRequest {
        events = List.copyOf(events);
    }
}
