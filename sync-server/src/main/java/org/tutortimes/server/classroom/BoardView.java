package org.tutortimes.server.classroom;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.pages.UnitView.Clock;

/// The board of a class session as its templates write it: every text is final.
///
/// @param nowMillis the server's time, from which running figures count on
/// @param link where students join
/// @param canEdit whether its plan may still change
/// @param passages how many there are, in words
public record BoardView(
        UUID id,
        UUID classId,
        String className,
        long unitId,
        String title,
        String zone,
        long nowMillis,
        String link,
        boolean canEdit,
        String passages,
        State state,
        Figures figures,
        List<Row> rows) {

    public BoardView {
        rows = List.copyOf(rows);
    }

    /// How far it is.
    ///
    /// @param status as on the wire, by which the style sheet shows what can be done
    /// @param clock how long it has been in progress, or null
    public record State(
            String status, String sign, String words, String times, @Nullable Clock clock) {}

    /// How many there are. Widths are in percent, of those here, gone, and not there yet.
    public record Figures(
            int here,
            int students,
            int gone,
            int missing,
            int working,
            int submitted,
            int highlights,
            List<Double> widths) {

        public Figures {
            widths = List.copyOf(widths);
        }
    }

    /// A student.
    ///
    /// @param sign the shape beside the words
    /// @param attemptId null for one who has not begun
    public record Row(
            long id,
            String name,
            String sign,
            String here,
            String since,
            String heard,
            String attempt,
            @Nullable UUID attemptId,
            int highlights) {}
}
