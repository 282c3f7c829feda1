package org.tutortimes.desktop.fx;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A question over the window, which waits behind it. Escape is the last answer.
public final class Question extends StackPane {

    /// One thing to answer.
    ///
    /// @param label on its button
    /// @param chosen what happens then
    public record Answer(String id, String label, Runnable chosen) {}

    private final Label text = new Label();
    private final VBox card = new VBox();

    /// Makes the card, which is then laid over the window.
    ///
    /// @param answers the first is the one to expect, the last takes the question back
    public Question(String title, String sentence, List<Answer> answers) {
        getStyleClass().add("veil");
        card.getStyleClass().add("question");
        card.setMaxHeight(USE_PREF_SIZE);
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.setAccessibleText(title + " " + sentence);
        Label heading = new Label(title);
        heading.getStyleClass().add("question-title");
        text.setText(sentence);
        text.getStyleClass().add("question-text");
        for (Label words : List.of(heading, text)) {
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
        }
        card.getChildren().addAll(heading, text);
        for (Answer answer : answers) {
            card.getChildren().add(button(answer, answer.equals(answers.getFirst())));
        }
        getChildren().setAll(card);
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                answers.getLast().chosen().run();
                key.consume();
            }
        });
    }

    private static Button button(Answer answer, boolean isExpected) {
        Button button = new Button(answer.label());
        button.setId(answer.id());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> answer.chosen().run());
        if (isExpected) {
            button.getStyleClass().add("accent");
            button.setDefaultButton(true);
        }
        return button;
    }

    /// Moves the focus to the first answer.
    public void takeFocus() {
        card.getChildren().get(2).requestFocus();
    }

    /// Says why an answer had no effect; the question stays.
    public void showFailure(String sentence) {
        text.setText(sentence);
        text.getStyleClass().add("form-failure");
    }
}
