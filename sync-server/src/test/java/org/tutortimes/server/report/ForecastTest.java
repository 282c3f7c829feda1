package org.tutortimes.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-08-18");
    private static final LocalDate MONDAY = LocalDate.parse("2026-08-17");

    @Test
    void daysThatAreLeftTakeWhatTheLastWeeksTook() {
        // Two weeks and three days after today, at ten and twenty hours a week.
        assertThat(Forecast.of(100_000, List.of(36_000L, 72_000L), TUESDAY, TUESDAY.plusDays(17)))
                .contains(new Forecast(100_000 + 54_000 * 17 / 7, 2, 54_000, TUESDAY.plusDays(17)));
    }

    @Test
    void thereIsNoneWithoutAnEndAfterItAndInTheFirstWeek() {
        assertThat(Forecast.of(1, List.of(1L), TUESDAY, null)).isEmpty();
        assertThat(Forecast.of(1, List.of(1L), TUESDAY, TUESDAY)).isEmpty();
        assertThat(Forecast.of(1, List.of(), TUESDAY, TUESDAY.plusDays(9))).isEmpty();
    }

    @Test
    void weeksAreWholeOnesSinceTheFirstSessionAndFourAtMost() {
        assertThat(Forecast.weeks(TUESDAY, MONDAY)).isZero();
        assertThat(Forecast.weeks(MONDAY.minusDays(1), MONDAY)).isEqualTo(1);
        assertThat(Forecast.weeks(MONDAY.minusWeeks(3), MONDAY)).isEqualTo(3);
        assertThat(Forecast.weeks(MONDAY.minusWeeks(30), MONDAY)).isEqualTo(4);
        assertThat(Forecast.weeks(MONDAY.plusWeeks(2), MONDAY)).isZero();
    }
}
