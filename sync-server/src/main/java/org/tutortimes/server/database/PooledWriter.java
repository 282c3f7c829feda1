package org.tutortimes.server.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes on PostgreSQL: a transaction each, on the caller's thread, several at once. Where two are
/// in each other's way so that the database ends one, that one runs again from its start.
final class PooledWriter implements Writer {

    private static final Logger LOG = LoggerFactory.getLogger(PooledWriter.class);
    private static final int MOST_ATTEMPTS = 10;
    private static final int MOST_IN_BACKGROUND = 2_000;
    private static final int LONGEST_CLOSING_SECONDS = 10;

    /// What follows the commit of the write that this thread is doing.
    private static final ScopedValue<List<Runnable>> FOLLOWING = ScopedValue.newInstance();

    private final ConnectionPool pool;
    private final ThreadPoolExecutor background =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(MOST_IN_BACKGROUND),
                    Thread.ofVirtual().name("writes in the background").factory());

    PooledWriter(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        if (FOLLOWING.isBound()) {
            throw new IllegalStateException("a write inside a write would wait for itself");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(work);
            } catch (RuntimeException e) {
                if (attempt == MOST_ATTEMPTS || !Postgres.isWorthAnotherAttempt(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private <T> T attempt(Function<Handle, T> work) {
        List<Runnable> following = new ArrayList<>();
        T result =
                pool.with(handle -> {
                    T made = ScopedValue.where(FOLLOWING, following).call(() -> work.apply(handle));
                    Postgres.commit(handle);
                    return made;
                });
        following.forEach(PooledWriter::runQuietly);
        return result;
    }

    @Override
    public void writeLater(Function<Handle, ?> work) {
        try {
            background.execute(() -> writeQuietly(work));
        } catch (RejectedExecutionException e) {
            LOG.warn("A write in the background was left out: too many wait", e);
        }
    }

    private void writeQuietly(Function<Handle, ?> work) {
        try {
            Object _ = write(work::apply);
        } catch (RuntimeException e) {
            LOG.warn("A write in the background failed", e);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        if (!FOLLOWING.isBound()) {
            throw new IllegalStateException("there is no write that this could wait for");
        }
        FOLLOWING.get().add(action);
    }

    @Override
    public void close() {
        background.shutdown();
        try {
            if (!background.awaitTermination(LONGEST_CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Writes in the background were left out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.close();
    }

    /// Longer each time, and never the same for two who are in each other's way.
    private static void pause(int attempt) {
        long millis = ThreadLocalRandom.current().nextLong(1, 1 + 10L * attempt);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static void runQuietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("What follows a commit failed", e);
        }
    }
}
