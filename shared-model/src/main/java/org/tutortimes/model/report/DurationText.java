package org.tutortimes.model.report;

/// Durations as people read them.
public final class DurationText {

    private DurationText() {}

    /// A running figure: `0:23:41`, `31:00:05`.
    ///
    /// @param seconds not negative
    public static String clock(long seconds) {
        return "%d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    /// A figure in a report: `2 h 20 min`, `36 min`, `45 s`, `0 min`. Whole minutes, rounded down,
    /// from one minute on.
    ///
    /// @param seconds not negative
    public static String words(long seconds) {
        long hours = seconds / 3_600;
        long minutes = seconds / 60 % 60;
        if (hours > 0) {
            return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
        }
        return seconds > 0 && minutes == 0 ? seconds + " s" : minutes + " min";
    }
}
