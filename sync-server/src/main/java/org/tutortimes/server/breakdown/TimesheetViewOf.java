package org.tutortimes.server.breakdown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Period;
import org.tutortimes.server.totals.Heading;
import org.tutortimes.server.totals.Totals;

/// Puts the days of tutors on sheets of paper.
final class TimesheetViewOf {

    private static final double SECONDS_PER_HOUR = 3_600;

    private final SeenUnit unit;
    private final Period period;
    private final Totals.Table table;
    private final Words words;

    /// @param table by tutor and day
    TimesheetViewOf(SeenUnit unit, Period period, Totals.Table table, Words words) {
        this.unit = unit;
        this.period = period;
        this.table = table;
        this.words = words;
    }

    TimesheetView view(String from, String to, Instant now) {
        long unitId = unit.scope().unitId();
        LocalDate today = now.atZone(unit.zone()).toLocalDate();
        return new TimesheetView(
                unitId,
                unit.code(),
                unit.name(),
                from,
                to,
                new DayLinks(TimesheetPage.address(unitId, "", ""), from, to, today).all(words),
                periodInWords(),
                sheets(),
                words.text("frame.zone", unit.zone().getId())
                        + " "
                        + words.text(
                                "frame.printed-on",
                                words.dayAndTime(now, unit.zone(), LocalDate.MIN)));
    }

    /// Who has two roles in the unit has one sheet.
    private List<TimesheetView.Sheet> sheets() {
        Map<String, List<Totals.Row>> byUsername = new LinkedHashMap<>();
        table.rows()
                .forEach(row ->
                        byUsername
                                .computeIfAbsent(
                                        Objects.requireNonNullElse(tutor(row).username(), ""),
                                        _ -> new ArrayList<>())
                                .add(row));
        return byUsername.values().stream().map(this::sheet).toList();
    }

    private TimesheetView.Sheet sheet(List<Totals.Row> rows) {
        Map<LocalDate, List<Totals.Row>> byDay =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        TimesheetViewOf::dayOf, TreeMap::new, Collectors.toList()));
        long seconds = rows.stream().mapToLong(Totals.Row::seconds).sum();
        Heading.Named tutor = tutor(rows.getFirst());
        return new TimesheetView.Sheet(
                "%s (%s)".formatted(tutor.name(), tutor.username()),
                byDay.entrySet().stream().map(each -> day(each.getKey(), each.getValue())).toList(),
                words.number(rows.stream().mapToLong(Totals.Row::sessions).sum()),
                words.duration(seconds),
                String.format(words.locale(), "%.2f", seconds / SECONDS_PER_HOUR));
    }

    private TimesheetView.Day day(LocalDate day, List<Totals.Row> rows) {
        return new TimesheetView.Day(
                words.fullDay(day),
                words.number(rows.stream().mapToLong(Totals.Row::sessions).sum()),
                words.number(rows.stream().mapToLong(Totals.Row::submissions).sum()),
                words.duration(rows.stream().mapToLong(Totals.Row::seconds).sum()));
    }

    private static Heading.Named tutor(Totals.Row row) {
        return (Heading.Named) row.headings().getFirst();
    }

    /// The days that were asked for, or else that there are.
    private String periodInWords() {
        Instant from = period.from();
        Instant to = period.to();
        List<LocalDate> days = table.rows().stream().map(TimesheetViewOf::dayOf).sorted().toList();
        LocalDate first = from != null ? dayAt(from) : days.isEmpty() ? null : days.getFirst();
        LocalDate last =
                to != null ? dayAt(to.minusMillis(1)) : days.isEmpty() ? null : days.getLast();
        return words(first, last);
    }

    private String words(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first == null || last == null
                ? ""
                : words.text("timesheet.period", words.fullDay(first), words.fullDay(last));
    }

    private LocalDate dayAt(Instant at) {
        return at.atZone(period.zone()).toLocalDate();
    }

    private static LocalDate dayOf(Totals.Row row) {
        return ((Heading.From) row.headings().getLast()).firstDay();
    }
}
