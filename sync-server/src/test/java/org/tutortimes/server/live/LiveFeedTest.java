package org.tutortimes.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Who waits for a unit's changes.
class LiveFeedTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void firstChangeIsToldAtOnce() throws InterruptedException {
        try (LiveFeed feed = new LiveFeed()) {
            long seen = feed.version(10);
            feed.changed(10);

            assertThat(feed.awaitChange(10, seen, LONG)).isGreaterThan(seen);
        }
    }

    @Test
    void manyChangesAreToldAtMostFourTimesASecond() throws InterruptedException {
        try (LiveFeed feed = new LiveFeed()) {
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < Duration.ofMillis(900).toNanos()) {
                feed.changed(10);
                Thread.onSpinWait();
            }
            long told = feed.version(10);
            // On a busy machine more time may have passed than was meant to.
            long quarters = (System.nanoTime() - begin) / Duration.ofMillis(250).toNanos();

            assertThat(told).isBetween(1L, 1 + quarters);
            feed.changed(10);
            assertThat(feed.awaitChange(10, told, LONG)).isGreaterThan(told);
        }
    }

    @Test
    void otherUnitsAreNotTold() throws InterruptedException {
        try (LiveFeed feed = new LiveFeed()) {
            feed.changed(10);

            assertThat(feed.awaitChange(11, 0, Duration.ofMillis(50))).isZero();
        }
    }

    @Test
    void thoseWhoWaitAreReleasedWhenTheFeedEnds() {
        LiveFeed feed = new LiveFeed();
        AtomicInteger released = new AtomicInteger();
        for (int viewer = 0; viewer < 100; viewer++) {
            Thread.startVirtualThread(() -> {
                try {
                    feed.awaitChange(10, 0, LONG);
                    released.incrementAndGet();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        feed.close();

        await().untilAsserted(() -> assertThat(released).hasValue(100));
    }

    @Test
    void contentIsMadeOncePerVersion() {
        LatestContent<String, String> contents = new LatestContent<>();
        AtomicInteger made = new AtomicInteger();

        contents.get("unit", 1, () -> "first " + made.incrementAndGet());
        String again = contents.get("unit", 1, () -> "again " + made.incrementAndGet());
        String later = contents.get("unit", 2, () -> "later " + made.incrementAndGet());

        assertThat(again).isEqualTo("first 1");
        assertThat(later).isEqualTo("later 2");
    }
}
