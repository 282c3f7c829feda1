package org.tutortimes.trust.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// A thread that is none: what it is given to do at once is done by the caller, and what is for
/// later when [#runDue] is called and the time has come. What repeats is done once, however late it
/// is.
final class Agenda extends AbstractExecutorService implements ScheduledExecutorService {
    private final LongSupplier nowMillis;
    private final List<Entry> entries = new ArrayList<>();
    private long added;
    private boolean over;

    Agenda(LongSupplier nowMillis) {
        this.nowMillis = nowMillis;
    }

    /// Does what is due, in the order of its times.
    void runDue() {
        Entry next = due();
        while (next != null) {
            entries.remove(next);
            if (next.periodMillis > 0) {
                next.atMillis = nowMillis.getAsLong() + next.periodMillis;
                next.order = added++;
                entries.add(next);
            }
            next.work.run();
            next = due();
        }
    }

    private @Nullable Entry due() {
        return over
                ? null
                : entries.stream()
                        .filter(entry -> entry.atMillis <= nowMillis.getAsLong())
                        .min(
                                Comparator.<Entry>comparingLong(entry -> entry.atMillis)
                                        .thenComparingLong(entry -> entry.order))
                        .orElse(null);
    }

    @Override
    public void execute(Runnable work) {
        if (over) {
            throw new RejectedExecutionException("This thread has ended.");
        }
        work.run();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        return add(work, unit.toMillis(delay), 0);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(
            Runnable work, long delay, long period, TimeUnit unit) {
        return add(work, unit.toMillis(delay), unit.toMillis(period));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
            Runnable work, long delay, long pause, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    private Entry add(Runnable work, long delayMillis, long periodMillis) {
        if (over) {
            throw new RejectedExecutionException("This thread has ended.");
        }
        Entry entry = new Entry(work, nowMillis.getAsLong() + delayMillis, periodMillis, added++);
        entries.add(entry);
        return entry;
    }

    @Override
    public void shutdown() {
        over = true;
        entries.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return over;
    }

    @Override
    public boolean isTerminated() {
        return over;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return over;
    }

    @NullUnmarked
    private final class Entry extends FutureTask<Void> implements RunnableScheduledFuture<Void> {
        private final Runnable work;
        private final long periodMillis;
        private long atMillis;
        private long order;

        Entry(Runnable work, long atMillis, long periodMillis, long order) {
            super(work, null);
            this.work = work;
            this.atMillis = atMillis;
            this.periodMillis = periodMillis;
            this.order = order;
        }

        @Override
        public boolean cancel(boolean interrupt) {
            return entries.remove(this);
        }

        @Override
        public boolean isPeriodic() {
            return periodMillis > 0;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(atMillis - nowMillis.getAsLong(), TimeUnit.MILLISECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(
                    getDelay(TimeUnit.MILLISECONDS), other.getDelay(TimeUnit.MILLISECONDS));
        }
    }
}
