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
    void aClockSetBackOverMidnightDoesNotBringTheOldDayBack() {
        ZoneId stJohns = ZoneId.of("America/St_Johns");
        Instant midnight = Instant.parse("2010-11-07T02:30:00Z");
        List<Segment> counted =
                List.of(new Segment(midnight.plusSeconds(600), midnight.plusSeconds(1_200)));
        assertThat(DayCut.secondsByDay(counted, stJohns))
                .containsExactly(entry(LocalDate.parse("2010-11-07"), 600L));
        assertThat(DayCut.dayOf(midnight.minusMillis(1), stJohns))
                .isEqualTo(LocalDate.parse("2010-11-06"));
    }

    @Test
    void periodsThatFollowOneAnotherShareAPartOfASecondAsDaysDo() {
        Instant start = Instant.parse("2026-08-03T02:00:00Z");
        List<Segment> counted = List.of(new Segment(start, start.plusMillis(1_100)));
        Instant edge = start.plusMillis(600);
        assertThat(DayCut.secondsByDay(counted, MELBOURNE, new Segment(Instant.MIN, edge)))
                .isEmpty();
        assertThat(DayCut.secondsByDay(counted, MELBOURNE, new Segment(edge, Instant.MAX)))
                .containsExactly(entry(LocalDate.parse("2026-08-03"), 1L));
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
