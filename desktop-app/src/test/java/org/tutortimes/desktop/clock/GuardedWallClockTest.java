package org.tutortimes.desktop.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuardedWallClockTest {
    private final AtomicLong steadyNanos = new AtomicLong(5);
    private final AtomicLong wallMillis = new AtomicLong(1_795_000_000_000L);
    private final GuardedWallClock clock = new GuardedWallClock(steadyNanos::get, wallMillis::get);

    @Test
    void itFollowsTheSteadyClock() {
        pass(Duration.ofMillis(1_500), Duration.ofMillis(1_499));

        assertThat(clock.nanos()).isEqualTo(Duration.ofMillis(1_500).toNanos());
    }

    @Test
    void sleepThatTheSteadyClockMissedIsCounted() {
        pass(Duration.ofSeconds(1), Duration.ofHours(8));

        assertThat(clock.nanos()).isEqualTo(Duration.ofHours(8).toNanos());
    }

    @Test
    void aWallClockSetBackNeitherTurnsItBackNorStopsIt() {
        pass(Duration.ofSeconds(1), Duration.ofHours(-3));
        assertThat(clock.nanos()).isEqualTo(Duration.ofSeconds(1).toNanos());

        pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(clock.nanos()).isEqualTo(Duration.ofSeconds(2).toNanos());
    }

    private void pass(Duration steady, Duration wall) {
        steadyNanos.addAndGet(steady.toNanos());
        wallMillis.addAndGet(wall.toMillis());
    }
}
