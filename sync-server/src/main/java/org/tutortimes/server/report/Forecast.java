package org.tutortimes.server.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a unit's total will be at the end of its teaching period if it goes on as of late.
///
/// @param seconds the total then
/// @param weeks how many whole weeks it is guessed from
/// @param secondsPerWeek their mean
/// @param end the last day of teaching
public record Forecast(long seconds, int weeks, long secondsPerWeek, LocalDate end) {

    /// A month forgets the calm before the first deadline, and holds more than one.
    static final int MOST_WEEKS = 4;

    private static final int DAYS_PER_WEEK = 7;

    /// How many whole weeks before this one can tell something.
    ///
    /// @param firstWorked the day of the first session
    /// @param thisMonday with which this week begins
    static long weeks(LocalDate firstWorked, LocalDate thisMonday) {
        long weeks = ChronoUnit.WEEKS.between(CellSize.WEEK.firstDay(firstWorked), thisMonday);
        return Math.clamp(weeks, 0, MOST_WEEKS);
    }

    /// The forecast; empty where no end is known or it is over, and in the first week.
    ///
    /// @param totalSeconds up to now
    /// @param recentWeeks the seconds of whole weeks
    public static Optional<Forecast> of(
            long totalSeconds, List<Long> recentWeeks, LocalDate today, @Nullable LocalDate end) {
        if (end == null || !today.isBefore(end) || recentWeeks.isEmpty()) {
            return Optional.empty();
        }
        long perWeek = recentWeeks.stream().mapToLong(Long::longValue).sum() / recentWeeks.size();
        long days = ChronoUnit.DAYS.between(today, end);
        return Optional.of(
                new Forecast(
                        totalSeconds + perWeek * days / DAYS_PER_WEEK,
                        recentWeeks.size(),
                        perWeek,
                        end));
    }
}
