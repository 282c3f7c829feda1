package org.tutortimes.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Who waits for changes.
class LiveFeedTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private static final Topic UNIT = Topic.unit(10);

    @Test
    void firstChangeIsToldAtOnce() throws InterruptedException {
        try (LiveFeed feed = new LiveFeed();
                LiveFeed.View view = feed.view(UNIT)) {
            long seen = view.version();
            feed.changed(UNIT);

            assertThat(view.awaitChange(seen, LONG)).isGreaterThan(seen);
        }
    }

    @Test
    void manyChangesAreToldAtMostFourTimesASecond() throws InterruptedException {
        try (LiveFeed feed = new LiveFeed();
                LiveFeed.View view = feed.view(UNIT)) {
            long first = view.version();
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < Duration.ofMillis(900).toNanos()) {
                feed.changed(UNIT);
                Thread.onSpinWait();
            }
            long told = view.version();
            // On a busy machine more time may have passed than was meant to.
            long quarters = (System.nanoTime() - begin) / Duration.ofMillis(250).toNanos();

            assertThat(told - first).isBetween(1L, 1 + quarters);
            feed.changed(UNIT);
            assertThat(view.awaitChange(told, LONG)).isGreaterThan(told);
        }
    }

    @Test
    void otherTopicsAreNotTold() throws InterruptedException {
        try (LiveFeed feed = new LiveFeed();
                LiveFeed.View other = feed.view(Topic.unit(11));
                LiveFeed.View _ = feed.view(UNIT)) {
            long seen = other.version();
            feed.changed(UNIT);

            assertThat(other.awaitChange(seen, Duration.ofMillis(50))).isEqualTo(seen);
        }
    }

    @Test
    void whatIsViewedAgainHasAHigherVersionThanEver() {
        try (LiveFeed feed = new LiveFeed()) {
            long seen;
            try (LiveFeed.View view = feed.view(UNIT)) {
                seen = view.version();
            }
            feed.changed(UNIT);

            try (LiveFeed.View again = feed.view(UNIT)) {
                assertThat(again.version()).isGreaterThan(seen);
            }
        }
    }

    @Test
    void oneWhoGoesTakesNothingFromThoseWhoStay() throws InterruptedException {
        try (LiveFeed feed = new LiveFeed();
                LiveFeed.View stays = feed.view(UNIT)) {
            feed.view(UNIT).close();
            long seen = stays.version();
            feed.changed(UNIT);

            assertThat(stays.awaitChange(seen, LONG)).isGreaterThan(seen);
        }
    }

    @Test
    void thoseWhoWaitAreReleasedWhenTheFeedEnds() {
        LiveFeed feed = new LiveFeed();
        AtomicInteger released = new AtomicInteger();
        for (int viewer = 0; viewer < 100; viewer++) {
            Thread.startVirtualThread(() -> {
                try (LiveFeed.View view = feed.view(UNIT)) {
                    view.awaitChange(view.version(), LONG);
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
