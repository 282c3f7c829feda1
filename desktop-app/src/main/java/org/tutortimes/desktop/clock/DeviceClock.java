package org.tutortimes.desktop.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The clock that dates this computer's events.
///
/// The wall clock is read once, at the start of the program, and corrected by what the server said
/// of it; from there on the running clock counts, so that nobody who sets the wall clock changes a
/// time. Where the journal is ahead, this clock goes at half speed until it is right again: it
/// never goes back. Only where the journal is more than a day ahead is the wall clock believed.
public final class DeviceClock {
    private static final Duration BELIEVED_BEHIND = Duration.ofDays(1);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final RunningClock running;
    private final Instant wallAtStart;
    private final Duration serverOffset;
    private final long startMillis;
    private final @Nullable String notice;
    private Instant floor;
    private long floorMillis;

    /// Starts the clock.
    ///
    /// @param wall the wall clock now
    /// @param serverOffset what must be added to it, as far as is known
    /// @param latest the latest time in the journal, or null
    public DeviceClock(
            RunningClock running, Instant wall, Duration serverOffset, @Nullable Instant latest) {
        this.running = running;
        this.wallAtStart = wall.truncatedTo(ChronoUnit.MILLIS);
        this.serverOffset = serverOffset;
        this.startMillis = millis();
        this.floorMillis = startMillis;
        Instant start = wallAtStart.plus(serverOffset);
        boolean believed = latest != null && latest.isAfter(start.plus(BELIEVED_BEHIND));
        this.floor = latest == null || believed ? start : latest;
        this.notice =
                believed
                        ? "This computer's clock is more than a day behind the times recorded"
                                + " before. It is used as it is; if it is wrong, set it right and"
                                + " correct the sessions."
                        : null;
    }

    /// Milliseconds of the running clock; good for differences only.
    public long millis() {
        return Math.floorDiv(running.nanos(), NANOS_PER_MILLI);
    }

    /// Now, never before what was said earlier.
    public synchronized Instant now() {
        return at(millis());
    }

    /// From here on the clock shows no earlier time: work that was measured reaches up to there.
    public synchronized void reached(Instant time) {
        long now = millis();
        Instant shown = at(now);
        floor = time.isAfter(shown) ? time : shown;
        floorMillis = now;
    }

    /// What is added to the wall clock as it went on since the start of the program.
    public synchronized long correctionMillis() {
        long now = millis();
        return Duration.between(wallAtStart.plusMillis(now - startMillis), at(now)).toMillis();
    }

    /// What the tutor must be told about the clock.
    public Optional<String> notice() {
        return Optional.ofNullable(notice);
    }

    private Instant at(long now) {
        Instant right = wallAtStart.plus(serverOffset).plusMillis(now - startMillis);
        Instant creeping = floor.plusMillis((now - floorMillis) / 2);
        return right.isAfter(creeping) ? right : creeping;
    }
}
