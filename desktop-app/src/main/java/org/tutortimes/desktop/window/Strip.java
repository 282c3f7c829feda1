package org.tutortimes.desktop.window;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tutortimes.desktop.fx.Shape;

/// A sentence across the window that stays until it is dismissed.
public final class Strip extends HBox {
    private final Label text = new Label();
    private final Button dismiss = new Button(null, new FontIcon(Feather.X));

    public Strip() {
        getStyleClass().add("strip");
        setAccessibleRole(AccessibleRole.TEXT);
        Shape sign = new Shape();
        sign.show(Shape.Kind.TRIANGLE);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        dismiss.getStyleClass().addAll("button-icon", "flat", "small");
        dismiss.setAccessibleText("Dismiss");
        dismiss.setTooltip(new Tooltip("Dismiss"));
        managedProperty().bind(visibleProperty());
        setVisible(false);
        getChildren().setAll(sign, text, dismiss);
    }

    /// @param sentence nothing is shown while it is empty
    void show(ObservableValue<String> sentence, Runnable dismissed) {
        sentence.subscribe(words -> {
            boolean says = words != null && !words.isEmpty();
            text.setText(says ? words : "");
            setAccessibleText(text.getText());
            setVisible(says);
        });
        dismiss.setOnAction(_ -> dismissed.run());
    }
}
