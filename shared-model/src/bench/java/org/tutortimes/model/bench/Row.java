package org.tutortimes.model.bench;

import org.jspecify.annotations.Nullable;

/// One line of the report.
///
/// @param key orders the report; a later row of the same key replaces this one
/// @param what is measured, for a reader who has not seen the code
/// @param figure null where it could not be measured; the note then says why
/// @param referenceName what the figure is compared with, in the same run, or null
public record Row(
        String key,
        String what,
        String unit,
        @Nullable Double figure,
        @Nullable String referenceName,
        @Nullable Double reference,
        @Nullable Target target,
        String note) {

    private static final int MOST_REASON = 200;

    public static Row of(String key, String what, double figure, String unit) {
        return new Row(key, what, unit, figure, null, null, null, "");
    }

    /// What could not be measured.
    ///
    /// @param reason of which the beginning is kept
    public static Row notMeasured(String key, String what, String reason) {
        String line = reason.lines().findFirst().orElse("");
        String start = line.substring(0, Math.min(line.length(), MOST_REASON));
        return new Row(key, what, "", null, null, null, null, "not measured: " + start);
    }

    public Row against(String name, double value) {
        return new Row(key, what, unit, figure, name, value, target, note);
    }

    public Row target(Target wanted) {
        return new Row(key, what, unit, figure, referenceName, reference, wanted, note);
    }

    public Row note(String text) {
        return new Row(key, what, unit, figure, referenceName, reference, target, text);
    }

    /// Figure by reference, or null without one.
    @Nullable Double ratio() {
        return figure == null || reference == null || reference == 0 ? null : figure / reference;
    }

    /// Whether the target is reached; null without a target or without a figure.
    @Nullable Boolean met() {
        return target == null ? null : target.isMet(figure, ratio());
    }
}
