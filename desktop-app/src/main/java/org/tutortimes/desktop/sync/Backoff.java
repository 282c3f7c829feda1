package org.tutortimes.desktop.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How long to wait after failures: anything up to a limit that doubles from a second to five
/// minutes, so that many computers that failed together do not come back together.
final class Backoff {
    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    void worked() {
        failures = 0;
    }

    /// @param asked how long the server wants to be left alone at least, or null
    Duration failed(@Nullable Duration asked) {
        long limit = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.min(failures, 20));
        failures++;
        Duration wait = Duration.ofMillis(random.nextLong(limit + 1));
        return asked == null ? wait : wait.plus(least(asked));
    }

    private static Duration least(Duration asked) {
        return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }
}
