package org.tutortimes.server.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// The one thread that writes. What is asked for while it works is done in one transaction. The
/// failure of one piece leaves its neighbours alone: where one fails, the group is undone and done
/// again with a savepoint for each piece. Most groups have no failure, and a savepoint costs as
/// much as several statements. A result is given only after the commit, and a failed commit fails
/// all of its group.
final class GroupWriter implements Writer {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    private static final int MOST_WAITING = 2_000;
    private static final int LARGEST_GROUP = 200;

    private final Handle handle;
    private final BlockingQueue<Piece<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final boolean ownThread;
    private final Thread thread;
    private volatile boolean closing;
    private @Nullable Piece<?> current;

    /// One write that somebody waits for.
    private static final class Piece<T> {
        private final Function<Handle, T> work;
        private final CompletableFuture<T> outcome = new CompletableFuture<>();
        private final List<Runnable> afterCommit = new ArrayList<>();
        private @Nullable T result;

        Piece(Function<Handle, T> work) {
            this.work = work;
        }

        void run(Handle handle) {
            afterCommit.clear();
            result = work.apply(handle);
        }

        void succeed() {
            outcome.complete(result);
        }
    }

    private GroupWriter(Handle handle, boolean ownThread) {
        this.handle = handle;
        this.ownThread = ownThread;
        this.thread = Thread.ofPlatform().name("database writer").unstarted(this::loop);
    }

    /// One that writes on a thread of its own.
    static GroupWriter onItsThread(Handle handle) {
        GroupWriter writer = new GroupWriter(handle, true);
        writer.thread.start();
        return writer;
    }

    /// One for a single caller, on whose thread it writes.
    static GroupWriter onCallersThread(Handle handle) {
        return new GroupWriter(handle, false);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        try {
            return submit(work).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void writeLater(Function<Handle, ?> work) {
        CompletableFuture<?> outcome = submit(work::apply);
        var _ =
                outcome.whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOG.warn("A write in the background failed", failure);
                    }
                });
    }

    /// Queues a write. Its result comes when it is durable.
    private <T> CompletableFuture<T> submit(Function<Handle, T> work) {
        if (isInWrite()) {
            throw new IllegalStateException("a write inside a write would wait for itself");
        }
        Piece<T> piece = new Piece<>(work);
        if (closing || !waiting.offer(piece)) {
            throw new Refused(new Refusal.Busy(1));
        }
        if (!ownThread) {
            writeGroup(waiting.remove());
        }
        return piece.outcome;
    }

    private boolean isInWrite() {
        return ownThread ? Thread.currentThread().equals(thread) : current != null;
    }

    @Override
    public void afterCommit(Runnable action) {
        Piece<?> piece = current;
        if (!isInWrite() || piece == null) {
            throw new IllegalStateException("there is no write that this could wait for");
        }
        piece.afterCommit.add(action);
    }

    /// Finishes what waits, then ends.
    @Override
    public void close() {
        closing = true;
        try {
            if (thread.isAlive()) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        handle.close();
    }

    private void loop() {
        while (!closing || !waiting.isEmpty()) {
            try {
                Piece<?> first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    writeGroup(first);
                }
            } catch (InterruptedException e) {
                closing = true;
            }
        }
    }

    private void writeGroup(Piece<?> first) {
        List<Piece<?>> group = new ArrayList<>();
        List<Piece<?>> done;
        try {
            done = runTogether(first, group) ? group : runEachApart(group);
            Sqlite.commit(handle);
        } catch (RuntimeException | Error e) {
            failAll(first, group, e);
            return;
        }
        done.forEach(Piece::succeed);
        done.forEach(piece -> piece.afterCommit.forEach(GroupWriter::runQuietly));
    }

    /// Gathers a group while running it in one transaction, without savepoints.
    ///
    /// @return false where a piece failed, which undoes the whole
    private boolean runTogether(Piece<?> first, List<Piece<?>> group) {
        Sqlite.begin(handle);
        Piece<?> next = first;
        try {
            while (next != null) {
                group.add(next);
                run(next);
                next = group.size() < LARGEST_GROUP ? waiting.poll() : null;
            }
            return true;
        } catch (RuntimeException e) {
            LOG.debug("A write failed, and its group is done again with a savepoint each", e);
            undoAll(e);
            return false;
        }
    }

    /// @return the pieces that stay in the transaction
    private List<Piece<?>> runEachApart(List<Piece<?>> group) {
        Sqlite.begin(handle);
        List<Piece<?>> done = new ArrayList<>();
        for (Piece<?> piece : group) {
            if (runApart(piece)) {
                done.add(piece);
            }
        }
        return done;
    }

    private void run(Piece<?> piece) {
        current = piece;
        try {
            piece.run(handle);
        } finally {
            current = null;
        }
    }

    /// Runs one piece under a savepoint.
    ///
    /// @return whether it stays in the transaction
    private boolean runApart(Piece<?> piece) {
        Sqlite.savepoint(handle);
        try {
            run(piece);
        } catch (RuntimeException e) {
            // Where the database has undone the whole transaction by itself, as on a full disk,
            // this fails too, and with it the group.
            undo(piece, e);
            return false;
        }
        Sqlite.release(handle);
        return true;
    }

    private void undo(Piece<?> piece, RuntimeException failure) {
        try {
            Sqlite.rollbackToSavepoint(handle);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            throw failure;
        }
        piece.outcome.completeExceptionally(failure);
    }

    /// Where the database has undone everything by itself, as on a full disk, there is nothing left
    /// to do again.
    private void undoAll(RuntimeException failure) {
        try {
            Sqlite.rollback(handle);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private void failAll(Piece<?> first, List<Piece<?>> group, Throwable failure) {
        try {
            Sqlite.rollback(handle);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        first.outcome.completeExceptionally(failure);
        group.forEach(piece -> piece.outcome.completeExceptionally(failure));
    }

    private static void runQuietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("What follows a commit failed", e);
        }
    }
}
