package org.tutortimes.model.sync;

import org.jspecify.annotations.Nullable;

/// What became of one event of a [SyncRequest].
///
/// @param id the event's id as it was sent, or null where it had none
/// @param code why, in snake_case, where held or refused
/// @param message the same as a sentence for the tutor
public record EventResult(
        @Nullable String id, Status status, @Nullable String code, @Nullable String message) {

    public enum Status {
        /// Durable and applied.
        STORED,
        /// The server had this very event already.
        DUPLICATE,
        /// Durable, and applied when its reason goes away.
        HELD,
        /// Not stored. The device keeps it and shows it.
        REFUSED
    }

    /// Stored or duplicate: nothing more to say.
    public static EventResult of(String id, Status status) {
        return new EventResult(id, status, null, null);
    }
}
