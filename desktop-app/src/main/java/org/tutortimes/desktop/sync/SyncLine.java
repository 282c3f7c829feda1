package org.tutortimes.desktop.sync;

import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tutortimes.desktop.fx.Shape;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.sync.SyncStatus.Refused;
import org.tutortimes.desktop.sync.SyncStatus.State;

/// The window's last line: what waits, and whether input is seen in other programs.
public final class SyncLine extends VBox {
    private static final int SHORT = 24;

    private final Shape sign = new Shape();
    private final Label sentence = new Label();
    private final Hyperlink signIn = new Hyperlink("Sign in");
    private final Hyperlink attention = new Hyperlink();
    private final Label input = new Label();
    private final Tooltip inputExplained = new Tooltip();
    private final HBox first = new HBox();
    private final HBox second = new HBox();
    private final Region gap = new Region();
    private final TimeText times;

    /// Shows nothing yet.
    ///
    /// @param openSignIn called where the server wants a new sign-in
    /// @param openAttention called for the events that the server refused
    public SyncLine(TimeText times, Runnable openSignIn, Runnable openAttention) {
        this.times = times;
        getStyleClass().add("sync-line");
        for (HBox line : new HBox[] {first, second}) {
            line.getStyleClass().add("sync-words");
            line.setAlignment(Pos.CENTER_LEFT);
        }
        sentence.setId("sync");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox.setHgrow(gap, Priority.ALWAYS);
        signIn.setId("signInAgain");
        signIn.setOnAction(_ -> openSignIn.run());
        attention.setId("attention");
        attention.setOnAction(_ -> openAttention.run());
        for (Hyperlink link : new Hyperlink[] {signIn, attention}) {
            link.managedProperty().bind(link.visibleProperty());
            link.setMinWidth(USE_PREF_SIZE);
            link.setVisible(false);
        }
        input.setId("input");
        input.setAccessibleRole(AccessibleRole.TEXT);
        inputExplained.setWrapText(true);
        inputExplained.setMaxWidth(320);
        input.setTooltip(inputExplained);
        arrange(true);
    }

    /// In one line where the words are few, else what can be done comes below them.
    private void arrange(boolean isShort) {
        input.setMinWidth(isShort ? USE_PREF_SIZE : 0);
        if (isShort) {
            first.getChildren().setAll(sign, sentence, input);
            getChildren().setAll(first);
        } else {
            first.getChildren().setAll(sign, sentence);
            second.getChildren().setAll(signIn, attention, gap, input);
            getChildren().setAll(first, second);
        }
    }

    public void show(SyncStatus status) {
        SyncLook look = SyncLook.of(status, times);
        sign.show(look.shape());
        sentence.setText(look.sentence());
        getStyleClass().removeAll("asking");
        if (look.isAsking()) {
            getStyleClass().add("asking");
        }
        arrange(look.sentence().length() <= SHORT && status.refused().isEmpty());
        signIn.setVisible(status.state() == State.SIGN_IN_NEEDED);
        int refused = status.refused().size();
        attention.setVisible(refused > 0);
        attention.setText(refused == 1 ? "1 needs attention" : refused + " need attention");
        attention.setAccessibleText(
                status.refused().stream().map(Refused::message).collect(Collectors.joining(" ")));
    }

    /// Shows where input is seen.
    ///
    /// @param where such as "system" or "this window only"
    /// @param explained what that means for pauses by themselves
    public void showInput(String where, String explained) {
        input.setText("Input: " + where);
        input.setAccessibleText(input.getText() + ". " + explained);
        inputExplained.setText(explained);
    }
}
