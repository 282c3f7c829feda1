package org.tutortimes.desktop.window;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.timer.Choice;

/// What fits the typed words, below the field and above all else in the window.
///
/// It never takes the focus: the field keeps it, and moves the mark.
public final class ChoiceList extends VBox {
    private static final double LINE_HEIGHT = 44;

    private final ListView<Choice> list = new ListView<>();
    private final Label nothing = new Label();

    public ChoiceList() {
        getStyleClass().add("choice-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(LINE_HEIGHT);
        list.setAccessibleText("What can be marked");
        nothing.setWrapText(true);
        nothing.getStyleClass().add("choice-nothing");
        setMaxHeight(Region.USE_PREF_SIZE);
        setVisible(false);
        getChildren().setAll(list, nothing);
    }

    void show(ChoiceViewModel model) {
        list.setItems(model.found());
        list.setCellFactory(_ -> new Line(model));
        nothing.textProperty().bind(model.nothingFound());
        nothing.managedProperty().bind(nothing.visibleProperty());
        nothing.visibleProperty().bind(model.nothingFound().isNotEmpty());
        list.managedProperty().bind(list.visibleProperty());
        list.visibleProperty().bind(model.nothingFound().isEmpty());
        visibleProperty().bind(model.isOpen());
        model.marked().subscribe(line -> mark(line.intValue()));
        model.nothingFound().subscribe(_ -> fit(model));
        model.found().subscribe(() -> fit(model));
    }

    private void fit(ChoiceViewModel model) {
        list.setPrefHeight(model.found().size() * LINE_HEIGHT + 2);
        list.setMinHeight(0);
        mark(model.marked().get());
    }

    private void mark(int line) {
        list.getSelectionModel().clearSelection();
        if (line >= 0) {
            list.getSelectionModel().select(line);
            list.scrollTo(Math.max(0, line - 3));
        }
    }

    /// Task above, whose work below.
    private static final class Line extends ListCell<Choice> {
        private final Label task = new Label();
        private final Label who = new Label();
        private final Label unit = new Label();
        private final HBox line;

        Line(ChoiceViewModel model) {
            who.getStyleClass().add("quiet");
            unit.getStyleClass().add("quiet");
            unit.setMinWidth(Region.USE_PREF_SIZE);
            VBox words = new VBox(task, who);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            line = new HBox(8, words, unit);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            setOnMouseReleased(_ -> {
                model.marked().set(getIndex());
                model.pick();
            });
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            task.setText(choice.abbreviation() + "  " + choice.taskName());
            who.setText(ChoiceText.who(choice));
            unit.setText(choice.unitCode());
            setGraphic(line);
            setAccessibleText(ChoiceText.full(choice));
        }
    }
}
