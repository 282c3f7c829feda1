package org.tutortimes.desktop.window;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// The one large figure. Each digit stands in the middle of a cell as wide as the widest digit, so
/// that nothing moves as the seconds pass, whatever font the system has.
public final class Figure extends Region {
    private static final String DIGITS = "0123456789";

    private final List<Text> glyphs = new ArrayList<>();
    private final Text ruler = glyph("0");
    private double digitWidth;

    public Figure() {
        getStyleClass().add("figure");
        setAccessibleRole(AccessibleRole.TEXT);
        ruler.setVisible(false);
        ruler.setManaged(false);
        getChildren().add(ruler);
        ruler.fontProperty().subscribe(this::measureDigits);
    }

    /// Shows this time.
    ///
    /// @param text such as `1:23:45`
    public void show(String text) {
        while (glyphs.size() > text.length()) {
            getChildren().remove(glyphs.removeLast());
        }
        while (glyphs.size() < text.length()) {
            glyphs.add(glyph(""));
            getChildren().add(glyphs.getLast());
        }
        for (int i = 0; i < text.length(); i++) {
            glyphs.get(i).setText(text.substring(i, i + 1));
        }
        setAccessibleText(text);
    }

    private static Text glyph(String text) {
        Text glyph = new Text(text);
        glyph.getStyleClass().add("figure-glyph");
        glyph.setTextOrigin(VPos.TOP);
        return glyph;
    }

    private void measureDigits() {
        double widest = 0;
        for (int i = 0; i < DIGITS.length(); i++) {
            ruler.setText(DIGITS.substring(i, i + 1));
            widest = Math.max(widest, ruler.getLayoutBounds().getWidth());
        }
        digitWidth = Math.ceil(widest);
        requestLayout();
    }

    private static boolean isDigit(Text glyph) {
        return DIGITS.contains(glyph.getText());
    }

    private double cellWidth(Text glyph) {
        return isDigit(glyph) ? digitWidth : Math.ceil(glyph.getLayoutBounds().getWidth());
    }

    @Override
    protected double computePrefWidth(double height) {
        return glyphs.stream().mapToDouble(this::cellWidth).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(ruler.getLayoutBounds().getHeight());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double x = Math.floor((getWidth() - computePrefWidth(-1)) / 2);
        for (Text glyph : glyphs) {
            double cell = cellWidth(glyph);
            glyph.relocate(x + (cell - glyph.getLayoutBounds().getWidth()) / 2, 0);
            x += cell;
        }
    }
}
