package org.tutortimes.desktop.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WindowIdleTest {
    private final VirtualNanos clock = new VirtualNanos();
    private final WindowIdle idle = new WindowIdle(clock);

    @Test
    void idleTimeGrowsFromTheStartOfTheProgram() {
        clock.advance(Duration.ofMinutes(3));

        assertThat(idle.read().elapsed()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void inputStartsItAnew() {
        clock.advance(Duration.ofMinutes(3));
        idle.inputSeen();
        clock.advance(Duration.ofSeconds(4));

        assertThat(idle.read().elapsed()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void anEarlierInputToldLaterChangesNothing() {
        clock.advance(Duration.ofMinutes(3));
        idle.inputSeen();
        idle.inputSeen(Duration.ofMinutes(2));

        assertThat(idle.read().elapsed()).isZero();
    }

    @Test
    void itDoesNotPretendToSeeOtherPrograms() {
        assertThat(idle.isSystemWide()).isFalse();
        assertThat(idle.name()).isEqualTo("this window only");
    }
}
