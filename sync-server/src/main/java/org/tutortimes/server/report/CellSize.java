package org.tutortimes.server.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/// Into what stretches of the calendar time is cut. Each is named by its first day.
public enum CellSize {
    DAY,
    WEEK,
    MONTH,
    ALL_TIME;

    /// The first day of the stretch that holds a day.
    public LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case ALL_TIME -> LocalDate.EPOCH;
        };
    }

    /// Where a stretch begins, in milliseconds since 1970.
    long startMillis(LocalDate firstDay, ZoneId zone) {
        return this == ALL_TIME ? Long.MIN_VALUE : midnight(firstDay, zone);
    }

    /// Where a stretch ends, in milliseconds since 1970.
    long endMillis(LocalDate firstDay, ZoneId zone) {
        return switch (this) {
            case DAY -> midnight(firstDay.plusDays(1), zone);
            case WEEK -> midnight(firstDay.plusWeeks(1), zone);
            case MONTH -> midnight(firstDay.plusMonths(1), zone);
            case ALL_TIME -> Long.MAX_VALUE;
        };
    }

    /// As ISO 8601 writes it: `2026-11-21`, `2026-W47`, `2026-11`.
    public String text(LocalDate firstDay) {
        return switch (this) {
            case DAY -> firstDay.toString();
            case WEEK ->
                    String.format(
                            Locale.ROOT,
                            "%04d-W%02d",
                            firstDay.get(IsoFields.WEEK_BASED_YEAR),
                            firstDay.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> firstDay.toString().substring(0, "2026-11".length());
            case ALL_TIME -> "";
        };
    }

    private static long midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
