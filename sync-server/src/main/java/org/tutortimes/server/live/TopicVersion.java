package org.tutortimes.server.live;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The version of a topic, as its viewers are told.
final class TopicVersion {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition published = lock.newCondition();
    private final LongSupplier versions;
    private long version;
    private @Nullable Long publishedAt;
    private @Nullable Future<?> next;
    private boolean ended;

    /// How many view it; the feed counts them.
    int viewers;

    /// @param versions gives a higher number each time
    TopicVersion(LongSupplier versions) {
        this.versions = versions;
        this.version = versions.getAsLong();
    }

    void changed(ScheduledExecutorService publisher, long pauseNanos) {
        lock.lock();
        try {
            if (next != null || ended) {
                return;
            }
            Long last = publishedAt;
            long wait = last == null ? 0 : Math.max(0, pauseNanos - (System.nanoTime() - last));
            next = publisher.schedule(this::publish, wait, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The feed has just ended, and with it all who would hear of this.
            ended = true;
        } finally {
            lock.unlock();
        }
    }

    long current() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    long awaitOther(long seen, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (version == seen && !ended && left > 0) {
                left = published.awaitNanos(left);
            }
            return version;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            published.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void publish() {
        lock.lock();
        try {
            version = versions.getAsLong();
            publishedAt = System.nanoTime();
            next = null;
            published.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
