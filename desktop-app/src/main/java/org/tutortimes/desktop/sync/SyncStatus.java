package org.tutortimes.desktop.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far the journal has come, for the window's last line.
///
/// @param state what the tutor should know
/// @param waiting events that the server has not confirmed
/// @param lastSynced when the server last confirmed that nothing waits, or null
/// @param message a sentence that says more, or null
/// @param refused events that the server refused, with its reasons; they stay on this computer
public record SyncStatus(
        State state,
        int waiting,
        @Nullable Instant lastSynced,
        @Nullable String message,
        List<Refused> refused) {

    public SyncStatus {
        refused = List.copyOf(refused);
    }

    public enum State {
        /// Nothing waits.
        SYNCED,
        /// On its way.
        SENDING,
        /// No network or no answer; tried again by itself.
        OFFLINE,
        /// The server wants a new sign-in; recording goes on.
        SIGN_IN_NEEDED,
        /// The server wants a newer program; recording goes on.
        UPDATE_NEEDED,
        /// Something else is wrong; see the message.
        TROUBLE
    }

    /// An event that the server will not take.
    public record Refused(UUID eventId, UUID sessionId, String code, String message) {}
}
