package org.tutortimes.desktop.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of one call to the server.
public sealed interface ServerReply {

    /// Somebody answered in JSON, or with a status that says enough without.
    ///
    /// @param json the body, or null where it was something else
    /// @param retryAfter how long the server wants to be left alone, or null
    record Answered(
            int status, @Nullable String json, @Nullable Duration retryAfter, RoundTrip roundTrip)
            implements ServerReply {}

    /// Nobody answered; a sentence says so.
    record Unreachable(String sentence) implements ServerReply {}

    /// Somebody else answered than a Tutor Times server; a sentence says so.
    record Foreign(String sentence) implements ServerReply {}

    /// When a call was sent by the wall clock, and how long its answer took by the running clock.
    record RoundTrip(Instant sent, Duration length) {

        /// What must be added to this computer's wall clock to have the server's.
        public Duration offsetTo(Instant serverTime) {
            return Duration.between(sent.plus(length.dividedBy(2)), serverTime);
        }
    }
}
