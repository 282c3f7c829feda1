package org.tutortimes.desktop.window;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.timer.Choice;

/// The one field to choose with: it shows what is chosen, and on focus becomes a search.
public final class ChoiceField extends TextField {

    public ChoiceField() {
        getStyleClass().add("choice-field");
        setPromptText("Unit, task or student");
        setAccessibleText("What to mark: type a unit, task or student");
    }

    void show(ChoiceViewModel model) {
        model.chosen().subscribe(chosen -> rest(model, chosen));
        focusedProperty().subscribe(isFocused -> focusChanged(model, isFocused));
        textProperty()
                .subscribe(text -> {
                    if (model.isOpen().get()) {
                        model.typed().set(text);
                    }
                });
        setOnMouseClicked(_ -> search(model));
        addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(model, key));
    }

    private void focusChanged(ChoiceViewModel model, boolean isFocused) {
        if (!isFocused) {
            model.close();
            rest(model, model.chosen().get());
        }
    }

    /// Empties the field for typing and opens the list.
    void search(ChoiceViewModel model) {
        requestFocus();
        if (!model.isOpen().get()) {
            clear();
            model.open();
        }
    }

    private void rest(ChoiceViewModel model, @Nullable Choice chosen) {
        if (!model.isOpen().get()) {
            setText(chosen == null ? "" : ChoiceText.full(chosen));
            positionCaret(0);
        }
    }

    private void pressed(ChoiceViewModel model, KeyEvent key) {
        KeyCode code = key.getCode();
        if (!model.isOpen().get()) {
            boolean opens = code == KeyCode.DOWN || code == KeyCode.ENTER || writes(key);
            if (opens) {
                search(model);
            }
            return;
        }
        switch (code) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(8);
            case PAGE_UP -> model.move(-8);
            case ENTER -> model.pick();
            case ESCAPE -> {
                model.close();
                rest(model, model.chosen().get());
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    /// Whether the key would write or delete something.
    private static boolean writes(KeyEvent key) {
        boolean isShortcut = key.isShortcutDown() || key.isAltDown() || key.isMetaDown();
        KeyCode code = key.getCode();
        boolean deletes = code == KeyCode.BACK_SPACE || code == KeyCode.DELETE;
        boolean isText = code.isLetterKey() || code.isDigitKey() || code == KeyCode.SPACE;
        return !isShortcut && (deletes || isText);
    }
}
