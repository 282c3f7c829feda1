package org.tutortimes.model.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.idle.IdleRule.Tick;
import org.tutortimes.model.idle.IdleRule.Verdict;

class IdleRuleTest {

    private static final Duration THRESHOLD = Duration.ofMinutes(10);
    private static final long MINUTE = 60_000;

    @Test
    void oneMillisecondBelowTheThresholdSomebodyIsThere() {
        assertThat(judge(20 * MINUTE, 10 * MINUTE - 1)).isEqualTo(new Verdict.Present());
    }

    @Test
    void atTheThresholdThePauseIsDatedBackToTheLastInput() {
        assertThat(judge(20 * MINUTE, 10 * MINUTE)).isEqualTo(new Verdict.WentIdle(10 * MINUTE));
    }

    @Test
    void noPauseIsDatedBeforeTheSegmentBegan() {
        assertThat(
                        IdleRule.judge(
                                15 * MINUTE,
                                at(25 * MINUTE - 1_000),
                                at(25 * MINUTE - 1, 20),
                                THRESHOLD))
                .isEqualTo(new Verdict.Present());
        assertThat(
                        IdleRule.judge(
                                15 * MINUTE,
                                at(25 * MINUTE - 1_000),
                                at(25 * MINUTE, 20),
                                THRESHOLD))
                .isEqualTo(new Verdict.WentIdle(15 * MINUTE));
    }

    @Test
    void whereNobodyCanTellNobodyIsIdle() {
        assertThat(
                        IdleRule.judge(
                                0, at(99 * MINUTE), new Tick(99 * MINUTE + 1_000, null), THRESHOLD))
                .isEqualTo(new Verdict.Present());
    }

    @Test
    void aGapOfThirtySecondsBetweenTicksIsSleep() {
        assertThat(IdleRule.judge(0, at(5_000), at(34_999, 0), THRESHOLD))
                .isEqualTo(new Verdict.Present());
        assertThat(IdleRule.judge(0, at(5_000), at(35_000, 0), THRESHOLD))
                .isEqualTo(new Verdict.Slept(5_000, true));
    }

    @Test
    void aSleepAsLongAsTheThresholdDoesNotResumeByItself() {
        assertThat(IdleRule.judge(0, at(0), at(10 * MINUTE - 1, 0), THRESHOLD))
                .isEqualTo(new Verdict.Slept(0, true));
        assertThat(IdleRule.judge(0, at(0), at(10 * MINUTE, 0), THRESHOLD))
                .isEqualTo(new Verdict.Slept(0, false));
    }

    private static Verdict judge(long nowMillis, long sinceInputMillis) {
        return IdleRule.judge(
                0, at(nowMillis - 1_000), new Tick(nowMillis, sinceInputMillis), THRESHOLD);
    }

    private static Tick at(long nowMillis) {
        return new Tick(nowMillis, 0L);
    }

    private static Tick at(long nowMillis, long idleMinutes) {
        return new Tick(nowMillis, idleMinutes * MINUTE);
    }
}
