package org.tutortimes.desktop.sync;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.web.ServerReply.RoundTrip;
import org.tutortimes.model.sync.SyncAnswer;

/// What the server's answer means for the queue. None of them takes an event out of the journal.
sealed interface SyncReply {

    /// The answer is whole, and fits what was asked.
    record Taken(SyncAnswer answer, RoundTrip roundTrip) implements SyncReply {}

    /// Nobody answered, or the server wants to be left alone for a while.
    ///
    /// @param after how long it said, or null
    /// @param sentence why
    record TryLater(@Nullable Duration after, String sentence) implements SyncReply {}

    record SignInNeeded() implements SyncReply {}

    record TooLarge() implements SyncReply {}

    record UpdateNeeded() implements SyncReply {}

    /// Anything else; the sentence says what.
    record Strange(String sentence) implements SyncReply {}
}
