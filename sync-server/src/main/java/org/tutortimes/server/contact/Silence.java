package org.tutortimes.server.contact;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether anything is known of the device that runs a session: its computer may sleep or be
/// without a network, and whether it still marks shows only once it is back.
public final class Silence {

    /// A timer synchronises every 30 seconds. One that missed a few has no network.
    public static final Duration LONGEST = Duration.ofMinutes(3);

    private Silence() {}

    /// Since when nothing is known of a running session; null where all is well, and where it is
    /// run by a client that does not synchronise.
    ///
    /// @param lastWord of its device, or the start of its open segment where that was later; null
    ///   where nothing is known
    public static @Nullable Instant since(@Nullable Instant lastWord, Instant now) {
        return lastWord != null && lastWord.isBefore(beginsBefore(now)) ? lastWord : null;
    }

    /// A last word before this moment means silence.
    public static Instant beginsBefore(Instant now) {
        return now.minus(LONGEST);
    }
}
