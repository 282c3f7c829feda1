package org.tutortimes.model.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.model.timer.SessionStatus.ACTIVE;
import static org.tutortimes.model.timer.SessionStatus.COMPLETED;
import static org.tutortimes.model.timer.SessionStatus.PAUSED;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.timer.TimerRules.Step;

class TimerRulesTest {

    private static final long HOUR = 3_600_000;

    @Test
    void onlyARunningSessionPauses() {
        assertThat(TimerRules.refusal(Step.PAUSE, ACTIVE, HOUR)).isEmpty();
        assertThat(TimerRules.refusal(Step.PAUSE, PAUSED, HOUR))
                .contains(new TimerRefusal.WrongStep(Step.PAUSE, PAUSED));
        assertThat(TimerRules.refusal(Step.PAUSE, COMPLETED, HOUR)).isPresent();
    }

    @Test
    void onlyAPausedSessionResumes() {
        assertThat(TimerRules.refusal(Step.RESUME, PAUSED, HOUR)).isEmpty();
        assertThat(TimerRules.refusal(Step.RESUME, ACTIVE, HOUR)).isPresent();
        assertThat(TimerRules.refusal(Step.RESUME, COMPLETED, HOUR)).isPresent();
    }

    @Test
    void aSessionCompletesOnce() {
        assertThat(TimerRules.refusal(Step.COMPLETE, ACTIVE, HOUR)).isEmpty();
        assertThat(TimerRules.refusal(Step.COMPLETE, PAUSED, HOUR)).isEmpty();
        assertThat(TimerRules.refusal(Step.COMPLETE, COMPLETED, HOUR)).isPresent();
    }

    @Test
    void lessThanASecondIsNothingToComplete() {
        assertThat(TimerRules.refusal(Step.COMPLETE, ACTIVE, 999))
                .isEqualTo(Optional.of(new TimerRefusal.NothingWorked()));
        assertThat(TimerRules.refusal(Step.COMPLETE, ACTIVE, 1_000)).isEmpty();
        assertThat(TimerRules.refusal(Step.PAUSE, ACTIVE, 0)).isEmpty();
    }
}
