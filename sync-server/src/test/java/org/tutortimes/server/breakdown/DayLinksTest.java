package org.tutortimes.server.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tutortimes.server.language.Language;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PeriodLink;

class DayLinksTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-12-01");

    @Test
    void monthsAreThoseOfTheCalendarAndWeeksBeginOnMondays() {
        assertThat(links("/r", "", ""))
                .extracting(link -> link.words().toLowerCase(Locale.ROOT) + " " + link.address())
                .containsExactly(
                        "whole unit /r",
                        "last month /r?from=2026-11-01&to=2026-11-30",
                        "this month /r?from=2026-12-01&to=2026-12-31",
                        "last two weeks /r?from=2026-11-16&to=2026-11-29",
                        "last week /r?from=2026-11-23&to=2026-11-29",
                        "this week /r?from=2026-11-30&to=2026-12-06");
    }

    @Test
    void whatElseWasChosenStaysAndTheChosenDaysAreMarked() {
        List<PeriodLink> links = links("/r?by=task", "2026-11-23", "2026-11-29");
        assertThat(links.get(4).address()).isEqualTo("/r?by=task&from=2026-11-23&to=2026-11-29");
        assertThat(links).filteredOn(PeriodLink::current).containsExactly(links.get(4));
        assertThat(links("/r", "", "").getFirst().current()).isTrue();
    }

    private static List<PeriodLink> links(String path, String from, String to) {
        return new DayLinks(path, from, to, TUESDAY).all(Words.in(Language.ENGLISH));
    }
}
