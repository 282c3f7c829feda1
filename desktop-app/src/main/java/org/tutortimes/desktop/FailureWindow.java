package org.tutortimes.desktop;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.tutortimes.desktop.fx.Question;
import org.tutortimes.desktop.settings.Theme;
import org.tutortimes.desktop.settings.ThemeSwitch;

/// Says why the program cannot start, to those who started it with a click and see no console.
final class FailureWindow {

    private FailureWindow() {}

    static void show(String sentence, Runnable closed) {
        new ThemeSwitch(new SimpleObjectProperty<>(Theme.SYSTEM)).start();
        Stage stage = new Stage();
        Question question =
                new Question(
                        "Tutor Times cannot start",
                        sentence,
                        List.of(new Question.Answer("close", "Close", closed)));
        Scene scene = new Scene(question, 420, 260);
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(DesktopWindow.class.getResource("fx/desktop.css"))
                                .toExternalForm());
        stage.setTitle("Tutor Times");
        stage.setScene(scene);
        stage.setOnHidden(_ -> closed.run());
        stage.show();
    }
}
