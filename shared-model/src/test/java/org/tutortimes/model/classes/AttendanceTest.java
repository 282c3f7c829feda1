package org.tutortimes.model.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.classes.Attendance.Sign;

class AttendanceTest {

    private static final Instant NINE = Instant.parse("2026-08-03T09:00:00Z");
    private static final UUID ATTEMPT = UUID.randomUUID();
    private static final Duration SILENCE = Duration.ofSeconds(25);

    @Test
    void whoeverJoinsIsConnectedFromThenOn() {
        List<Participant> one = Attendance.joined(List.of(), 1, NINE);
        assertThat(one).containsExactly(connected(1, NINE));
        assertThat(Attendance.joined(one, 2, NINE.plusSeconds(5)))
                .containsExactly(connected(1, NINE), connected(2, NINE.plusSeconds(5)));
    }

    @Test
    void whoeverJoinsAgainIsTheSameParticipantConnectedAgain() {
        Participant gone = new Participant(1, ATTEMPT, NINE, ConnectionStatus.DISCONNECTED, NINE);
        assertThat(Attendance.joined(List.of(connected(2, NINE), gone), 1, NINE.plusSeconds(60)))
                .containsExactly(
                        connected(2, NINE),
                        new Participant(
                                1,
                                ATTEMPT,
                                NINE,
                                ConnectionStatus.CONNECTED,
                                NINE.plusSeconds(60)));
    }

    @Test
    void heartbeatMovesTheLastActivity() {
        Instant later = NINE.plusSeconds(10);
        assertThat(at(connected(1, NINE), new Sign(later, false), later))
                .isEqualTo(seen(ConnectionStatus.CONNECTED, later));
    }

    @Test
    void lateHeartbeatReconnects() {
        Instant later = NINE.plusSeconds(100);
        Participant gone = seen(ConnectionStatus.DISCONNECTED, NINE);
        assertThat(at(gone, new Sign(later, false), later))
                .isEqualTo(seen(ConnectionStatus.CONNECTED, later));
    }

    @Test
    void whoeverLeavesIsDisconnectedAtOnce() {
        Instant later = NINE.plusSeconds(1);
        assertThat(at(connected(1, NINE), new Sign(later, true), later))
                .isEqualTo(seen(ConnectionStatus.DISCONNECTED, later));
    }

    @Test
    void silenceDisconnectsAfterTwentyFiveSecondsAndNotBefore() {
        Participant there = connected(1, NINE);
        assertThat(Attendance.at(List.of(there), Map.of(), NINE.plus(SILENCE).minusMillis(1)))
                .containsExactly(there);
        assertThat(Attendance.at(List.of(there), Map.of(), NINE.plus(SILENCE)))
                .containsExactly(seen(ConnectionStatus.DISCONNECTED, NINE));
    }

    @Test
    void whoeverIsDisconnectedStaysAsTheyAre() {
        Participant gone = seen(ConnectionStatus.DISCONNECTED, NINE);
        assertThat(Attendance.at(List.of(gone), Map.of(), NINE.plusSeconds(1_000)))
                .containsExactly(gone);
    }

    @Test
    void timeFarAheadProvesNothing() {
        Participant there = connected(1, NINE);
        assertThat(Attendance.at(List.of(there), Map.of(), NINE.minus(SILENCE).plusMillis(1)))
                .containsExactly(there);
        assertThat(Attendance.at(List.of(there), Map.of(), NINE.minus(SILENCE)))
                .containsExactly(seen(ConnectionStatus.DISCONNECTED, NINE));
    }

    @Test
    void signFromBeforeTheLastActivityIsPassedOver() {
        Participant there = connected(1, NINE);
        Instant before = NINE.minusMillis(300);
        assertThat(at(there, new Sign(before, true), NINE)).isEqualTo(there);
        assertThat(at(there, new Sign(before, false), NINE)).isEqualTo(there);
        Participant gone = seen(ConnectionStatus.DISCONNECTED, NINE);
        assertThat(at(gone, new Sign(before, false), NINE)).isEqualTo(gone);
    }

    @Test
    void whereAClockWasSetBackFarTheNewTimeCounts() {
        Instant back = NINE.minusSeconds(3_600);
        assertThat(at(connected(1, NINE), new Sign(back, false), back))
                .isEqualTo(seen(ConnectionStatus.CONNECTED, back));
    }

    @Test
    void signsOfOthersArePassedOver() {
        assertThat(
                        Attendance.at(
                                List.of(connected(1, NINE)),
                                Map.of(2L, new Sign(NINE.plusSeconds(1), true)),
                                NINE.plusSeconds(1)))
                .containsExactly(connected(1, NINE));
    }

    @Test
    void whenTheSessionEndsNobodyIsThere() {
        assertThat(Attendance.ended(List.of(connected(1, NINE))))
                .containsExactly(seen(ConnectionStatus.DISCONNECTED, NINE));
    }

    @Test
    void nextSilenceIsThatOfWhoeverWasHeardFirst() {
        assertThat(
                        Attendance.nextSilence(
                                List.of(
                                        connected(1, NINE.plusSeconds(5)),
                                        connected(2, NINE.plusSeconds(3)),
                                        seen(ConnectionStatus.DISCONNECTED, NINE))))
                .contains(NINE.plusSeconds(3).plus(SILENCE));
        assertThat(Attendance.nextSilence(List.of(seen(ConnectionStatus.DISCONNECTED, NINE))))
                .isEmpty();
    }

    @Test
    void attemptIsKeptBesideTheRest() {
        assertThat(connected(1, NINE).working(ATTEMPT))
                .isEqualTo(new Participant(1, ATTEMPT, NINE, ConnectionStatus.CONNECTED, NINE));
    }

    private static Participant at(Participant participant, Sign sign, Instant now) {
        return Attendance.at(List.of(participant), Map.of(1L, sign), now).getFirst();
    }

    private static Participant connected(long student, Instant since) {
        return new Participant(student, null, since, ConnectionStatus.CONNECTED, since);
    }

    /// The first student, who joined at nine.
    private static Participant seen(ConnectionStatus status, Instant lastActivity) {
        return new Participant(1, null, NINE, status, lastActivity);
    }
}
