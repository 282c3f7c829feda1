package org.tutortimes.model.classes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What a highlight must be like.
///
/// Source: design, classes, behaviour.
public final class HighlightRules {

    private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}");

    private HighlightRules() {}

    /// Why a highlight does not belong to the passages of its class session.
    public enum Misfit {
        UNKNOWN_PASSAGE,
        BEYOND_PASSAGE,
        /// Something else stands at that place.
        OTHER_TEXT
    }

    /// What is wrong with a highlight by itself, by the field's name on the wire; empty where
    /// nothing is.
    public static Map<String, String> faults(Highlight highlight) {
        Map<String, String> faults = new TreeMap<>();
        if (highlight.positionStart() < 0) {
            faults.put("position_start", "must not be below 0");
        }
        if (highlight.positionEnd() <= highlight.positionStart()) {
            faults.put("position_end", "must be greater than position_start");
        }
        if (!COLOR.matcher(highlight.colorCode()).matches()) {
            faults.put("color_code", "must be a colour such as #FFD54F");
        }
        return faults;
    }

    /// Whether a highlight without faults marks what stands in one of these passages; empty if it
    /// does.
    public static Optional<Misfit> misfit(Highlight highlight, List<Passage> passages) {
        return passages.stream()
                .filter(passage -> passage.id().equals(highlight.passageId()))
                .findFirst()
                .map(passage -> misfit(highlight, passage.text()))
                .orElse(Optional.of(Misfit.UNKNOWN_PASSAGE));
    }

    private static Optional<Misfit> misfit(Highlight highlight, String text) {
        if (highlight.positionEnd() > text.length()) {
            return Optional.of(Misfit.BEYOND_PASSAGE);
        }
        String marked = text.substring(highlight.positionStart(), highlight.positionEnd());
        return marked.equals(highlight.text()) ? Optional.empty() : Optional.of(Misfit.OTHER_TEXT);
    }
}
