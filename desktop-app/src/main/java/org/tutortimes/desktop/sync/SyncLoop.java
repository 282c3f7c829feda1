package org.tutortimes.desktop.sync;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tutortimes.desktop.account.AccountStore;
import org.tutortimes.desktop.account.TokenFile;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.journal.Journal;
import org.tutortimes.desktop.reference.ReferenceStore;
import org.tutortimes.desktop.store.LocalDatabase;
import org.tutortimes.desktop.web.ServerCalls;

/// Synchronises on its one thread: every 30 seconds, at once when there is something to send, and
/// after failures later and later. The next round is always planned.
public final class SyncLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final ScheduledExecutorService thread;
    private final RunningClock clock;
    private final NetworkWatch network;
    private final SyncRound round;
    private final boolean byItself;
    private @Nullable ScheduledFuture<?> next;
    private boolean running;
    private boolean woken;
    private boolean firm;
    private long nextNanos;

    /// What the loop works with.
    ///
    /// @param plainHttp whether a server without encryption was allowed
    /// @param byItself whether it plans its rounds; otherwise each is asked for by [#roundNow]
    public record Parts(
            LocalDatabase database,
            Journal journal,
            AccountStore accounts,
            ReferenceStore references,
            TokenFile tokens,
            ServerCalls calls,
            ServerOffset offset,
            Computer computer,
            boolean plainHttp,
            boolean byItself) {}

    public SyncLoop(Parts parts, SyncNews news) {
        Computer computer = parts.computer();
        this.byItself = parts.byItself();
        this.thread = computer.threads().apply("sync");
        this.clock = computer.clock();
        this.network = new NetworkWatch(computer.network().addresses());
        this.round =
                new SyncRound(
                        new SyncRound.Parts(
                                new Outbox(
                                        parts.database(),
                                        parts.journal(),
                                        parts.accounts(),
                                        parts.references()),
                                new SyncClient(parts.calls(), parts.plainHttp()),
                                parts.accounts(),
                                parts.tokens(),
                                parts.offset(),
                                computer.wall(),
                                parts.journal().device()),
                        news,
                        new Backoff(computer.random()));
    }

    /// There is something to send, or the network may be back.
    public synchronized void wake() {
        if (!byItself || thread.isShutdown()) {
            return;
        }
        if (running) {
            woken = true;
        } else if (!firm) {
            plan(Duration.ZERO);
        }
    }

    /// One round now, whatever is planned.
    ///
    /// @return how long the next would be waited for
    public CompletableFuture<Duration> roundNow() {
        return call(() -> {
            SyncRound.Outcome outcome = round.run();
            return outcome.delay();
        });
    }

    /// Sends what waits, as far as the network lets it, and then runs something on this thread.
    public <T> CompletableFuture<T> callAfterRound(Callable<T> work) {
        return call(() -> {
            try {
                round.run();
            } catch (RuntimeException e) {
                LOG.warn("What waits was not sent before", e);
            }
            return work.call();
        });
    }

    /// Runs something else that waits for the network on this thread.
    public <T> CompletableFuture<T> call(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            thread.execute(() -> {
                try {
                    answer.complete(work.call());
                } catch (Exception e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    private void go() {
        synchronized (this) {
            running = true;
            woken = false;
        }
        SyncRound.Outcome outcome = new SyncRound.Outcome(Backoff.LONGEST, false);
        try {
            outcome = round.run();
        } catch (RuntimeException e) {
            // The local disk, most likely; the timer says so at the next click.
            LOG.error("A round of synchronisation failed on this computer", e);
        }
        synchronized (this) {
            running = false;
            firm = outcome.firm();
            plan(woken && !firm ? Duration.ZERO : outcome.delay());
        }
    }

    /// Waits in short steps, to notice a new network in time. How long is left is read from the
    /// clock that goes on while the computer sleeps.
    private synchronized void plan(Duration wait) {
        nextNanos = clock.nanos() + wait.toNanos();
        planLook(wait);
    }

    private synchronized void planLook(Duration wait) {
        if (next != null) {
            next.cancel(false);
        }
        if (thread.isShutdown()) {
            return;
        }
        Duration step = wait.compareTo(LOOK_EVERY) > 0 ? LOOK_EVERY : wait;
        next = thread.schedule(this::look, step.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        Duration rest = rest();
        // The executor counts in milliseconds, the clock more finely.
        if (rest.toMillis() <= 0 || (network.changed() && mayStart())) {
            go();
        } else {
            planLook(rest);
        }
    }

    private synchronized Duration rest() {
        return Duration.ofNanos(nextNanos - clock.nanos());
    }

    private synchronized boolean mayStart() {
        return !firm;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
