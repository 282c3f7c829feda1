package org.tutortimes.desktop.window;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tutortimes.desktop.fx.Shape;
import org.tutortimes.model.timer.SessionStatus;

/// Today's sessions, one a line.
public final class TodayList extends ListView<TodayRow> {
    private static final double LINE_HEIGHT = 32;
    private static final double ABOVE_LINES = 5;

    public TodayList() {
        getStyleClass().add("today-list");
        setFixedCellSize(LINE_HEIGHT);
        // A list of no height at all keeps the lines of before, and paints them over its
        // neighbours.
        setMinHeight(LINE_HEIGHT + ABOVE_LINES);
        setAccessibleText("Today's sessions");
        Label empty = new Label("Your sessions of today will be listed here.");
        empty.setWrapText(true);
        empty.getStyleClass().add("quiet");
        setPlaceholder(empty);
    }

    /// @param resume called for a paused session that shall go on
    void show(TodayViewModel model, Consumer<TodayRow> resume) {
        setItems(model.rows());
        setCellFactory(_ -> new Line(resume));
        setOnKeyPressed(key -> {
            TodayRow row = getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && row != null) {
                resume.accept(row);
                key.consume();
            }
        });
    }

    private static final class Line extends ListCell<TodayRow> {
        private final Shape sign = new Shape();
        private final Label times = new Label();
        private final Label task = new Label();
        private final Label who = new Label();
        private final Button goOn = new Button(null, new FontIcon(Feather.PLAY));
        private final Label duration = new Label();
        private final Tooltip tooltip = new Tooltip();
        private final HBox line;

        Line(Consumer<TodayRow> resume) {
            times.getStyleClass().add("times");
            task.getStyleClass().add("task");
            who.getStyleClass().add("quiet");
            duration.getStyleClass().add("duration");
            goOn.getStyleClass().addAll("button-icon", "flat", "small");
            goOn.setFocusTraversable(false);
            goOn.setTooltip(new Tooltip("Resume this session (Enter)"));
            goOn.managedProperty().bind(goOn.visibleProperty());
            goOn.setOnAction(_ -> resume.accept(getItem()));
            for (Label fixed : new Label[] {times, task, duration}) {
                fixed.setMinWidth(Region.USE_PREF_SIZE);
            }
            HBox.setHgrow(who, Priority.ALWAYS);
            who.setMaxWidth(Double.MAX_VALUE);
            who.setMinWidth(0);
            line = new HBox(8, sign, times, task, who, goOn, duration);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable TodayRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            sign.show(row.shape());
            times.setText(row.times());
            task.setText(row.task());
            who.setText(row.who());
            duration.setText(row.duration());
            goOn.setVisible(row.canResume());
            goOn.setAccessibleText("Resume " + row.task() + ", " + row.who());
            tooltip.setText(row.deliveryText());
            setTooltip(tooltip);
            setAccessibleText(row.spoken());
            getStyleClass().removeAll("running", "completed");
            if (row.status() == SessionStatus.ACTIVE) {
                getStyleClass().add("running");
            }
            setGraphic(line);
        }
    }
}
