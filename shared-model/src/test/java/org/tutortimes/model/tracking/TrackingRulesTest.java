package org.tutortimes.model.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.tracking.TrackingRules.Step;
import org.tutortimes.model.tracking.TrackingRules.TimeRefusal;

class TrackingRulesTest {

    private static final Instant NINE = Instant.parse("2026-08-03T09:00:00Z");
    private static final Duration THRESHOLD = Duration.ofMinutes(15);
    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

    @Test
    void firstObservationBeginsASession() {
        assertThat(TrackingRules.next(null, NINE, Tutorials.NONE)).isEqualTo(begin());
    }

    @Test
    void sessionGoesOnForLessThanFifteenMinutesOfSilence() {
        Instant last = NINE.plus(THRESHOLD).minusMillis(1);
        assertThat(TrackingRules.next(at(NINE), last, Tutorials.NONE))
                .isEqualTo(new Step.Continue(last));
    }

    @Test
    void fifteenMinutesOfSilenceEndASession() {
        assertThat(TrackingRules.next(at(NINE), NINE.plus(THRESHOLD), Tutorials.NONE))
                .isEqualTo(begin());
    }

    @Test
    void whatComesLateMovesNoEndBack() {
        Observed newest = new Observed(NINE, NINE.plus(THRESHOLD));
        assertThat(TrackingRules.next(newest, NINE.plusSeconds(60), Tutorials.NONE))
                .isEqualTo(new Step.Continue(newest.end()));
        assertThat(TrackingRules.next(newest, NINE, Tutorials.NONE))
                .isEqualTo(new Step.Continue(newest.end()));
    }

    @Test
    void clockSetBackByOverFifteenMinutesBeginsASession() {
        assertThat(TrackingRules.next(at(NINE), NINE.minus(THRESHOLD), Tutorials.NONE))
                .isEqualTo(new Step.Continue(NINE));
        assertThat(
                        TrackingRules.next(
                                at(NINE), NINE.minus(THRESHOLD).minusMillis(1), Tutorials.NONE))
                .isEqualTo(begin());
    }

    @Test
    void clientMayReportWhatIsFifteenMinutesOldAndNothingOlder() {
        assertThat(TrackingRules.refusal(NINE.minus(THRESHOLD), NINE)).isEmpty();
        assertThat(TrackingRules.refusal(NINE.minus(THRESHOLD).minusMillis(1), NINE))
                .contains(TimeRefusal.TOO_OLD);
    }

    @Test
    void clientsClockMayBeTwoMinutesAheadAndCountsAsNow() {
        Instant ahead = NINE.plusSeconds(120);
        assertThat(TrackingRules.refusal(ahead, NINE)).isEmpty();
        assertThat(TrackingRules.observedAt(ahead, NINE)).isEqualTo(NINE);
        assertThat(TrackingRules.observedAt(null, NINE)).isEqualTo(NINE);
        assertThat(TrackingRules.refusal(ahead.plusMillis(1), NINE))
                .contains(TimeRefusal.IN_FUTURE);
    }

    @Test
    void sessionEndsASecondBeforeATutorialAndAnotherBeginsInIt() {
        // Monday eight o'clock until ten.
        Tutorials tutorials = tutorials(weekly("08:00", 120));
        Observed before = new Observed(local("07:30:00"), local("07:55:00"));
        assertThat(TrackingRules.next(before, local("07:59:59"), tutorials))
                .isEqualTo(new Step.Continue(local("07:59:59")));
        assertThat(TrackingRules.next(before, local("08:00:00"), tutorials))
                .isEqualTo(new Step.Begin(local("07:59:59"), true));
        assertThat(TrackingRules.next(before, local("08:09:59"), tutorials))
                .isEqualTo(new Step.Begin(local("07:59:59"), true));
    }

    @Test
    void inTheLastSecondBeforeATutorialASessionEndsAlready() {
        Tutorials tutorials = tutorials(weekly("08:00", 120));
        Instant lastMoment = local("07:59:59").plusMillis(400);
        assertThat(
                        TrackingRules.next(
                                new Observed(local("07:30:00"), local("07:55:00")),
                                lastMoment,
                                tutorials))
                .isEqualTo(new Step.Continue(local("07:59:59")));
    }

    @Test
    void sessionThatBeginsInTheLastSecondBeforeATutorialEndsAtItsOwnStart() {
        Tutorials tutorials = tutorials(weekly("08:00", 120));
        Instant start = local("07:59:59").plusMillis(400);
        assertThat(TrackingRules.next(at(start), local("08:00:00"), tutorials))
                .isEqualTo(new Step.Begin(start, true));
    }

    @Test
    void sessionThatWasSilentForLongIsNotDrawnOutToTheTutorial() {
        Tutorials tutorials = tutorials(weekly("08:00", 120));
        Observed before = new Observed(local("07:30:00"), local("07:45:00"));
        assertThat(TrackingRules.next(before, local("08:00:00"), tutorials))
                .isEqualTo(new Step.Begin(null, true));
    }

    @Test
    void sessionThatBeganInATutorialEndsWithItAndAnotherBeginsAfterIt() {
        Tutorials tutorials = tutorials(weekly("08:00", 120));
        Observed inside = new Observed(local("08:00:00"), local("09:50:00"));
        assertThat(TrackingRules.next(inside, local("09:59:59"), tutorials))
                .isEqualTo(new Step.Continue(local("09:59:59")));
        assertThat(TrackingRules.next(inside, local("10:00:00"), tutorials))
                .isEqualTo(new Step.Begin(local("10:00:00"), false));
    }

    @Test
    void tutorialThatFollowsAnotherHasASessionOfItsOwn() {
        Tutorials tutorials = tutorials(weekly("08:00", 60), weekly("09:00", 60));
        Observed inside = new Observed(local("08:30:00"), local("08:55:00"));
        assertThat(TrackingRules.next(inside, local("09:00:00"), tutorials))
                .isEqualTo(new Step.Begin(local("09:00:00"), true));
    }

    @Test
    void whereTutorialsOverlapTheLaterEndCounts() {
        Tutorials tutorials = tutorials(weekly("08:00", 60), weekly("08:30", 60));
        Observed inside = new Observed(local("08:45:00"), local("08:58:00"));
        assertThat(TrackingRules.next(inside, local("09:05:00"), tutorials))
                .isEqualTo(new Step.Continue(local("09:05:00")));
    }

    @Test
    void tutorialMayGoOnOverMidnight() {
        Tutorials tutorials = tutorials(weekly("23:00", 120));
        assertThat(tutorials.isDuring(local("22:59:59"))).isFalse();
        assertThat(tutorials.isDuring(local("23:00:00"))).isTrue();
        assertThat(tutorials.isDuring(Instant.parse("2026-08-03T14:59:59Z"))).isTrue();
        assertThat(tutorials.isDuring(Instant.parse("2026-08-03T15:00:00Z"))).isFalse();
    }

    @Test
    void tutorialFollowsTheClockOfItsZoneThroughTheYear() {
        // Sunday 08:00: 22:00 of Saturday in winter, 21:00 in summer; the clock changes at 2 and 3.
        WeeklyTutorial sunday =
                new WeeklyTutorial(
                        DayOfWeek.SUNDAY, LocalTime.of(8, 0), Duration.ofHours(2), MELBOURNE);
        assertThat(sunday.nextStartAfter(Instant.parse("2026-09-26T22:00:00Z")))
                .isEqualTo("2026-10-03T21:00:00Z");
        assertThat(sunday.nextStartAfter(Instant.parse("2027-03-27T21:00:00Z")))
                .isEqualTo("2027-04-03T22:00:00Z");
    }

    @Test
    void tutorialOverAChangeOfTheClockLastsAsLongAsAnyOther() {
        // On 4 October 2026 the clock jumps from 2 to 3; on 4 April 2027 it goes from 3 back to 2.
        WeeklyTutorial night =
                new WeeklyTutorial(
                        DayOfWeek.SUNDAY, LocalTime.of(1, 0), Duration.ofHours(2), MELBOURNE);
        Instant spring = Instant.parse("2026-10-03T15:00:00Z");
        assertThat(night.meetingAt(spring))
                .hasValueSatisfying(meeting -> assertThat(meeting.millis()).isEqualTo(7_200_000));
        assertThat(night.meetingAt(spring.plusSeconds(7_199))).isPresent();
        assertThat(night.meetingAt(spring.plusSeconds(7_200))).isEmpty();
        Instant autumn = Instant.parse("2027-04-03T14:00:00Z");
        assertThat(night.meetingAt(autumn.minusMillis(1))).isEmpty();
        assertThat(night.meetingAt(autumn)).isPresent();
        assertThat(night.meetingAt(autumn.plusSeconds(7_199))).isPresent();
        assertThat(night.meetingAt(autumn.plusSeconds(7_200))).isEmpty();
    }

    @Test
    void tutorialInTheHourThatAClockSkipsBeginsAnHourLater() {
        WeeklyTutorial skipped =
                new WeeklyTutorial(
                        DayOfWeek.SUNDAY, LocalTime.of(2, 30), Duration.ofHours(1), MELBOURNE);
        assertThat(skipped.nextStartAfter(Instant.parse("2026-10-03T00:00:00Z")))
                .isEqualTo("2026-10-03T16:30:00Z");
        assertThat(skipped.meetingAt(Instant.parse("2026-10-03T16:30:00Z"))).isPresent();
    }

    @Test
    void minutesAreWholeAndASingleActionIsWorthSome() {
        assertThat(TrackingRules.durationMinutes(NINE, NINE.plusMillis(59_999))).isZero();
        assertThat(TrackingRules.durationMinutes(NINE, NINE.plusMillis(60_000))).isEqualTo(1);
        assertThat(TrackingRules.creditedMinutes(0, 1, 5)).isEqualTo(5);
        assertThat(TrackingRules.creditedMinutes(7, 1, 5)).isEqualTo(7);
        assertThat(TrackingRules.creditedMinutes(0, 1, 0)).isZero();
        assertThat(TrackingRules.creditedMinutes(1, 2, 5)).isEqualTo(1);
    }

    @Test
    void actionsHaveTheNamesOfOnTrack() {
        assertThat(String.join(" ", Action.wireNames()))
                .isEqualTo(
                        "inbox GET PUT assessing add-comment edit-comment get-comments"
                                + " delete-comment get-comment-attachment mark-comment-unread"
                                + " get-submission-details get-submission-files");
        assertThat(Action.of("GET")).contains(Action.GET);
        assertThat(Action.of("get")).isEmpty();
    }

    private static Step begin() {
        return new Step.Begin(null, false);
    }

    private static Observed at(Instant instant) {
        return new Observed(instant, instant);
    }

    /// A time of Monday, 3 August 2026, in Melbourne, which is ten hours ahead then.
    private static Instant local(String time) {
        return LocalTime.parse(time)
                .atDate(NINE.atZone(MELBOURNE).toLocalDate())
                .atZone(MELBOURNE)
                .toInstant();
    }

    private static WeeklyTutorial weekly(String time, int minutes) {
        return new WeeklyTutorial(
                DayOfWeek.MONDAY, LocalTime.parse(time), Duration.ofMinutes(minutes), MELBOURNE);
    }

    private static Tutorials tutorials(WeeklyTutorial... weekly) {
        return new Tutorials(List.of(weekly), List.of());
    }
}
