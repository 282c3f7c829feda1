package org.tutortimes.desktop.timer;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tutortimes.desktop.clock.DeviceClock;
import org.tutortimes.desktop.idle.InputIdle;
import org.tutortimes.desktop.journal.EventPen;
import org.tutortimes.desktop.journal.HeartbeatStore;
import org.tutortimes.desktop.journal.Journal;
import org.tutortimes.desktop.store.StorageFailure;
import org.tutortimes.model.idle.IdleRule;
import org.tutortimes.model.timer.PauseReason;

/// The timer, on its one thread: each action is durable before its answer and its snapshot.
///
/// An end of the program is [#close] for the thread, after [#pauseForQuit] for the session.
public final class TimerKeeper implements TimerActions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TimerKeeper.class);

    private final ScheduledExecutorService thread;
    private final Setting setting;
    private final TimerState state;
    private final TimerSteps steps;
    private final IdleWatch watch;
    private final LearnedEvents learned;
    private final SnapshotMaker snapshots;
    private final Consumer<TimerSnapshot> listener;
    private Optional<CrashRecovery.Finding> crash;
    private LocalDate shownDay;
    private long lastTickMillis;
    private boolean troubled;

    /// What the timer works with.
    ///
    /// @param threshold how long without input is idle
    /// @param queued called when there is something to send, and after the computer slept
    /// @param presence hears every second of somebody who works while the timer runs
    /// @param thread its one thread, which ends with it
    public record Setting(
            Journal journal,
            HeartbeatStore heartbeats,
            DeviceClock clock,
            InputIdle input,
            Supplier<ZoneId> zone,
            Supplier<UUID> ids,
            Supplier<Duration> threshold,
            ChoiceNames names,
            Runnable queued,
            Consumer<Presence> presence,
            ScheduledExecutorService thread) {}

    /// Makes the timer, and pauses what a crash left running.
    ///
    /// @param listener gets every new snapshot, on the timer thread
    public TimerKeeper(Setting setting, Consumer<TimerSnapshot> listener) {
        this.setting = setting;
        this.thread = setting.thread();
        this.listener = listener;
        DeviceClock clock = setting.clock();
        Journal journal = setting.journal();
        EventPen pen = new EventPen(journal, clock, setting.ids(), setting.zone());
        HeartbeatStore heartbeats = setting.heartbeats();
        this.crash = new CrashRecovery(journal, heartbeats, pen).recover();
        this.state = new TimerState(pen, setting.queued());
        this.steps = new TimerSteps(state, clock, journal);
        this.watch =
                new IdleWatch(
                        state,
                        clock,
                        setting.input(),
                        heartbeats,
                        setting.threshold(),
                        setting.presence());
        this.learned = new LearnedEvents(state, clock, journal);
        this.snapshots = new SnapshotMaker(state, clock, setting.names(), setting.zone());
        this.shownDay = snapshots.today();
        this.lastTickMillis = clock.millis();
        clock.notice().ifPresent(state::tell);
    }

    /// Looks at the clock and the input every second from now on.
    public void startTicking() {
        var _ = thread.scheduleAtFixedRate(this::tickNow, 1, 1, TimeUnit.SECONDS);
    }

    /// One look at the clock and the input.
    public CompletableFuture<Void> tick() {
        return CompletableFuture.runAsync(this::tickNow, thread);
    }

    /// Shows and records for this account from now on, or for nobody. What runs is paused first,
    /// unless it is the same account's, which only signs in again.
    public CompletableFuture<Void> useAccount(@Nullable String account) {
        return act(() -> {
            if (account != null && account.equals(state.account())) {
                return;
            }
            if (state.running() != null) {
                steps.pause(PauseReason.BY_HAND);
            }
            state.belongTo(account);
            reload();
            tellOfCrash();
        });
    }

    /// Events of these sessions came from elsewhere, or were confirmed by the server.
    public CompletableFuture<Void> learned(Collection<UUID> sessions) {
        return act(() -> learned.learn(sessions));
    }

    /// Shows everything again, under names that may be better known now.
    public CompletableFuture<Void> refresh() {
        return act(() -> {});
    }

    /// Tells the tutor something that is not about one session.
    public CompletableFuture<Void> tell(String notice) {
        return act(() -> state.tell(notice));
    }

    @Override
    public CompletableFuture<Void> start(Choice choice) {
        return act(() -> {
            steps.start(choice);
            watch.begun();
            setting.names().used(choice.unitRoleId(), choice.target(), setting.clock().now());
        });
    }

    @Override
    public CompletableFuture<Void> pause() {
        return act(() -> {
            // The look before this action may have found a sleep, and paused already.
            if (state.absence() == null) {
                steps.pause(PauseReason.BY_HAND);
            }
        });
    }

    @Override
    public CompletableFuture<Void> resume() {
        return act(opening(steps::resume));
    }

    @Override
    public CompletableFuture<Void> resume(UUID sessionId) {
        return act(opening(() -> steps.resume(sessionId)));
    }

    @Override
    public CompletableFuture<Void> complete() {
        return act(steps::complete);
    }

    @Override
    public CompletableFuture<Void> keepAwayAndResume() {
        return act(opening(steps::resumeKeeping));
    }

    @Override
    public CompletableFuture<Void> discardAwayAndResume() {
        return act(opening(steps::resumeDiscarding));
    }

    @Override
    public CompletableFuture<Void> completeAtAway() {
        return act(steps::completeAtAway);
    }

    @Override
    public CompletableFuture<Void> dismissNotice() {
        return act(state::noticeRead);
    }

    @Override
    public CompletableFuture<Void> pauseForQuit() {
        return act(() -> {
            if (state.running() != null) {
                steps.pause(PauseReason.QUIT);
            }
        });
    }

    @Override
    public void close() {
        thread.close();
    }

    private Runnable opening(Runnable step) {
        return () -> {
            step.run();
            watch.begun();
        };
    }

    /// Runs one action on the timer thread, after a look at the clock: a click may come before the
    /// tick that would have seen that the computer slept.
    private CompletableFuture<Void> act(Runnable action) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        try {
            thread.execute(() -> answer(action, answer));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new TimerFailure("The timer has ended.", e));
        }
        return answer;
    }

    private void answer(Runnable action, CompletableFuture<Void> answer) {
        try {
            watch.tick();
            action.run();
            publish();
            answer.complete(null);
        } catch (TimerFailure e) {
            answer.completeExceptionally(e);
        } catch (RuntimeException e) {
            LOG.error("An action on the timer failed", e);
            answer.completeExceptionally(new TimerFailure(StorageFailure.sentence(e), e));
        }
    }

    private void tickNow() {
        try {
            long now = setting.clock().millis();
            if (now - lastTickMillis >= IdleRule.SLEEP_GAP_MILLIS) {
                setting.queued().run();
            }
            lastTickMillis = now;
            boolean changed = watch.tick();
            changed |= learned.settle();
            LocalDate today = snapshots.today();
            if (!today.equals(shownDay)) {
                reload();
                changed = true;
            }
            troubled = false;
            if (changed) {
                publish();
            }
        } catch (RuntimeException e) {
            // Tried again every second; said once.
            if (!troubled) {
                LOG.error("The timer could not write what it saw", e);
                state.tell(StorageFailure.sentence(e));
                publish();
            }
            troubled = true;
        }
    }

    private void reload() {
        shownDay = snapshots.today();
        String account = state.account();
        state.book()
                .load(
                        account == null
                                ? List.of()
                                : setting.journal().shownFrom(account, snapshots.weekStart()));
    }

    private void publish() {
        listener.accept(snapshots.snapshot());
    }

    private void tellOfCrash() {
        crash.filter(found -> found.account().equals(state.account()))
                .ifPresent(found -> {
                    crash = Optional.empty();
                    Choice choice =
                            setting.names()
                                    .named(found.session().unitRoleId(), found.session().target());
                    state.tell(found.sentence(choice, setting.zone().get()));
                });
    }
}
