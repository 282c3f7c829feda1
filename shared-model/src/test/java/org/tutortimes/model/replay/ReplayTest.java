package org.tutortimes.model.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.Segment;

/// The flags and the odd shapes that the named cases do not show.
class ReplayTest {

    @Test
    void anOrdinarySessionHasNoFlags() {
        var events = new Events().started().atMinute(30).completed(1, 30);
        assertThat(events.replayed().flags()).isEmpty();
    }

    @Test
    void aClockThatWentBackIsFlaggedAndCostsNothing() {
        ReplayedSession session =
                new Events()
                        .started()
                        .atMinute(10)
                        .paused(1, 10)
                        .atMinute(-50)
                        .resumed()
                        .atMinute(-40)
                        .completed(3, 10)
                        .replayed();
        assertThat(session.flags()).containsExactly(SessionFlag.CLOCK_ADJUSTED);
        assertThat(session.recordedMillis()).isEqualTo(20 * 60_000L);
    }

    @Test
    void aCrashIsAnEstimate() {
        ReplayedSession session =
                new Events()
                        .started()
                        .atMinute(10)
                        .says(new Fact.Paused(PauseReason.CRASH, Events.closing(1, 600_000L)))
                        .replayed();
        assertThat(session.flags()).containsExactly(SessionFlag.ESTIMATED_END);
    }

    @Test
    void aPauseFromAnotherDeviceIsFlaggedUntilTheOwnDeviceSpeaks() {
        Events events = new Events().started().onDevice(2).atMinute(30).paused();
        assertThat(events.replayed().flags()).containsExactly(SessionFlag.CLOSED_ELSEWHERE);
        events.onDevice(1).atMinute(45).paused(1, 45);
        assertThat(events.replayed().flags()).isEmpty();
        assertThat(events.replayed().recordedMillis()).isEqualTo(45 * 60_000L);
    }

    @Test
    void workAfterCompletionCountsAndIsFlagged() {
        ReplayedSession session =
                new Events()
                        .started()
                        .onDevice(2)
                        .atMinute(30)
                        .completed()
                        .onDevice(1)
                        .atMinute(60)
                        .paused(1, 60)
                        .replayed();
        assertThat(session.flags()).contains(SessionFlag.WORKED_AFTER_COMPLETION);
        assertThat(session.recordedMillis()).isEqualTo(60 * 60_000L);
    }

    @Test
    void moreThanSixHoursInOneSegmentIsFlagged() {
        assertThat(new Events().started().atMinute(360).paused(1, 360).replayed().flags())
                .isEmpty();
        assertThat(new Events().started().atMinute(361).paused(1, 361).replayed().flags())
                .containsExactly(SessionFlag.LONG_RUNNING);
    }

    @Test
    void aCompletionWithNothingWorkedIsEmptyAndEndsWhereItBegan() {
        TimerSession session =
                Histories.sessions(new Events().started().completed(1, 0).all()).getFirst();
        assertThat(session.flags()).containsExactly(SessionFlag.EMPTY);
        assertThat(session.endTime()).isEqualTo(session.startTime()).isEqualTo(Events.NINE);
        assertThat(session.durationSeconds()).isZero();
    }

    @Test
    void awayTimeIsCutOffAtTheEventThatKeepsIt() {
        ReplayedSession session =
                new Events()
                        .started()
                        .atMinute(10)
                        .paused(1, 10)
                        .atMinute(30)
                        .says(new Fact.AwayKept(new Segment(Events.minute(10), Events.minute(90))))
                        .replayed();
        assertThat(session.recordedMillis()).isEqualTo(30 * 60_000L);
    }

    @Test
    void awayTimeGivenUpAddsNothing() {
        ReplayedSession session =
                new Events()
                        .started()
                        .atMinute(10)
                        .paused(1, 10)
                        .atMinute(30)
                        .says(
                                new Fact.AwayDiscarded(
                                        new Segment(Events.minute(10), Events.minute(30))))
                        .replayed();
        assertThat(session.recordedMillis()).isEqualTo(10 * 60_000L);
    }

    @Test
    void aCorrectionMovesTheSessionToAnotherTask() {
        ReplayedSession session =
                new Events()
                        .started()
                        .atMinute(30)
                        .completed(1, 30)
                        .atMinute(40)
                        .says(
                                new Fact.Amended(
                                        List.of(new Segment(Events.NINE, Events.minute(20))),
                                        new MarkingTarget.Pile(5),
                                        null))
                        .replayed();
        assertThat(session.target()).isEqualTo(new MarkingTarget.Pile(5));
        assertThat(session.recordedMillis()).isEqualTo(20 * 60_000L);
    }

    @Test
    void anOpenSegmentRanSinceItWasOpenedThoughACorrectionTookTheFirstOfIt() {
        ReplayedSession.OpenSegment open =
                Objects.requireNonNull(
                        new Events()
                                .started()
                                .atMinute(40)
                                .says(new Fact.Amended(List.of(), null, null))
                                .replayed()
                                .open());
        assertThat(open.start()).isEqualTo(Events.minute(40));
        assertThat(open.workedMillisUntil(Events.minute(60))).isEqualTo(60 * 60_000L);
    }

    @Test
    void aVoidCorrectionDoesNotMoveItEither() {
        ReplayedSession session =
                new Events()
                        .started()
                        .atMinute(30)
                        .completed(1, 30)
                        .atMinute(40)
                        .says(
                                new Fact.Amended(
                                        List.of(new Segment(Events.NINE, Events.NINE)),
                                        new MarkingTarget.Pile(5),
                                        null))
                        .replayed();
        assertThat(session.target()).isEqualTo(new MarkingTarget.OneTask(9_000));
        assertThat(session.recordedMillis()).isEqualTo(30 * 60_000L);
    }

    @Test
    void submissionsAreThoseOfTheLastCompletionThatTells() {
        ReplayedSession session =
                new Events()
                        .started()
                        .atMinute(30)
                        .says(new Fact.Completed(Events.closing(1, 1_800_000L), 14))
                        .atMinute(31)
                        .completed()
                        .replayed();
        assertThat(session.submissions()).isEqualTo(14);
    }

    @Test
    void aSessionThatALaterOneSupersededShowsAsPausedAndKeepsItsOpenSegment() {
        List<TimerSession> sessions =
                Histories.sessions(
                        new Events()
                                .started()
                                .inSession(2)
                                .onDevice(2)
                                .atMinute(10)
                                .started()
                                .all());
        assertThat(sessions)
                .extracting(session -> session.status().name())
                .containsExactly("PAUSED", "ACTIVE");
        assertThat(sessions.getFirst().replayed().open()).isNotNull();
        assertThat(sessions.getFirst().runningSince()).isNull();
    }

    @Test
    void aManualSessionNeverSupersedes() {
        List<TimerSession> sessions =
                Histories.sessions(
                        new Events()
                                .started()
                                .inSession(2)
                                .atMinute(10)
                                .says(
                                        new Fact.Started(
                                                Events.UNIT_ROLE, new MarkingTarget.Pile(5), true))
                                .all());
        assertThat(sessions)
                .extracting(session -> session.status().name())
                .containsExactly("ACTIVE", "PAUSED");
    }
}
