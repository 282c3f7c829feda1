package org.tutortimes.server.live;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// How often a unit has changed, as its viewers are told.
final class UnitVersion {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition published = lock.newCondition();
    private long version;
    private long publishedAt;
    private @Nullable Future<?> next;
    private boolean ended;

    void changed(ScheduledExecutorService publisher, long pauseNanos) {
        lock.lock();
        try {
            if (next != null || ended) {
                return;
            }
            long sinceLast = System.nanoTime() - publishedAt;
            long wait = version == 0 ? 0 : Math.max(0, pauseNanos - sinceLast);
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
            version++;
            publishedAt = System.nanoTime();
            next = null;
            published.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
