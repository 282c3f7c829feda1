package org.tutortimes.server.attention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tutortimes.model.replay.SessionFlag;

/// What of a unit somebody should look at.
///
/// @param since the first day whose sessions are looked at for flags
/// @param flags those that sessions since then bear, most sessions first
/// @param forgotten sessions that nobody ended, oldest first
/// @param forgottenCount how many there are, of which the list holds the first few
/// @param held events that are stored and not in force
public record Attention(
        LocalDate since,
        List<Flagged> flags,
        List<Forgotten> forgotten,
        long forgottenCount,
        List<Held> held) {
    public Attention {
        flags = List.copyOf(flags);
        forgotten = List.copyOf(forgotten);
        held = List.copyOf(held);
    }

    /// Sessions with a flag.
    ///
    /// @param overlappedSeconds how much of their recorded time does not count
    public record Flagged(SessionFlag flag, long sessions, long overlappedSeconds) {}

    /// A session that runs for very long, or is paused and was left so.
    ///
    /// @param since when it was resumed, or paused
    /// @param seconds that it has counted before
    public record Forgotten(
            String sessionId,
            String tutor,
            String abbreviation,
            String definition,
            boolean running,
            Instant since,
            long seconds) {}

    /// Events of a tutor that wait for the same reason.
    ///
    /// @param code of the reason
    public record Held(long userId, String tutor, String code, long events) {}
}
