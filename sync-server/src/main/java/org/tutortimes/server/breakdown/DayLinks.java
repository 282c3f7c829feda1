package org.tutortimes.server.breakdown;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PeriodLink;

/// Stretches of days that people pay and report by, as links.
///
/// @param path with what else was chosen
/// @param from the first day that is chosen; empty for none
/// @param to the last day that is chosen; empty for none
record DayLinks(String path, String from, String to, LocalDate today) {

    List<PeriodLink> all(Words words) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = today.withDayOfMonth(1);
        List<PeriodLink> links = new ArrayList<>();
        links.add(
                new PeriodLink(
                        words.text("period.whole-unit"), path, from.isEmpty() && to.isEmpty()));
        links.add(link(words.text("breakdown.last-month"), month.minusMonths(1), month));
        links.add(link(words.text("breakdown.this-month"), month, month.plusMonths(1)));
        links.add(link(words.text("breakdown.last-fortnight"), monday.minusWeeks(2), monday));
        links.add(link(words.text("period.last-week"), monday.minusWeeks(1), monday));
        links.add(link(words.text("period.this-week"), monday, monday.plusWeeks(1)));
        return links;
    }

    /// @param after the first day that does not belong to it
    private PeriodLink link(String words, LocalDate first, LocalDate after) {
        String last = after.minusDays(1).toString();
        String days = "from=%s&to=%s".formatted(first, last);
        return new PeriodLink(
                words,
                path + (path.contains("?") ? "&" : "?") + days,
                from.equals(first.toString()) && to.equals(last));
    }
}
