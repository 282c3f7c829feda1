package org.tutortimes.desktop.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tutortimes.desktop.idle.InputIdle.Reading;
import org.tutortimes.desktop.idle.InputIdle.SinceInput;
import org.tutortimes.desktop.idle.InputIdle.Unavailable;

class ScreenSaverUnitTest {
    private final ScreenSaverUnit unit = new ScreenSaverUnit();

    @Test
    void aNumberThatGrowsByAThousandASecondIsInMilliseconds() {
        for (int second = 0; second < 60; second++) {
            assertThat(at(second, 250 + second * 1_000L))
                    .isEqualTo(new SinceInput(Duration.ofMillis(250 + second * 1_000L)));
        }
    }

    @Test
    void aNumberThatGrowsByOneASecondIsInSeconds() {
        for (int second = 0; second < 60; second++) {
            at(second, second);
        }

        assertThat(at(600, 600)).isEqualTo(new SinceInput(Duration.ofMinutes(10)));
    }

    @Test
    void typingDoesNotMakeMillisecondsLookLikeSeconds() {
        for (int second = 0; second < 600; second++) {
            long millis = second * 37L % 900;
            assertThat(at(second, millis)).isEqualTo(new SinceInput(Duration.ofMillis(millis)));
        }
    }

    @Test
    void aServiceThatAlwaysAnswersZeroIsUnavailable() {
        assertThat(at(0, 0)).isEqualTo(new SinceInput(Duration.ZERO));
        assertThat(at(119, 0)).isEqualTo(new SinceInput(Duration.ZERO));

        assertThat(at(120, 0)).isInstanceOf(Unavailable.class);
    }

    private Reading at(long second, long number) {
        return unit.reading(number, Duration.ofSeconds(second).toNanos());
    }
}
