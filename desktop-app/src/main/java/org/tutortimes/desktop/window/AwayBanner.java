package org.tutortimes.desktop.window;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.timer.TimerSnapshot.Away;

/// Asks what the time away was, above the figure, for as long as it takes. It takes no focus.
public final class AwayBanner extends VBox {
    private final Label title = new Label();
    private final Button resume = new Button("Resume");
    private final Button keep = new Button();
    private final Button complete = new Button();

    public AwayBanner() {
        getStyleClass().add("banner");
        setAccessibleRole(AccessibleRole.TEXT);
        title.getStyleClass().add("banner-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        resume.setId("awayResume");
        resume.getStyleClass().add("accent");
        keep.setId("awayKeep");
        complete.setId("awayComplete");
        for (Button button : new Button[] {resume, keep, complete}) {
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinHeight(USE_PREF_SIZE);
        }
        managedProperty().bind(visibleProperty());
        setVisible(false);
        getChildren().setAll(title, resume, keep, complete);
    }

    void show(TimerViewModel model, TimeText times) {
        model.snapshot().subscribe(state -> show(state.away(), times));
        resume.setOnAction(_ -> model.discardAwayAndResume());
        keep.setOnAction(_ -> model.keepAwayAndResume());
        complete.setOnAction(_ -> model.completeAtAway());
    }

    private void show(@Nullable Away away, TimeText times) {
        // Nobody is asked before they are back; the state line says meanwhile what happened.
        setVisible(away != null && away.back() != null);
        if (away != null) {
            AwayLook look = AwayLook.of(away, times);
            title.setText(look.title());
            setAccessibleText(look.title());
            keep.setText(look.keepText());
            complete.setText(look.completeText());
        }
    }
}
