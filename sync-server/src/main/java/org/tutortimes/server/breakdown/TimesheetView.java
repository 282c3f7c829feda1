package org.tutortimes.server.breakdown;

import java.util.List;
import org.tutortimes.server.pages.PeriodLink;

/// Timesheets as their template writes them: every text is final.
///
/// @param from the first day that is chosen; empty for none
/// @param to the last day that is chosen; empty for none
/// @param period in words, as the sheets bear it
public record TimesheetView(
        long unitId,
        String code,
        String name,
        String from,
        String to,
        List<PeriodLink> periods,
        String period,
        List<Sheet> sheets,
        String note) {
    public TimesheetView {
        periods = List.copyOf(periods);
        sheets = List.copyOf(sheets);
    }

    /// A tutor's sheet.
    ///
    /// @param hours the total in hours with two decimals, as payrolls want it
    public record Sheet(String tutor, List<Day> days, String sessions, String total, String hours) {
        public Sheet {
            days = List.copyOf(days);
        }
    }

    /// A day of it.
    public record Day(String day, String sessions, String submissions, String time) {}
}
