package org.tutortimes.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.ChoiceSearch;

class ChoiceViewModelTest {
    private static final ChoiceSearch SEARCH =
            Choices.searchOver(
                    List.of(Choices.SAM, Choices.LINKED_LISTS, Choices.ARRAYS, Choices.ADA));

    private final ObjectProperty<@Nullable Choice> chosen = new SimpleObjectProperty<>();
    private final ChoiceViewModel model =
            new ChoiceViewModel(SEARCH, Runnable::run, Runnable::run, chosen);

    @Test
    void recentOnesComeFirstAndTheFirstIsMarked() {
        model.open();
        assertThat(model.found()).startsWith(Choices.SAM);
        assertThat(model.marked().get()).isZero();
    }

    @Test
    void typingNarrowsAndEnterPicks() {
        model.open();
        model.typed().set("ada 1.2c");
        assertThat(model.pick()).isTrue();
        assertThat(chosen.get()).isEqualTo(Choices.ADA);
        assertThat(model.isOpen().get()).isFalse();
    }

    @Test
    void markStaysInTheList() {
        model.open();
        model.move(-1);
        assertThat(model.marked().get()).isZero();
        model.move(50);
        assertThat(model.marked().get()).isEqualTo(3);
    }

    @Test
    void nothingFoundIsSaidAndPicksNothing() {
        model.open();
        model.typed().set("zzz");
        assertThat(model.nothingFound().get()).isEqualTo("No unit, task or student matches “zzz”.");
        assertThat(model.pick()).isFalse();
    }

    @Test
    void emptyComputerSaysWhenTheTasksCome() {
        ChoiceViewModel empty =
                new ChoiceViewModel((_, _) -> List.of(), Runnable::run, Runnable::run, chosen);
        empty.open();
        assertThat(empty.nothingFound().get()).contains("after the first sync");
    }

    @Test
    void lateAnswerToAnEarlierWordIsNotShown() {
        Queue<Runnable> answers = new ArrayDeque<>();
        ChoiceViewModel slow = new ChoiceViewModel(SEARCH, Runnable::run, answers::add, chosen);
        slow.open();
        slow.typed().set("arrays");
        Runnable first = answers.remove();
        answers.remove().run();
        first.run();
        assertThat(slow.found()).containsExactly(Choices.ARRAYS);
    }

    @Test
    void closingKeepsWhatWasChosenBefore() {
        chosen.set(Choices.SAM);
        model.open();
        model.typed().set("arrays");
        model.close();
        assertThat(chosen.get()).isEqualTo(Choices.SAM);
    }
}
