package org.tutortimes.server.timer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.timer.SessionStatus;

/// A stored timer session: what the API shows of it, and what the next event has to know.
///
/// @param roleActive whether its unit role is in force
/// @param openSince start of the open segment, also where a later session superseded it
/// @param openedBy the event that opened it
/// @param latestEventAt the latest effective time of its events
record SessionView(
        SessionAnswer answer,
        boolean roleActive,
        @Nullable Instant openSince,
        @Nullable UUID openedBy,
        Instant latestEventAt,
        long recordedMillis) {

    UUID id() {
        return answer.id();
    }

    boolean isDeleted() {
        return answer.deletedAt() != null;
    }

    /// Whether it has an open segment and shows as paused, because another was started later.
    boolean isSuperseded() {
        return openSince != null && answer.status() == SessionStatus.PAUSED && !isDeleted();
    }
}
