package org.tutortimes.server.breakdown;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.pages.PeriodLink;
import org.tutortimes.server.sessions.Choice;
import org.tutortimes.server.sessions.DownloadLink;
import org.tutortimes.server.sessions.TablePage;

/// A report as its template writes it: every text is final.
///
/// @param whole whether it adds up everybody's time rather than the reader's own
/// @param heading of the first dimension
/// @param secondHeading of the second; null where that stands in columns, or is none
/// @param columns of figures after the time
/// @param lines of this page of the table
/// @param sum of the lines of all pages; without lines it is not shown
public record BreakdownView(
        long unitId,
        String code,
        String name,
        boolean whole,
        Choices choices,
        String question,
        String heading,
        @Nullable String secondHeading,
        List<String> columns,
        Picture picture,
        List<Line> lines,
        Line sum,
        TablePage.Pager pager,
        String note) {
    public BreakdownView {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /// What the picture shows of the table.
    ///
    /// @param legend what its colours mean; empty where it has only one
    /// @param bars as JSON: names, and the seconds of each colour
    /// @param upright whether the bars stand side by side, as time passes
    /// @param note what it leaves out; null for nothing
    public record Picture(
            List<String> legend, String bars, boolean upright, @Nullable String note) {
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
    public record Line(
            String heading, @Nullable String second, String duration, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }
}
