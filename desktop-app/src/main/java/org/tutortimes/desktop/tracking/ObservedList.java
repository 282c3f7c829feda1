package org.tutortimes.desktop.tracking;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What was observed while no timer ran, below today's sessions; nothing at all where there is
/// none.
public final class ObservedList extends VBox {
    private final Label heading = new Label("Marking observed while no timer ran");
    private final Label more = new Label();
    private List<ObservedLine> lines = List.of();

    public ObservedList() {
        getStyleClass().add("observed-list");
        heading.getStyleClass().add("quiet");
        more.setId("observedMore");
        more.getStyleClass().add("quiet");
        more.managedProperty().bind(more.visibleProperty());
        managedProperty().bind(visibleProperty());
        setMinHeight(USE_PREF_SIZE);
        setVisible(false);
    }

    /// Shows it from now on.
    ///
    /// @param leave takes the focus of a line that goes
    public void show(ObservedViewModel model, Runnable leave) {
        more.textProperty().bind(model.more());
        more.visibleProperty().bind(model.more().isNotEmpty());
        model.rows().subscribe(() -> arrange(model, leave));
        arrange(model, leave);
    }

    private void arrange(ObservedViewModel model, Runnable leave) {
        List<ObservedLine> wanted = model.rows().stream().map(row -> line(row, model)).toList();
        boolean losesFocus =
                lines.stream().anyMatch(line -> !wanted.contains(line) && hasFocus(line));
        lines = wanted;
        List<Node> children = new ArrayList<>(List.of(heading));
        children.addAll(lines);
        children.add(more);
        getChildren().setAll(children);
        setVisible(!lines.isEmpty());
        if (losesFocus) {
            leave.run();
        }
    }

    private ObservedLine line(ObservedRow row, ObservedViewModel model) {
        return lines.stream()
                .filter(line -> line.isOf(row))
                .findFirst()
                .orElseGet(() -> new ObservedLine(row, model));
    }

    private boolean hasFocus(ObservedLine line) {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        while (focused != null && focused != line) {
            focused = focused.getParent();
        }
        return focused != null;
    }

    /// Records the first, or asks first which task it was.
    public void pressFirst() {
        if (!lines.isEmpty()) {
            lines.getFirst().press();
        }
    }
}
