package org.tutortimes.desktop.window;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.ChoiceSearch;

/// Choosing what to mark: what is typed, what fits it, and which of that is picked.
public final class ChoiceViewModel {
    static final int MOST_SHOWN = 50;

    private final ChoiceSearch search;
    private final Executor searchThread;
    private final Executor windowThread;
    private final ObjectProperty<@Nullable Choice> chosen;

    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanProperty isOpen = new SimpleBooleanProperty();
    private final IntegerProperty marked = new SimpleIntegerProperty(-1);
    private final ObservableList<Choice> found = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper nothingFound = new ReadOnlyStringWrapper("");
    private int asked;

    /// Starts closed, with nothing typed.
    ///
    /// @param searchThread where the search runs
    /// @param windowThread where its results are shown
    /// @param chosen what is picked is put here
    public ChoiceViewModel(
            ChoiceSearch search,
            Executor searchThread,
            Executor windowThread,
            ObjectProperty<@Nullable Choice> chosen) {
        this.search = search;
        this.searchThread = searchThread;
        this.windowThread = windowThread;
        this.chosen = chosen;
        typed.subscribe(_ -> look());
    }

    /// Opens the list, with the recent ones where nothing is typed yet.
    public void open() {
        if (!isOpen.get()) {
            typed.set("");
            isOpen.set(true);
            look();
        }
    }

    /// Closes the list and keeps what was chosen before.
    public void close() {
        isOpen.set(false);
        typed.set("");
    }

    /// Looks again, after new reference data.
    public void look() {
        if (!isOpen.get()) {
            return;
        }
        int question = ++asked;
        String words = typed.get();
        var _ =
                CompletableFuture.supplyAsync(
                                () -> search.matching(words, MOST_SHOWN), searchThread)
                        .whenCompleteAsync(
                                (choices, _) -> show(question, words, choices), windowThread);
    }

    private void show(int question, String words, @Nullable List<Choice> choices) {
        if (question != asked) {
            return;
        }
        marked.set(-1);
        found.setAll(choices == null ? List.of() : choices);
        marked.set(found.isEmpty() ? -1 : 0);
        nothingFound.set(nothingFoundText(words, choices == null));
    }

    private String nothingFoundText(String words, boolean hasFailed) {
        if (hasFailed) {
            return "The list of tasks cannot be read right now. Type again to try again.";
        }
        if (!found.isEmpty()) {
            return "";
        }
        return words.isBlank()
                ? "Your units and tasks will be here after the first sync."
                : "No unit, task or student matches “" + words.strip() + "”.";
    }

    /// Moves the mark down (1) or up (-1), staying in the list.
    public void move(int lines) {
        if (!found.isEmpty()) {
            marked.set(Math.clamp(marked.get() + lines, 0, found.size() - 1));
        }
    }

    /// Picks the marked one; false where there is none.
    public boolean pick() {
        if (!isOpen.get() || marked.get() < 0) {
            return false;
        }
        chosen.set(found.get(marked.get()));
        close();
        return true;
    }

    public StringProperty typed() {
        return typed;
    }

    public BooleanProperty isOpen() {
        return isOpen;
    }

    public IntegerProperty marked() {
        return marked;
    }

    public ObservableList<Choice> found() {
        return found;
    }

    /// What the list says where it is empty.
    public ReadOnlyStringProperty nothingFound() {
        return nothingFound.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Choice> chosen() {
        return chosen;
    }
}
