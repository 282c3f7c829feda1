package org.tutortimes.desktop.fx;

import java.util.Locale;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A small sign whose outline alone tells the state, drawn by the stylesheet in the text's size.
public final class Shape extends Region {

    /// What it can say; each has an outline of its own.
    public enum Kind {
        NONE,
        DOT,
        BARS,
        TICK,
        CLOCK,
        TRIANGLE,
        CLOUD_OFF,
        ARROWS,
        KEY,
        RING
    }

    private @Nullable String styled;

    public Shape() {
        getStyleClass().add("shape");
        setFocusTraversable(false);
        setMouseTransparent(true);
    }

    /// Shows this kind; the meaning in words must stand beside it.
    public void show(Kind kind) {
        if (styled != null) {
            getStyleClass().remove(styled);
        }
        styled = "shape-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        getStyleClass().add(styled);
        setVisible(kind != Kind.NONE);
        setManaged(kind != Kind.NONE);
    }
}
