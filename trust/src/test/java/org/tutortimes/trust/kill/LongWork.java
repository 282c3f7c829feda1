package org.tutortimes.trust.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A desktop on which a session runs undisturbed until it is killed, some time after a heartbeat.
final class LongWork implements AutoCloseable {

    private static final long BEAT_EVERY_MILLIS = 15_000;
    private static final long TICK_MILLIS = 1_000;
    // What a busy machine may add to a tick.
    private static final long BUSY_MILLIS = 2_000;

    private final KilledDesk desk;
    private final SplittableRandom random;
    private long clickedAt;
    private long confirmedAt;
    private long dueAt;
    private int kills;

    LongWork(KilledDesk desk, long seed) {
        this.desk = desk;
        this.random = new SplittableRandom(seed);
    }

    void begin() throws IOException {
        var _ = desk.open();
        work();
    }

    private void work() throws IOException {
        clickedAt = System.nanoTime();
        desk.work();
        confirmedAt = System.nanoTime();
        dueAt =
                confirmedAt
                        + TimeUnit.MILLISECONDS.toNanos(
                                BEAT_EVERY_MILLIS + TICK_MILLIS + random.nextInt(1_000, 4_000));
    }

    int kills() {
        return kills;
    }

    KilledDesk desk() {
        return desk;
    }

    /// Kills it where it has worked long enough, and lets it work again.
    void killWhenDue() throws IOException, InterruptedException {
        if (System.nanoTime() >= dueAt) {
            kill();
            work();
        }
    }

    /// Kills it when it has worked long enough; it is open afterwards.
    void killAtLast() throws IOException, InterruptedException {
        LockSupport.parkNanos(dueAt - System.nanoTime());
        kill();
    }

    private void kill() throws IOException, InterruptedException {
        long leastWorked = System.nanoTime() - confirmedAt;
        desk.kill();
        long mostWorked = System.nanoTime() - clickedAt;
        kills++;
        JsonNode crash = Objects.requireNonNull(desk.open(), "nothing ran at the kill");
        assertThat(crash.path("worked_ms").asLong())
                .as("what the crash leaves of %d ns", leastWorked)
                .isBetween(
                        Math.max(
                                BEAT_EVERY_MILLIS,
                                TimeUnit.NANOSECONDS.toMillis(leastWorked)
                                        - BEAT_EVERY_MILLIS
                                        - TICK_MILLIS
                                        - BUSY_MILLIS),
                        TimeUnit.NANOSECONDS.toMillis(mostWorked));
    }

    @Override
    public void close() {
        desk.close();
    }
}
