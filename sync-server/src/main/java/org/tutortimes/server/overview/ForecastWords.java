package org.tutortimes.server.overview;

import org.jspecify.annotations.Nullable;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.report.Forecast;

/// Where a unit's total goes, in words.
final class ForecastWords {

    private static final long SECONDS_PER_HOUR = 3_600;

    private ForecastWords() {}

    static UnitView.Forecast of(Forecast forecast, @Nullable Long budgetHours, Words words) {
        long hours = hours(forecast.seconds());
        String end = words.fullDay(forecast.end());
        String basis =
                words.text(
                        "overview.forecast.basis",
                        forecast.weeks(),
                        words.duration(forecast.secondsPerWeek()));
        if (budgetHours == null || budgetHours <= 0) {
            return new UnitView.Forecast(words.text("overview.forecast", hours, end), basis, false);
        }
        boolean over = hours > budgetHours;
        return new UnitView.Forecast(
                words.text(
                        over ? "overview.forecast.over" : "overview.forecast.within",
                        hours,
                        end,
                        Math.abs(hours - budgetHours)),
                basis,
                over);
    }

    /// A guess is not exact to the minute.
    private static long hours(long seconds) {
        return Math.round((double) seconds / SECONDS_PER_HOUR);
    }
}
