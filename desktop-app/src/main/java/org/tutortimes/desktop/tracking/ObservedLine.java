package org.tutortimes.desktop.tracking;

import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tutortimes.model.sync.Reference;

/// One piece of unrecorded marking: what it was, the button that records it, and the one that says
/// that it was none.
final class ObservedLine extends VBox {
    private final Label words = new Label();
    private final ComboBox<Reference.TaskDefinition> task = new ComboBox<>();
    private final Button record = new Button("Record");
    private final Button dismiss = new Button(null, new FontIcon(Feather.X));
    private final Label failure = new Label();
    private final ObservedRow row;

    ObservedLine(ObservedRow row, ObservedViewModel model) {
        this.row = row;
        getStyleClass().add("observed-line");
        words.textProperty().bind(row.words());
        words.accessibleTextProperty().bind(row.sentence());
        words.setId("observedWords");
        wrap(words);
        failure.textProperty().bind(row.failure());
        failure.setId("observedFailure");
        failure.getStyleClass().add("form-failure");
        failure.visibleProperty().bind(row.failure().isNotEmpty());
        failure.managedProperty().bind(failure.visibleProperty());
        wrap(failure);
        makeButtons(model);
        HBox above = new HBox(8, words);
        above.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(above);
        if (row.isAsking()) {
            makeChoice();
            HBox below = new HBox(8, task, record);
            below.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(below);
        } else {
            above.getChildren().add(record);
        }
        above.getChildren().add(dismiss);
        getChildren().add(failure);
    }

    private static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
    }

    private void makeButtons(ObservedViewModel model) {
        record.setId("recordObserved");
        record.getStyleClass().add("small");
        record.setMinWidth(USE_PREF_SIZE);
        record.setTooltip(new Tooltip("Record this as your marking time (Ctrl+R for the first)"));
        record.accessibleTextProperty().bind(row.sentence().map(said -> "Record: " + said));
        record.disableProperty().bind(row.canRecord().not());
        record.setOnAction(_ -> model.record(row));
        dismiss.setId("notMarking");
        dismiss.getStyleClass().addAll("button-icon", "flat", "small");
        dismiss.setTooltip(new Tooltip("Not marking: hide this on this computer"));
        dismiss.accessibleTextProperty().bind(row.sentence().map(said -> "Not marking: " + said));
        dismiss.setOnAction(_ -> model.dismiss(row));
    }

    private void makeChoice() {
        task.setId("observedTask");
        task.setItems(FXCollections.observableArrayList(row.unrecorded().tasks()));
        task.setConverter(new TaskText());
        task.setPromptText("Which task was it?");
        task.accessibleTextProperty()
                .bind(row.sentence().map(said -> said + ". Which task was it?"));
        task.setMaxWidth(Double.MAX_VALUE);
        task.setMinWidth(0);
        HBox.setHgrow(task, Priority.ALWAYS);
        task.valueProperty().bindBidirectional(row.chosen());
    }

    boolean isOf(ObservedRow other) {
        return row == other;
    }

    /// Records it, or asks first which task it was.
    void press() {
        if (row.canRecord().get()) {
            record.fire();
        } else if (row.isAsking()) {
            task.requestFocus();
            task.show();
        }
    }

    /// A task as `1.2C Linked lists`.
    private static final class TaskText extends StringConverter<Reference.TaskDefinition> {
        @Override
        public String toString(Reference.@Nullable TaskDefinition task) {
            return task == null ? "" : task.abbreviation() + " " + task.name();
        }

        @Override
        public Reference.@Nullable TaskDefinition fromString(String text) {
            // Nothing is typed here.
            return null;
        }
    }
}
