package org.tutortimes.desktop.window;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys that work wherever the focus is in the timer's view.
final class TimerKeys {
    private static final KeyCombination SEARCH =
            new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COMPLETE =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination RECORD =
            new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN);

    private final Node view;
    private final TimerViewModel timer;
    private final TimerButtons buttons;
    private final Runnable search;
    private final Runnable record;
    private final EventHandler<KeyEvent> pressed = this::pressed;
    private final EventHandler<KeyEvent> typed = this::typed;

    /// @param record called to record what was observed
    TimerKeys(
            Node view,
            TimerViewModel timer,
            TimerButtons buttons,
            Runnable search,
            Runnable record) {
        this.view = view;
        this.timer = timer;
        this.buttons = buttons;
        this.search = search;
        this.record = record;
    }

    /// Listens as long as the view is in a scene.
    void install() {
        view.sceneProperty().subscribe(this::move);
    }

    private void move(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
            before.removeEventFilter(KeyEvent.KEY_TYPED, typed);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
            now.addEventFilter(KeyEvent.KEY_TYPED, typed);
        }
    }

    private @Nullable Node focused() {
        Scene scene = view.getScene();
        return scene == null ? null : scene.getFocusOwner();
    }

    private void pressed(KeyEvent key) {
        if (view.isDisabled()) {
            return;
        }
        boolean isPlainSpace = key.getCode() == KeyCode.SPACE && !hasModifier(key);
        Node focused = focused();
        if (SEARCH.match(key)) {
            search.run();
        } else if (COMPLETE.match(key)) {
            timer.complete();
        } else if (RECORD.match(key)) {
            record.run();
        } else if (isPlainSpace && !isUsingSpace(focused)) {
            buttons.press();
        } else if (key.getCode() == KeyCode.ESCAPE && !(focused instanceof TextInputControl)) {
            timer.keepCurrent();
        } else {
            return;
        }
        key.consume();
    }

    private static boolean isUsingSpace(@Nullable Node focused) {
        return focused instanceof TextInputControl
                || focused instanceof ButtonBase
                || focused instanceof ComboBoxBase;
    }

    private static boolean hasModifier(KeyEvent key) {
        return key.isShortcutDown() || key.isAltDown() || key.isControlDown() || key.isMetaDown();
    }

    /// A letter typed anywhere begins a search.
    private void typed(KeyEvent key) {
        String text = key.getCharacter();
        boolean isLetter = text.length() == 1 && text.charAt(0) > ' ' && text.charAt(0) != 127;
        if (view.isDisabled()
                || !isLetter
                || hasModifier(key)
                || focused() instanceof TextInputControl) {
            return;
        }
        search.run();
        if (focused() instanceof TextInputControl field) {
            field.appendText(text);
        }
        key.consume();
    }
}
