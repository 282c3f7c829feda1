package org.tutortimes.server.breakdown;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.pages.PeriodLink;
import org.tutortimes.server.sessions.Choice;
import org.tutortimes.server.sessions.DownloadLink;

/// A report as its template writes it: every text is final.
///
/// @param whole whether it adds up everybody's time rather than the reader's own
/// @param by the name of the first dimension
/// @param heading of the first dimension
/// @param secondHeading of the second; null where that stands in columns, or is none
/// @param columns of figures after the time
/// @param sum of all lines; without lines it is not shown
public record BreakdownView(
        long unitId,
        String code,
        String name,
        boolean whole,
        Choices choices,
        String by,
        String question,
        String heading,
        @Nullable String secondHeading,
        List<String> columns,
        Picture picture,
        List<Line> lines,
        Line sum,
        String note) {
    public BreakdownView {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /// What the picture shows of the table.
    ///
    /// @param legend what its colours mean; empty where it has only one
    /// @param most bars that it has room for
    /// @param note what it leaves out; null for nothing
    public record Picture(List<String> legend, int most, @Nullable String note) {
        public Picture {
            legend = List.copyOf(legend);
        }
    }

    /// What can be chosen, and is.
    ///
    /// @param clash whether the second is left out, since it does not go with the first
    public record Choices(
            List<Choice> first,
            List<Choice> second,
            boolean clash,
            String from,
            String to,
            List<PeriodLink> periods,
            List<DownloadLink> downloads,
            String timesheets) {
        public Choices {
            first = List.copyOf(first);
            second = List.copyOf(second);
            periods = List.copyOf(periods);
            downloads = List.copyOf(downloads);
        }
    }

    /// A row.
    ///
    /// @param second what the second dimension says; null where that has no column of its own
    /// @param parts its seconds as the picture draws them: one for each colour
    /// @param drawn whether it is in the picture
    public record Line(
            String heading,
            @Nullable String second,
            String duration,
            List<String> cells,
            List<Long> parts,
            boolean drawn) {
        public Line {
            cells = List.copyOf(cells);
            parts = List.copyOf(parts);
        }
    }
}
