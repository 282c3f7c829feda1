package org.tutortimes.desktop.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickCountTest {

    @Test
    void ticksAreCountedOverTheWrapOfThe32BitCounter() {
        assertThat(TickCount.millisBetween(0xFFFF_FF00, 0x0000_0100)).isEqualTo(0x200);
        assertThat(TickCount.millisBetween(Integer.MAX_VALUE, Integer.MIN_VALUE)).isEqualTo(1);
        assertThat(TickCount.millisBetween(1_000, 601_000)).isEqualTo(600_000);
    }

    @Test
    void anIdleTimeOfMoreThanHalfTheCounterIsKept() {
        assertThat(TickCount.millisBetween(0, (int) 3_000_000_000L)).isEqualTo(3_000_000_000L);
    }

    @Test
    void anInputSlightlyAheadOfTheCounterIsJustNow() {
        assertThat(TickCount.millisBetween(1_016, 1_000)).isZero();
    }

    @Test
    void scalingKeepsAllDigitsAndDoesNotOverflow() {
        long threeYearsOfTicks = 24_000_000L * 86_400 * 1_095;

        assertThat(TickCount.scale(threeYearsOfTicks, 125, 3))
                .isEqualTo(1_000_000_000L * 86_400 * 1_095);
        assertThat(TickCount.scale(7, 125, 3)).isEqualTo(291);
        assertThat(TickCount.scale(Long.MAX_VALUE, 1, 1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theFirstNumberOfProcUptimeIsReadToTheHundredth() {
        assertThat(TickCount.uptimeNanos("350735.47 234388.90\n")).isEqualTo(350_735_470_000_000L);
        assertThat(TickCount.uptimeNanos("12 3")).isEqualTo(12_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "up 3 days", "-1.00 2.00", "1,5 2", "99999999999.0 1"})
    void whatIsNoUptimeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TickCount.uptimeNanos(text));
    }
}
