package org.tutortimes.model.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.TimerEvent;

/// What [EventCodec] made of a JSON object that should be an event.
public sealed interface DecodedEvent {

    /// An event that this version understands.
    record Understood(TimerEvent event) implements DecodedEvent {}

    /// A well-formed event of a kind that this version does not know. It is kept as it came.
    record UnknownKind(UUID id, UUID sessionId, UUID deviceId, long seq, String kind, JsonNode tree)
            implements DecodedEvent {}

    /// Not an event.
    ///
    /// @param id the text under `id`, if there is one
    /// @param faults every fault, each naming its field
    record Malformed(@Nullable String id, List<String> faults) implements DecodedEvent {
        public Malformed {
            faults = List.copyOf(faults);
        }
    }
}
