package org.tutortimes.desktop.window;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.TimerActions;
import org.tutortimes.desktop.timer.TimerFailure;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.desktop.timer.TimerSnapshot.Current;
import org.tutortimes.model.report.DurationText;

/// The timer as the window's upper half shows it, and what its buttons do.
///
/// Lives on one thread, the window's; only the answers to actions come back through the executor.
public final class TimerViewModel {
    static final TimerSnapshot NOTHING = new TimerSnapshot(null, null, List.of(), 0, 0, null, null);

    private static final String NAME = "Tutor Times";

    private final TimerActions actions;
    private final LongSupplier runningMillis;
    private final Executor windowThread;

    private final ObjectProperty<TimerSnapshot> snapshot = new SimpleObjectProperty<>(NOTHING);
    private final ObjectProperty<@Nullable Choice> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<Duration> threshold;
    private final ObservableValue<TimerLook> look;
    private final ReadOnlyStringWrapper figure = new ReadOnlyStringWrapper("0:00:00");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(NAME);
    private boolean isBusy;

    /// Shows nothing until the first snapshot comes.
    ///
    /// @param runningMillis the running clock that the snapshots count on
    /// @param windowThread where answers to actions are shown
    /// @param threshold how long without input is idle, as the settings have it
    public TimerViewModel(
            TimerActions actions,
            LongSupplier runningMillis,
            Executor windowThread,
            ObjectProperty<Duration> threshold,
            TimeText times) {
        this.actions = actions;
        this.runningMillis = runningMillis;
        this.windowThread = windowThread;
        this.threshold = threshold;
        this.look =
                Bindings.createObjectBinding(
                        () ->
                                TimerLook.of(
                                        snapshot.get().current(),
                                        chosen.get(),
                                        this.threshold.get(),
                                        times),
                        snapshot,
                        chosen,
                        this.threshold);
        look.subscribe(this::entitle);
        figure.subscribe(this::entitle);
    }

    private void entitle() {
        String brief = look.getValue().brief();
        title.set(brief.isEmpty() ? NAME : figure.get() + " · " + brief + " – " + NAME);
    }

    /// Takes over what the timer thread published. What one account has chosen is none of
    /// another's: its time would bear a role that the server refuses.
    public void show(TimerSnapshot newest) {
        Current before = snapshot.get().current();
        if (!Objects.equals(snapshot.get().account(), newest.account())) {
            chosen.set(null);
        }
        snapshot.set(newest);
        Current current = newest.current();
        if (current != null && !isSame(before, current)) {
            chosen.set(current.choice());
        }
        tick();
    }

    private static boolean isSame(@Nullable Current before, Current now) {
        return before != null && before.sessionId().equals(now.sessionId());
    }

    /// Brings the figure up to date.
    public void tick() {
        figure.set(DurationText.clock(figureMillis() / 1_000));
    }

    /// What the figure stands at: closed segments and the open one so far.
    public long figureMillis() {
        Current current = snapshot.get().current();
        return current == null ? 0 : current.closedMillis() + openMillis();
    }

    /// The open segment so far; 0 while nothing runs.
    public long openMillis() {
        Current current = snapshot.get().current();
        if (current == null || current.runningSince() == null) {
            return 0;
        }
        return Math.max(0, runningMillis.getAsLong() - current.runningSinceMillis());
    }

    /// What the main button does; not for [TimerLook.Primary#CHOOSE], which the window answers.
    public void primary() {
        switch (look.getValue().primary()) {
            case CHOOSE -> {}
            case START -> start();
            case PAUSE -> perform(actions::pause);
            case RESUME -> resume();
        }
    }

    /// While time away waits for a word, only the banner's own buttons decide about it: the key
    /// that somebody pressed to wake the screen must not.
    private void resume() {
        if (snapshot.get().away() == null) {
            perform(actions::resume);
        }
    }

    private void start() {
        Choice choice = chosen.get();
        if (choice != null) {
            perform(() -> actions.start(choice));
        }
    }

    public void complete() {
        if (look.getValue().canComplete()) {
            perform(actions::complete);
        }
    }

    /// Takes back the choice of another task while a session is in the window.
    public void keepCurrent() {
        Current current = snapshot.get().current();
        if (current != null) {
            chosen.set(current.choice());
        }
    }

    public void resume(TodayRow row) {
        if (row.canResume()) {
            perform(() -> actions.resume(row.sessionId()));
        }
    }

    public void discardAwayAndResume() {
        perform(actions::discardAwayAndResume);
    }

    public void keepAwayAndResume() {
        perform(actions::keepAwayAndResume);
    }

    public void completeAtAway() {
        perform(actions::completeAtAway);
    }

    public void dismissNotice() {
        perform(actions::dismissNotice);
    }

    public void dismissFailure() {
        failure.set("");
    }

    /// One action at a time: a second click before the first is durable does nothing.
    private void perform(Supplier<CompletableFuture<Void>> action) {
        if (isBusy) {
            return;
        }
        isBusy = true;
        failure.set("");
        var _ =
                action.get()
                        .whenComplete((_, thrown) -> windowThread.execute(() -> performed(thrown)));
    }

    private void performed(@Nullable Throwable thrown) {
        isBusy = false;
        if (thrown != null) {
            failure.set(sentence(thrown));
        }
    }

    /// Why an action had no effect.
    public static String sentence(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        return cause instanceof TimerFailure && cause.getMessage() != null
                ? cause.getMessage()
                : "That did not work, and nothing was changed. (" + cause + ")";
    }

    public ObservableValue<TimerSnapshot> snapshot() {
        return snapshot;
    }

    public ObjectProperty<@Nullable Choice> chosen() {
        return chosen;
    }

    public ObservableValue<TimerLook> look() {
        return look;
    }

    public ReadOnlyStringProperty figure() {
        return figure.getReadOnlyProperty();
    }

    /// Why the last action had no effect; empty where it had.
    public ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /// Whether the figure moves.
    public ObservableValue<Boolean> isRunning() {
        return snapshot.map(
                state -> state.current() != null && state.current().runningSince() != null);
    }

    /// For the title bar: `0:23:41 · 1.2C – Tutor Times`.
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }
}
