package org.tutortimes.desktop.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.desktop.timer.Desk.PILE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.journal.Pause;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.model.timer.TimerEvent;

class IdleWatchTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @TempDir Path folder;
    private Desk desk;
    private Instant lastInput;

    @BeforeEach
    void markForFiveMinutes() {
        desk = new Desk(folder, new VirtualComputer());
        desk.keeper.start(PILE).join();
        desk.work(FIVE_MINUTES);
        lastInput = desk.clock.now();
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void thePauseIsDatedBackToTheLastInput() {
        desk.leaveAlone(Duration.ofSeconds(599));
        assertThat(desk.current().status()).isEqualTo(SessionStatus.ACTIVE);
        desk.leaveAlone(Duration.ofSeconds(1));

        assertThat(desk.current().status()).isEqualTo(SessionStatus.PAUSED);
        assertThat(desk.pause()).isEqualTo(new Pause(lastInput, PauseReason.IDLE));
        assertThat(desk.current().closedMillis()).isEqualTo(FIVE_MINUTES.toMillis());
        assertThat(desk.away().since()).isEqualTo(lastInput);
        assertThat(desk.away().back()).isNull();
    }

    @Test
    void theBannerSaysWhenSomebodyCameBack() {
        desk.leaveAlone(Duration.ofMinutes(23));
        desk.work(Duration.ofSeconds(3));

        assertThat(desk.away().back()).isEqualTo(lastInput.plusSeconds(23 * 60 + 1));
    }

    @Test
    void keptTimeAwayCountsUpToTheReturn() {
        desk.leaveAlone(Duration.ofMinutes(23));
        desk.work(Duration.ofSeconds(1));
        Instant back = Objects.requireNonNull(desk.away().back());
        desk.keeper.keepAwayAndResume().join();

        assertThat(desk.current().status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(desk.current().closedMillis())
                .isEqualTo(FIVE_MINUTES.plusMinutes(23).plusSeconds(1).toMillis());
        assertThat(facts()).contains(new Fact.AwayKept(new Segment(lastInput, back)));
        assertThat(desk.shown().away()).isNull();
    }

    @Test
    void discardedTimeAwayIsOnRecordAndDoesNotCount() {
        desk.leaveAlone(Duration.ofMinutes(23));
        desk.work(Duration.ofSeconds(1));
        desk.keeper.resume().join();

        assertThat(desk.current().closedMillis()).isEqualTo(FIVE_MINUTES.toMillis());
        assertThat(facts().get(2)).isInstanceOf(Fact.AwayDiscarded.class);
        assertThat(facts().get(3)).isInstanceOf(Fact.Resumed.class);
    }

    @Test
    void completingAtTheTimeAwayEndsAtTheLastInput() {
        desk.leaveAlone(Duration.ofMinutes(40));
        desk.work(Duration.ofSeconds(1));
        desk.keeper.completeAtAway().join();

        assertThat(desk.shown().today().getFirst().end()).isEqualTo(lastInput);
        assertThat(desk.shown().todayMillis()).isEqualTo(FIVE_MINUTES.toMillis());
    }

    @Test
    void withoutAnAnswerNothingCountsAlsoOvernight() {
        desk.leaveAlone(Duration.ofMinutes(11));
        desk.sleep(Duration.ofHours(16));
        desk.work(Duration.ofSeconds(10));

        assertThat(desk.current().status()).isEqualTo(SessionStatus.PAUSED);
        assertThat(desk.current().closedMillis()).isEqualTo(FIVE_MINUTES.toMillis());
        assertThat(desk.away().back()).isNotNull();
        assertThat(desk.shown().todayMillis()).as("the next day").isZero();
        assertThat(desk.shown().weekMillis()).isEqualTo(FIVE_MINUTES.toMillis());
    }

    @Test
    void aShortSleepIsLeftOutAndTheSessionGoesOn() {
        desk.sleep(Duration.ofMinutes(4));

        assertThat(desk.current().status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(desk.current().closedMillis()).isEqualTo(FIVE_MINUTES.toMillis());
        desk.work(Duration.ofMinutes(1));
        desk.keeper.complete().join();
        assertThat(desk.shown().todayMillis()).isEqualTo(360_000);
    }

    @Test
    void aLongSleepAsksLikeTimeAway() {
        desk.sleep(Duration.ofHours(2));

        assertThat(desk.pause().reason()).isEqualTo(PauseReason.SLEEP);
        assertThat(desk.away().reason()).isEqualTo(PauseReason.SLEEP);
        assertThat(desk.away().back()).isNull();
        desk.work(Duration.ofSeconds(1));
        assertThat(desk.away().back()).isEqualTo(lastInput.plusSeconds(7201));
    }

    @Test
    void aClickRightAfterWakingFindsTheSleepFirst() {
        desk.computer.pass(Duration.ofHours(2));
        desk.keeper.pause().join();

        assertThat(desk.pause().reason()).isEqualTo(PauseReason.SLEEP);
        assertThat(desk.current().closedMillis()).isEqualTo(FIVE_MINUTES.toMillis());
    }

    @Test
    void aSteppedWallClockIsNoSleepAndChangesNothing() {
        desk.computer.setWall(desk.computer.instant().plus(Duration.ofDays(365)));
        desk.work(Duration.ofMinutes(1));
        desk.computer.setWall(desk.computer.instant().minus(Duration.ofDays(730)));
        desk.work(Duration.ofMinutes(1));
        desk.keeper.pause().join();

        assertThat(desk.current().closedMillis()).isEqualTo(FIVE_MINUTES.toMillis() + 120_000);
        assertThat(desk.pause().at()).isEqualTo(lastInput.plusSeconds(120));
    }

    @Test
    void aPausedSessionIsNeverTouched() {
        desk.keeper.pause().join();
        desk.leaveAlone(Duration.ofMinutes(30));
        desk.sleep(Duration.ofHours(1));

        assertThat(desk.events()).hasSize(2);
        assertThat(desk.shown().away()).isNull();
    }

    @Test
    void whereNobodyCanTellOnlySleepPauses() {
        desk.computer.goBlind();
        desk.leaveAlone(Duration.ofHours(1));
        assertThat(desk.current().status()).isEqualTo(SessionStatus.ACTIVE);
        desk.sleep(Duration.ofHours(1));
        assertThat(desk.away().back()).isNotNull();
    }

    @Test
    void anUnansweredQuestionStaysPausedAfterARestart() {
        desk.leaveAlone(Duration.ofMinutes(15));
        desk.close();
        desk = new Desk(folder, desk.computer);

        assertThat(desk.current().status()).isEqualTo(SessionStatus.PAUSED);
        assertThat(desk.current().closedMillis()).isEqualTo(FIVE_MINUTES.toMillis());
        assertThat(desk.shown().away()).isNull();
    }

    @Test
    void aNewThresholdHoldsAtOnce() {
        desk.threshold = Duration.ofMinutes(1);
        desk.leaveAlone(Duration.ofMinutes(1));

        assertThat(desk.pause().reason()).isEqualTo(PauseReason.IDLE);
    }

    private List<Fact> facts() {
        return desk.events().stream().map(TimerEvent::fact).toList();
    }
}
