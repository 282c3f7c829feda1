package org.tutortimes.server.classroom;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.pages.Clock;

/// The board of a class session as its templates write it: every text is final.
///
/// @param nowMillis the server's time, from which running figures count on
/// @param link where students join
/// @param canEdit whether its plan may still change
/// @param archived whether its class is
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
        boolean archived,
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

    /// How many there are.
    ///
    /// @param label what the figure counts
    /// @param parts of all students, each with its colour; three of them
    public record Figures(
            String label,
            int figure,
            int students,
            int working,
            int submitted,
            int highlights,
            List<Part> parts) {

        public Figures {
            parts = List.copyOf(parts);
        }

        public List<Double> widths() {
            return parts.stream().map(Part::percent).toList();
        }
    }

    /// Some of the students.
    ///
    /// @param key a class of the style sheet
    public record Part(String key, String words, double percent) {}

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
