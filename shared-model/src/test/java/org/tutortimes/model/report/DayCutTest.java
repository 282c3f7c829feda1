package org.tutortimes.model.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.replay.Seeds;
import org.tutortimes.model.timer.Segment;

class DayCutTest {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

    @Test
    void aSessionOverMidnightCountsOnBothDays() {
        assertThat(cut("2026-08-03T13:30:00Z", "2026-08-03T14:45:00Z"))
                .containsExactly(
                        entry(LocalDate.parse("2026-08-03"), 1_800L),
                        entry(LocalDate.parse("2026-08-04"), 2_700L));
    }

    @Test
    void theDayOfTwentyThreeHoursAndThatOfTwentyFiveAddUp() {
        assertThat(cut("2026-10-03T00:00:00Z", "2026-10-05T00:00:00Z"))
                .containsEntry(LocalDate.parse("2026-10-04"), 23 * 3_600L);
        assertThat(cut("2026-04-03T00:00:00Z", "2026-04-07T00:00:00Z"))
                .containsEntry(LocalDate.parse("2026-04-05"), 25 * 3_600L);
    }

    @Test
    void aPartOfASecondIsCarriedToTheNextDay() {
        Instant midnight = Instant.parse("2026-08-03T14:00:00Z");
        List<Segment> counted =
                List.of(new Segment(midnight.minusMillis(600), midnight.plusMillis(500)));
        assertThat(DayCut.secondsByDay(counted, MELBOURNE))
                .containsExactly(entry(LocalDate.parse("2026-08-04"), 1L));
    }

    @Test
    void theDaysAlwaysSumToTheDuration() {
        Seeds.check(
                1_000,
                random -> {
                    List<Segment> counted = new ArrayList<>();
                    Instant reached = Instant.parse("2026-03-28T00:00:00Z");
                    for (int i = 0; i <= random.nextInt(10); i++) {
                        Instant start = reached.plusMillis(random.nextInt(100_000_000));
                        reached = start.plusMillis(1 + random.nextInt(100_000_000));
                        counted.add(new Segment(start, reached));
                    }
                    long millis = counted.stream().mapToLong(Segment::millis).sum();
                    long sum =
                            DayCut.secondsByDay(counted, MELBOURNE).values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum();
                    assertThat(sum).isEqualTo(millis / 1_000);
                });
    }

    private static Map<LocalDate, Long> cut(String start, String end) {
        return DayCut.secondsByDay(
                List.of(new Segment(Instant.parse(start), Instant.parse(end))), MELBOURNE);
    }
}
