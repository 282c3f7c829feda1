package org.tutortimes.desktop.account;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Binds the sign-in form.
@SuppressWarnings({"NullAway.Init", "unused"}) // The loader fills the fields and calls initialize.
public final class SignInController {
    private final SignInViewModel model;
    private final Runnable goBack;

    @FXML private VBox form;
    @FXML private TextField server;
    @FXML private TextField username;
    @FXML private PasswordField password;
    @FXML private Label failure;
    @FXML private Button submit;
    @FXML private Button later;

    /// For one showing of the form.
    ///
    /// @param goBack goes on recording without signing in
    public SignInController(SignInViewModel model, Runnable goBack) {
        this.model = model;
        this.goBack = goBack;
    }

    @FXML
    private void initialize() {
        model.forget();
        server.textProperty().bindBidirectional(model.server());
        username.textProperty().bindBidirectional(model.username());
        password.textProperty().bindBidirectional(model.password());
        failure.textProperty().bind(model.failure());
        failure.visibleProperty().bind(model.failure().isNotEmpty());
        failure.managedProperty().bind(failure.visibleProperty());
        submit.textProperty()
                .bind(model.isBusy().map(isBusy -> isBusy ? "Signing in …" : "Sign in"));
        submit.setOnAction(_ -> model.submit());
        later.visibleProperty().bind(model.isKnown());
        later.setOnAction(_ -> goBack.run());
        form.sceneProperty().subscribe(this::focusFirstEmpty);
    }

    private void focusFirstEmpty() {
        if (form.getScene() != null) {
            TextField first = server.getText().isEmpty() ? server : username;
            (first.getText().isEmpty() ? first : password).requestFocus();
        }
    }
}
