package org.tutortimes.model.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.model.replay.Events.minute;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.tracking.Reconciliation.ObservedSession;

/// Minutes are counted from nine o'clock.
class ReconciliationTest {

    private static final Duration FLOOR = Duration.ofMinutes(5);

    @Test
    void timerWithActionsLessThanFifteenMinutesAwayHasActivity() {
        Reconciliation found = compare(List.of(minutes(0, 60)), session(1, 10, 20, 30, 46));
        assertThat(found.withoutActivity()).isEmpty();
        assertThat(found.withActivity()).containsExactly(minutes(0, 60));
        assertThat(found.unrecorded()).isEmpty();
    }

    @Test
    void timerThatWasForgottenHasNoneFromFifteenMinutesAfterTheLastAction() {
        Reconciliation found = compare(List.of(minutes(0, 120)), session(1, 10, 20));
        assertThat(found.withActivity()).containsExactly(minutes(0, 35));
        assertThat(found.withoutActivity()).containsExactly(minutes(35, 120));
    }

    @Test
    void actionFifteenMinutesAwayVouchesForNothing() {
        Segment early = minutes(0, 10);
        assertThat(compare(List.of(early), session(1, 25)).withoutActivity())
                .containsExactly(early);
    }

    @Test
    void actionsWithoutATimerAreUnrecordedFromTheFirstToTheLast() {
        Reconciliation found = compare(List.of(), session(7, 0, 10, 24));
        assertThat(found.unrecorded()).hasSize(1);
        assertThat(found.unrecorded().getFirst().session().id()).isEqualTo(7);
        assertThat(found.unrecorded().getFirst().segments()).containsExactly(minutes(0, 24));
    }

    @Test
    void whereHeartbeatsAloneHeldASessionTogetherNothingIsUnrecorded() {
        Reconciliation found = compare(List.of(), session(1, 0, 10, 25, 30));
        assertThat(found.unrecorded().getFirst().segments())
                .containsExactly(minutes(0, 10), minutes(25, 30));
    }

    @Test
    void singleActionStandsForTheFloorBeforeIt() {
        assertThat(compare(List.of(), session(1, 30)).unrecorded().getFirst().segments())
                .containsExactly(minutes(25, 30));
        assertThat(
                        Reconciliation.of(List.of(), List.of(session(1, 30)), Duration.ZERO)
                                .unrecorded())
                .isEmpty();
    }

    @Test
    void timerCoversWhatItRan() {
        Reconciliation found =
                compare(List.of(minutes(5, 9), minutes(8, 11)), session(1, 0, 4, 10, 12, 16));
        assertThat(found.unrecorded().getFirst().segments())
                .containsExactly(minutes(0, 5), minutes(11, 16));
    }

    @Test
    void pauseInWhichNothingIsDoneIsAPause() {
        List<Segment> timed = List.of(minutes(0, 10), minutes(20, 30));
        assertThat(compare(timed, session(1, 2, 9, 21, 28)).unrecorded()).isEmpty();
        assertThat(compare(timed, session(1, 2, 9, 13, 18, 21, 28)).unrecorded())
                .extracting(Reconciliation.Unrecorded::segments)
                .containsExactly(List.of(minutes(13, 18)));
    }

    @Test
    void whatIsSavedJustAfterTheTimerWasCompletedIsUnrecordedFromThere() {
        Reconciliation found = compare(List.of(minutes(0, 10)), session(1, 4, 11));
        assertThat(found.unrecorded().getFirst().segments()).containsExactly(minutes(10, 11));
    }

    @Test
    void timeOfTwoMarkingSessionsIsUnrecordedOnce() {
        Reconciliation found = compare(List.of(), session(1, 0, 10), session(2, 5, 15));
        assertThat(found.unrecorded())
                .extracting(Reconciliation.Unrecorded::segments)
                .containsExactly(List.of(minutes(0, 10)), List.of(minutes(10, 15)));
    }

    @Test
    void eachMomentBelongsToTheTaskDefinitionOfTheNearestAction() {
        var found =
                compare(List.of(), session(1, about(0, 500), about(10, null), about(12, 501)))
                        .unrecorded()
                        .getFirst();
        assertThat(found.byTaskDefinition())
                .containsOnlyKeys(500L, 501L)
                .containsEntry(500L, List.of(minutes(0, 6)))
                .containsEntry(501L, List.of(minutes(6, 12)));
    }

    @Test
    void taskDefinitionThatIsSeenAgainHasOneShare() {
        var found =
                compare(
                                List.of(),
                                session(
                                        1,
                                        about(0, 500),
                                        about(4, 500),
                                        about(8, 501),
                                        about(12, 500)))
                        .unrecorded()
                        .getFirst();
        assertThat(found.byTaskDefinition())
                .containsEntry(500L, List.of(minutes(0, 6), minutes(10, 12)))
                .containsEntry(501L, List.of(minutes(6, 10)));
    }

    @Test
    void whereNoActionSaysWhatItWasAboutNobodyKnows() {
        assertThat(compare(List.of(), session(1, 0, 10)).unrecorded().getFirst().byTaskDefinition())
                .isEmpty();
    }

    private static Reconciliation compare(List<Segment> timed, ObservedSession... sessions) {
        return Reconciliation.of(timed, List.of(sessions), FLOOR);
    }

    private static ObservedSession session(long id, int... minutes) {
        return new ObservedSession(
                id, Arrays.stream(minutes).mapToObj(at -> about(at, null)).toList());
    }

    private static ObservedSession session(long id, Sighting... actions) {
        return new ObservedSession(id, List.of(actions));
    }

    private static Sighting about(int minute, @Nullable Integer taskDefinition) {
        return new Sighting(
                minute(minute), taskDefinition == null ? null : Long.valueOf(taskDefinition));
    }

    private static Segment minutes(int from, int to) {
        return new Segment(minute(from), minute(to));
    }
}
