package org.tutortimes.desktop.bench;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// The reference of the window's benchmarks: the least JavaFX program with a window as large as
/// ours, a text and a button.
final class BareWindowMain {

    private BareWindowMain() {}

    static void start() {
        Platform.startup(() -> {
            Button button = new Button("Start");
            button.setId("primary");
            button.setAccessibleText("Start");
            Stage stage = new Stage();
            stage.setScene(new Scene(new VBox(new Label("0:00:00"), button), 400, 680));
            stage.show();
        });
    }
}
