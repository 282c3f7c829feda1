package org.tutortimes.desktop.window;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.tutortimes.desktop.fx.Shape;

/// State, figure, and what it counts.
public final class TimerFace extends VBox {
    private final Shape sign = new Shape();
    private final Label state = new Label();
    private final Label reason = new Label();
    private final Figure figure = new Figure();
    private final Label task = new Label();
    private final Label who = new Label();

    public TimerFace() {
        getStyleClass().add("face");
        setAlignment(Pos.CENTER);
        state.setId("state");
        reason.setId("reason");
        reason.getStyleClass().add("quiet");
        state.getStyleClass().add("state");
        figure.setId("figure");
        task.setId("task");
        task.getStyleClass().add("task-line");
        who.setId("who");
        who.getStyleClass().add("quiet");
        who.setWrapText(true);
        who.setMinHeight(USE_PREF_SIZE);
        who.setTextAlignment(TextAlignment.CENTER);
        task.managedProperty().bind(task.textProperty().isNotEmpty());
        HBox stateLine = new HBox(sign, state);
        stateLine.getStyleClass().add("state-line");
        stateLine.setAlignment(Pos.CENTER);
        getChildren().setAll(stateLine, reason, figure, task, who);
    }

    void show(TimerViewModel model) {
        model.look().subscribe(this::show);
        model.figure().subscribe(figure::show);
    }

    private void show(TimerLook look) {
        sign.show(look.shape());
        getStyleClass().removeAll("running", "resting");
        getStyleClass().add(look.shape() == Shape.Kind.DOT ? "running" : "resting");
        state.setText(look.stateLine());
        reason.setText(look.reasonLine());
        task.setText(look.taskLine());
        who.setText(look.whoLine());
    }
}
