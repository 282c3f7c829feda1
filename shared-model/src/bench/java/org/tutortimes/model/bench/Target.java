package org.tutortimes.model.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a row must reach.
///
/// @param isRatio whether it is the ratio to the reference that counts, or the figure itself
/// @param isFloor whether more is better
public record Target(boolean isRatio, boolean isFloor, double value) {

    /// At least so many times the reference.
    public static Target ratioAtLeast(double value) {
        return new Target(true, true, value);
    }

    /// At most so many times the reference.
    public static Target ratioAtMost(double value) {
        return new Target(true, false, value);
    }

    public static Target atLeast(double value) {
        return new Target(false, true, value);
    }

    public static Target atMost(double value) {
        return new Target(false, false, value);
    }

    /// Whether it is reached, or null where what counts was not measured.
    @Nullable Boolean isMet(@Nullable Double figure, @Nullable Double ratio) {
        Double counted = isRatio ? ratio : figure;
        if (counted == null) {
            return null;
        }
        return isFloor ? counted >= value : counted <= value;
    }

    String text(String unit) {
        String number = String.format(Locale.ROOT, "%,.2f", value).replaceAll("\\.?0+$", "");
        return (isFloor ? "≥ " : "≤ ") + number + (isRatio ? " ×" : " " + unit);
    }
}
