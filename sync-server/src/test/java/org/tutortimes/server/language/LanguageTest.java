package org.tutortimes.server.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

    @Test
    void browserPreferenceIsTakenInItsOrder() {
        assertThat(Language.of(null, "fr-FR, de-AT;q=0.8, en;q=0.5")).isEqualTo(Language.GERMAN);
        assertThat(Language.of(null, "en-AU,en;q=0.9,de;q=0.8")).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(null, "fr, ja")).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(null, null)).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(null, ";;q=%")).isEqualTo(Language.ENGLISH);
    }

    @Test
    void choiceGoesBeforeThePreference() {
        assertThat(Language.of("en", "de")).isEqualTo(Language.ENGLISH);
        assertThat(Language.of("de", "en")).isEqualTo(Language.GERMAN);
        assertThat(Language.of("xx", "de")).isEqualTo(Language.GERMAN);
    }

    @Test
    void languageOfTheMachineIsNobodysLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Bundles.of("frame", Locale.ENGLISH)).containsEntry("frame.units", "Units");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void datesAndCountsAreThoseOfTheLanguage() {
        Instant at = Instant.parse("2026-12-01T03:05:00Z");
        LocalDate today = LocalDate.of(2026, 12, 2);

        assertThat(Words.in(Language.ENGLISH).dayAndTime(at, MELBOURNE, today))
                .isEqualTo("Tue 1 Dec, 14:05");
        assertThat(Words.in(Language.GERMAN).dayAndTime(at, MELBOURNE, today))
                .isEqualTo("Di. 1. Dez., 14:05");
        assertThat(Words.in(Language.ENGLISH).text("overview.running", 1))
                .isEqualTo("running now in 1 session");
        assertThat(Words.in(Language.ENGLISH).text("overview.running", 1_234))
                .isEqualTo("running now in 1,234 sessions");
        assertThat(Words.in(Language.GERMAN).text("overview.running", 1_234))
                .isEqualTo("laufen gerade in 1.234 Sitzungen");
    }
}
