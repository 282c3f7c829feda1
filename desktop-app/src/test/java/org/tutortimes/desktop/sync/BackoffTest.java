package org.tutortimes.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private static Duration longestAfter(int failures) {
        return IntStream.range(0, 2_000)
                .mapToObj(seed -> {
                    Backoff backoff = new Backoff(new Random(seed));
                    for (int failure = 1; failure < failures; failure++) {
                        backoff.failed(null);
                    }
                    return backoff.failed(null);
                })
                .max(Duration::compareTo)
                .orElseThrow();
    }

    @Test
    void theLimitDoublesFromASecondToFiveMinutes() {
        assertThat(longestAfter(1)).isBetween(Duration.ofMillis(900), Duration.ofSeconds(1));
        assertThat(longestAfter(4)).isBetween(Duration.ofMillis(7_500), Duration.ofSeconds(8));
        assertThat(longestAfter(40)).isBetween(Duration.ofSeconds(290), FIVE_MINUTES);
    }

    @Test
    void aSuccessStartsAnew() {
        Backoff backoff = new Backoff(new Random(1));
        for (int failure = 0; failure < 20; failure++) {
            backoff.failed(null);
        }
        backoff.worked();

        assertThat(backoff.failed(null)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aWishForHoursIsCutToOne() {
        assertThat(new Backoff(new Random(1)).failed(Duration.ofDays(9)))
                .isBetween(Duration.ofHours(1), Duration.ofHours(1).plusSeconds(1));
    }
}
