package org.tutortimes.desktop.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads views and gives each its controller, which is made by a constructor of ours.
public final class Views {
    private static final String CONTROLLER = "Controller";

    private final Map<Class<?>, Supplier<?>> controllers;

    public Views(Map<Class<?>, Supplier<?>> controllers) {
        this.controllers = Map.copyOf(controllers);
    }

    /// The view of a controller: `TimerView.fxml` beside `TimerController`.
    public Parent load(Class<?> controller) {
        String name = controller.getSimpleName();
        String file = name.substring(0, name.length() - CONTROLLER.length()) + "View.fxml";
        URL view = Objects.requireNonNull(controller.getResource(file), file);
        FXMLLoader loader = new FXMLLoader(view);
        loader.setControllerFactory(this::controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private Object controller(Class<?> type) {
        Supplier<?> maker = controllers.get(type);
        if (maker == null) {
            throw new IllegalArgumentException("Nobody makes a " + type.getSimpleName());
        }
        return maker.get();
    }
}
