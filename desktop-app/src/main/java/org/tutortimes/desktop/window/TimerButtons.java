package org.tutortimes.desktop.window;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tutortimes.desktop.window.TimerLook.Primary;

/// The main button, which does the next thing, and Complete.
public final class TimerButtons extends VBox {
    private final FontIcon icon = new FontIcon(Feather.PLAY);
    private final Label words = new Label();
    private final Label key = new Label("Space");
    private final Button primary = new Button();
    private final Button complete = new Button("Complete");
    private final Label hint = new Label();
    private final Hyperlink undo = new Hyperlink("Undo");

    public TimerButtons() {
        getStyleClass().add("timer-buttons");
        key.getStyleClass().add("key");
        HBox face = new HBox(icon, words, key);
        face.getStyleClass().add("button-face");
        face.setAlignment(Pos.CENTER);
        primary.setId("primary");
        primary.setGraphic(face);
        primary.getStyleClass().addAll("accent", "large");
        // The second click of a double click on Complete lands here, and must not start anything.
        primary.addEventFilter(MouseEvent.ANY, TimerButtons::dropSecondClick);
        primary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(primary, Priority.ALWAYS);
        complete.setId("complete");
        complete.getStyleClass().add("large");
        complete.setMinWidth(USE_PREF_SIZE);
        complete.setTooltip(new Tooltip("Complete this session (Ctrl+Enter)"));
        complete.managedProperty().bind(complete.visibleProperty());
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().add("quiet");
        undo.setMinWidth(USE_PREF_SIZE);
        HBox hintLine = new HBox(hint, undo);
        hintLine.getStyleClass().add("hint-line");
        hintLine.setAlignment(Pos.CENTER);
        hintLine.visibleProperty().bind(hint.textProperty().isNotEmpty());
        hintLine.managedProperty().bind(hintLine.visibleProperty());
        HBox line = new HBox(8, primary, complete);
        getChildren().setAll(line, hintLine);
        managedProperty().bind(visibleProperty());
    }

    /// @param choose called where there is nothing to start yet
    void show(TimerViewModel model, Runnable choose) {
        model.look().subscribe(look -> show(look, model));
        model.snapshot().subscribe(_ -> show(model.look().getValue(), model));
        primary.setOnAction(_ -> {
            if (model.look().getValue().primary() == Primary.CHOOSE) {
                choose.run();
            } else {
                model.primary();
            }
        });
        complete.setOnAction(_ -> model.complete());
        undo.setOnAction(_ -> model.keepCurrent());
    }

    private void show(TimerLook look, TimerViewModel model) {
        boolean isAsked = model.snapshot().getValue().away() != null;
        // The banner has the same three answers in better words.
        setVisible(!isAsked || look.primary() == Primary.START);
        words.setText(look.primaryText());
        primary.setAccessibleText(look.primaryText());
        icon.setIconCode(
                switch (look.primary()) {
                    case CHOOSE -> Feather.SEARCH;
                    case START, RESUME -> Feather.PLAY;
                    case PAUSE -> Feather.PAUSE;
                });
        complete.setVisible(look.canComplete());
        hint.setText(look.hint());
    }

    private static void dropSecondClick(MouseEvent click) {
        if (click.getClickCount() > 1) {
            click.consume();
        }
    }

    void press() {
        primary.fire();
    }

    /// The main button has the focus whenever the view comes into a window.
    void focusWhenShown() {
        primary.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        primary.requestFocus();
                    }
                });
    }

    void focusPrimary() {
        primary.requestFocus();
    }
}
