package org.tutortimes.desktop.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.store.SettingsStore;
import org.tutortimes.desktop.web.ServerReply.RoundTrip;

/// What must be added to this computer's wall clock to have the server's: the sample with the
/// smallest round trip of the last eight. Kept for the next start of the program.
public final class ServerOffset {
    private static final String SETTING = "server_offset_ms";
    private static final int SAMPLES = 8;
    private static final Duration FAR_OFF = Duration.ofMinutes(5);
    private static final Duration STEPPED = Duration.ofSeconds(2);

    private final SettingsStore settings;
    private final RunningClock clock;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private volatile Duration kept;
    private boolean told;

    /// @param wallLead how far the wall clock was ahead of the running clock
    private record Sample(Duration roundTrip, Duration offset, Duration wallLead) {}

    public ServerOffset(SettingsStore settings, RunningClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.kept =
                settings.get(SETTING)
                        .map(text -> Duration.ofMillis(Long.parseLong(text)))
                        .orElse(Duration.ZERO);
    }

    /// As it was learned last; nothing where no server was ever met.
    public Duration kept() {
        return kept;
    }

    /// Learns from a round trip.
    ///
    /// @return what the tutor must be told of this computer's clock, once in a run
    Optional<String> learn(RoundTrip roundTrip, Instant serverTime) {
        Duration lead = Duration.between(Instant.EPOCH, roundTrip.sent()).minusNanos(clock.nanos());
        // What was learned before somebody set the wall clock says nothing of it now.
        samples.removeIf(old ->
                old.wallLead().minus(lead).abs().compareTo(STEPPED.plus(old.roundTrip())) > 0);
        samples.add(new Sample(roundTrip.length(), roundTrip.offsetTo(serverTime), lead));
        if (samples.size() > SAMPLES) {
            samples.remove();
        }
        Duration best =
                samples.stream()
                        .min(Comparator.comparing(Sample::roundTrip))
                        .orElseThrow()
                        .offset();
        if (best.toMillis() != kept.toMillis()) {
            settings.put(SETTING, Long.toString(best.toMillis()));
            kept = Duration.ofMillis(best.toMillis());
        }
        boolean farOff = best.abs().compareTo(FAR_OFF) > 0;
        if (!farOff || told) {
            return Optional.empty();
        }
        told = true;
        return Optional.of(
                ("This computer's clock is %d minutes %s. Times are corrected from the next start"
                                + " of Tutor Times on; durations are right in any case.")
                        .formatted(best.abs().toMinutes(), best.isNegative() ? "ahead" : "behind"));
    }
}
