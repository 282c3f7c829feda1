package org.tutortimes.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DurationTextTest {

    @Test
    void aRunningFigureShowsHoursMinutesAndSeconds() {
        assertThat(DurationText.clock(0)).isEqualTo("0:00:00");
        assertThat(DurationText.clock(1_421)).isEqualTo("0:23:41");
        assertThat(DurationText.clock(111_605)).isEqualTo("31:00:05");
    }

    @Test
    void aReportShowsHoursAndMinutes() {
        assertThat(DurationText.words(0)).isEqualTo("0 min");
        assertThat(DurationText.words(45)).isEqualTo("45 s");
        assertThat(DurationText.words(59 * 60 + 59)).isEqualTo("59 min");
        assertThat(DurationText.words(8_400)).isEqualTo("2 h 20 min");
        assertThat(DurationText.words(7_200)).isEqualTo("2 h");
    }
}
