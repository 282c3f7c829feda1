package org.tutortimes.desktop.tracking;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.store.StorageFailure;
import org.tutortimes.model.sync.Reference;

/// The marking that was observed while no timer ran, and what the tutor does about it.
///
/// Lives on one thread, the window's; only the answers to actions come back through the executor.
public final class ObservedViewModel {
    static final int MOST_SHOWN = 3;

    private final ObservedActions actions;
    private final Executor windowThread;
    private final TimeText times;
    private final ObservableList<ObservedRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper more = new ReadOnlyStringWrapper("");

    /// Shows nothing until something is offered.
    public ObservedViewModel(ObservedActions actions, Executor windowThread, TimeText times) {
        this.actions = actions;
        this.windowThread = windowThread;
        this.times = times;
    }

    /// Takes over what can be recorded, the newest first. What was there before keeps what the
    /// tutor has chosen in it, and its place on the screen.
    public void show(List<Unrecorded> offers) {
        List<ObservedRow> wanted = offers.stream().limit(MOST_SHOWN).map(this::row).toList();
        wanted.forEach(row -> row.describe(times));
        if (!wanted.equals(rows)) {
            rows.setAll(wanted);
        }
        int others = offers.size() - wanted.size();
        more.set(others == 0 ? "" : "and " + others + " more");
    }

    private ObservedRow row(Unrecorded offer) {
        return rows.stream()
                .filter(row -> row.unrecorded().equals(offer))
                .findFirst()
                .orElseGet(() -> new ObservedRow(offer));
    }

    /// Records it, where it is known what it was.
    public void record(ObservedRow row) {
        if (row.canRecord().get()) {
            Reference.TaskDefinition task = row.chosen().get();
            perform(
                    row,
                    () ->
                            actions.record(
                                    row.unrecorded().markingSessionId(),
                                    task == null ? null : task.id()));
        }
    }

    /// Hides it on this computer.
    public void dismiss(ObservedRow row) {
        if (!row.isBusy().get()) {
            perform(row, () -> actions.notMarking(row.unrecorded().markingSessionId()));
        }
    }

    private void perform(ObservedRow row, Supplier<CompletableFuture<Void>> action) {
        row.isBusy().set(true);
        row.failure().set("");
        var _ =
                action.get()
                        .whenComplete(
                                (_, thrown) -> windowThread.execute(() -> performed(row, thrown)));
    }

    private static void performed(ObservedRow row, @Nullable Throwable thrown) {
        row.isBusy().set(false);
        if (thrown != null) {
            row.failure().set(sentence(thrown));
        }
    }

    private static String sentence(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        return cause instanceof NotRecorded && cause.getMessage() != null
                ? cause.getMessage()
                : StorageFailure.sentence(cause);
    }

    public ObservableList<ObservedRow> rows() {
        return rows;
    }

    /// How many there are besides, in words; empty where all are shown.
    public ReadOnlyStringProperty more() {
        return more.getReadOnlyProperty();
    }
}
