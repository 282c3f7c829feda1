package org.tutortimes.desktop.settings;

import java.time.Duration;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;

/// Binds the settings.
@SuppressWarnings({"NullAway.Init", "unused"}) // The loader fills the fields and calls initialize.
public final class SettingsController {
    private final SettingsViewModel model;
    private final Runnable goBack;
    private final Runnable openSignIn;
    private final Runnable signOut;

    @FXML private ToggleButton system;
    @FXML private ToggleButton light;
    @FXML private ToggleButton dark;
    @FXML private Slider threshold;
    @FXML private Label thresholdText;
    @FXML private Label account;
    @FXML private Label server;
    @FXML private Label tokenPlace;
    @FXML private Label input;
    @FXML private Label folder;
    @FXML private Button back;
    @FXML private Button signIn;
    @FXML private Button leave;

    public SettingsController(
            SettingsViewModel model, Runnable goBack, Runnable openSignIn, Runnable signOut) {
        this.model = model;
        this.goBack = goBack;
        this.openSignIn = openSignIn;
        this.signOut = signOut;
    }

    @FXML
    private void initialize() {
        choose(system, Theme.SYSTEM);
        choose(light, Theme.LIGHT);
        choose(dark, Theme.DARK);
        threshold.setValue((double) model.idleThreshold().get().toMinutes());
        threshold
                .valueProperty()
                .subscribe(value ->
                        model.idleThreshold()
                                .set(Duration.ofMinutes(Math.round(value.doubleValue()))));
        threshold.setDisable(model.isThresholdGiven());
        thresholdText.textProperty().bind(model.idleThreshold().map(SettingsController::minutes));
        account.textProperty().bind(model.account());
        server.textProperty().bind(model.server());
        tokenPlace.textProperty().bind(model.tokenPlace());
        input.textProperty().bind(model.input());
        folder.textProperty().bind(model.folder());
        back.setOnAction(_ -> goBack.run());
        signIn.setOnAction(_ -> openSignIn.run());
        leave.setOnAction(_ -> signOut.run());
    }

    private void choose(ToggleButton button, Theme theme) {
        button.setText(theme.label());
        // A click on the chosen one must not leave none chosen.
        button.setOnAction(_ -> {
            model.theme().set(theme);
            button.setSelected(true);
        });
        model.theme().subscribe(chosen -> button.setSelected(chosen == theme));
    }

    private static String minutes(Duration threshold) {
        return threshold.toMinutes() == 1 ? "1 minute" : threshold.toMinutes() + " minutes";
    }
}
