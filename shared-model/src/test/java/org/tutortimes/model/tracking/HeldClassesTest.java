package org.tutortimes.model.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.tracking.TrackingRules.Step;

/// Class sessions that somebody holds or held, among their tutorials.
class HeldClassesTest {

    // A Monday.
    private static final Instant NINE = Instant.parse("2026-08-03T09:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3_600);
    private static final Tutorials HELD = held(new Segment(NINE, TEN));
    private static final Tutorials STILL = held(new Segment(NINE, Tutorials.STILL_HELD));

    @Test
    void classThatWasHeldIsATutorialFromItsStartToItsEnd() {
        assertThat(HELD.isDuring(NINE.minusMillis(1))).isFalse();
        assertThat(HELD.isDuring(NINE)).isTrue();
        assertThat(HELD.isDuring(TEN.minusMillis(1))).isTrue();
        assertThat(HELD.isDuring(TEN)).isFalse();
    }

    @Test
    void classThatIsStillHeldIsATutorialAtAnyLaterTime() {
        assertThat(STILL.isDuring(NINE.minusMillis(1))).isFalse();
        assertThat(STILL.isDuring(NINE.plus(Duration.ofDays(30)))).isTrue();
    }

    @Test
    void sessionGoesOnWhileTheClassIsHeld() {
        Observed inside = new Observed(NINE, NINE.plusSeconds(600));
        Instant next = NINE.plusSeconds(1_200);
        assertThat(TrackingRules.next(inside, next, STILL)).isEqualTo(new Step.Continue(next));
    }

    @Test
    void sessionThatBeganInAClassEndsWithItAndAnotherBegins() {
        Observed inside = new Observed(NINE, TEN.minusSeconds(300));
        assertThat(TrackingRules.next(inside, TEN.plusSeconds(60), HELD))
                .isEqualTo(new Step.Begin(TEN, false));
    }

    @Test
    void sessionThatBeganBeforeEndsASecondBeforeTheClass() {
        Observed before = new Observed(NINE.minusSeconds(600), NINE.minusSeconds(300));
        for (Tutorials tutorials : List.of(HELD, STILL)) {
            assertThat(TrackingRules.next(before, NINE.plusSeconds(60), tutorials))
                    .isEqualTo(new Step.Begin(NINE.minusSeconds(1), true));
        }
    }

    @Test
    void whereAClassAndAWeeklyTutorialOverlapTheLaterEndCounts() {
        WeeklyTutorial weekly =
                new WeeklyTutorial(
                        DayOfWeek.MONDAY,
                        LocalTime.of(9, 30),
                        Duration.ofMinutes(60),
                        ZoneOffset.UTC);
        Tutorials both = new Tutorials(List.of(weekly), List.of(new Segment(NINE, TEN)));
        Instant between = TEN.minusSeconds(600);
        Observed inBoth = new Observed(between, between);
        Instant after = TEN.plusSeconds(60);
        assertThat(TrackingRules.next(inBoth, after, both)).isEqualTo(new Step.Continue(after));
        assertThat(both.isDuring(after)).isTrue();
    }

    private static Tutorials held(Segment segment) {
        return new Tutorials(List.of(), List.of(segment));
    }
}
