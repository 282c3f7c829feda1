package org.tutortimes.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tutortimes.model.replay.SessionFlag;
import org.tutortimes.model.replay.TimerSession;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.FactKind;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.model.timer.TimerEvent;

class SampleDataTest {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);
    private static final LocalTime EVENING = LocalTime.of(22, 0);

    private final SampleMarking marking = SampleMarking.on(SATURDAY, EVENING);

    @Test
    void theSameSeedAndDayGiveTheSameData() {
        SampleMarking again = SampleMarking.on(SATURDAY, EVENING);
        assertThat(again.data().unit()).isEqualTo(marking.data().unit());
        assertThat(again.data().journals()).isEqualTo(marking.data().journals());
    }

    @Test
    void anEarlierHourOfTheDayGivesTheBeginningOfTheSameData() {
        SampleMarking morning = SampleMarking.on(SATURDAY, LocalTime.of(9, 0));
        assertThat(marking.events()).containsAll(morning.events());
        assertThat(morning.data().unit()).isEqualTo(marking.data().unit());
    }

    @Test
    void anotherSeedGivesOtherData() {
        SampleData other =
                SampleData.upTo(marking.now(), SampleMarking.MELBOURNE, SampleMarking.SEED + 1);
        assertThat(other.journals()).isNotEqualTo(marking.data().journals());
    }

    @Test
    void theUnitHasThePeopleAndTasksOfAUnit() {
        JsonNode unit = marking.data().unit();
        assertThat(unit.get("users")).hasSize(1 + 2 + 4 + 60);
        assertThat(unit.get("unit_roles").findValuesAsText("role"))
                .filteredOn("convenor"::equals)
                .hasSize(2 + 1);
        assertThat(unit.get("projects")).hasSize(60);
        assertThat(unit.get("task_definitions")).hasSize(6);
        assertThat(unit.get("tasks")).hasSize(360);
        assertThat(unit.get("tutorials")).hasSize(3);
        assertThat(Set.copyOf(unit.get("users").findValuesAsText("username"))).hasSize(67);
        assertThat(unit.get("units").get(0).get("start_date").asText()).isEqualTo("2026-10-05");
    }

    @Test
    void taskStatusesFollowTheDeadlines() {
        assertThat(statuses(501))
                .doesNotContain("working_on_it")
                .filteredOn("complete"::equals)
                .hasSizeGreaterThan(30);
        assertThat(statuses(506)).filteredOn("ready_for_feedback"::equals).hasSizeGreaterThan(15);
    }

    private List<String> statuses(long definition) {
        return marking.data()
                .unit()
                .get("tasks")
                .valueStream()
                .filter(task -> task.get("task_definition_id").asLong() == definition)
                .map(task -> task.get("status").asText())
                .toList();
    }

    @Test
    void everyEventIsOneThatADeviceCouldHaveSent() {
        Set<UUID> ids = new HashSet<>();
        for (TimerEvent event : marking.events()) {
            assertThat(EventCodec.decode(EventCodec.encode(event)))
                    .isEqualTo(new DecodedEvent.Understood(event));
            assertThat(event.id().version()).isEqualTo(7);
            assertThat(event.id().variant()).isEqualTo(2);
            assertThat(ids.add(event.id())).isTrue();
        }
    }

    @Test
    void aDeviceCountsItsEventsAndItsClockNeverGoesBack() {
        for (SampleData.Journal journal : marking.data().journals()) {
            Instant latest = Instant.MIN;
            long seq = 0;
            for (TimerEvent event : journal.events()) {
                assertThat(event.deviceId()).isEqualTo(journal.events().getFirst().deviceId());
                assertThat(event.seq()).isEqualTo(++seq);
                assertThat(event.at()).isAfterOrEqualTo(latest);
                latest = event.at();
            }
        }
    }

    @Test
    void thePastHoldsOnlyWhatHappenedBeforeNow() {
        assertThat(marking.events()).allMatch(event -> !event.at().isAfter(marking.now()));
        assertThat(marking.sessions())
                .allMatch(session -> session.status() == SessionStatus.COMPLETED);
    }

    @Test
    void allThatHappensToTutorsIsThere() {
        Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);
        Set<PauseReason> reasons = EnumSet.noneOf(PauseReason.class);
        for (TimerEvent event : marking.events()) {
            kinds.add(FactKind.of(event.fact()));
            if (event.fact() instanceof Fact.Paused paused) {
                reasons.add(paused.reason());
            }
        }
        assertThat(kinds).containsAll(EnumSet.complementOf(EnumSet.of(FactKind.RESTORED)));
        assertThat(reasons).contains(PauseReason.BY_HAND, PauseReason.IDLE, PauseReason.CRASH);
        Set<SessionFlag> flags =
                marking.sessions().stream()
                        .flatMap(session -> session.flags().stream())
                        .collect(Collectors.toSet());
        assertThat(flags).containsExactlyInAnyOrder(SessionFlag.OVERLAP, SessionFlag.ESTIMATED_END);
    }

    @Test
    void pilesSayHowManySubmissionsTheyHeldAndSingleTasksDoNot() {
        List<TimerSession> sessions = marking.sessions();
        assertThat(sessions)
                .filteredOn(session -> session.replayed().target() instanceof MarkingTarget.OneTask)
                .isNotEmpty()
                .allMatch(session -> session.replayed().submissions() == null);
        assertThat(sessions)
                .filteredOn(session -> session.replayed().submissions() != null)
                .hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 45, 130, 140, 200, 301})
    void onAnyDayItLooksLikeMarking(int daysLater) {
        SampleMarking later = SampleMarking.on(SATURDAY.plusDays(daysLater), EVENING);
        everyTutorMarksFourToTenHoursInEachFullWeek(later);
        markingComesInBurstsAroundDeadlines(later);
        weekendsAreQuieter(later);
        eveningsAreBusiest(later);
        assertThat(later.breaks()).hasSizeGreaterThan(60);
        countedTimeNeverOverlaps(later);
    }

    private static void everyTutorMarksFourToTenHoursInEachFullWeek(SampleMarking marking) {
        assertThat(marking.sessionsByTutor()).hasSize(4);
        marking.sessionsByTutor()
                .forEach((tutor, sessions) -> {
                    Map<LocalDate, Double> days = SampleMarking.hoursByDay(sessions);
                    assertThat(days.values()).allMatch(hours -> hours < 5);
                    LocalDate start = marking.calendar().start();
                    for (int week = 0; week < SampleCalendar.WEEKS_BEFORE; week++) {
                        LocalDate monday = start.plusWeeks(week);
                        assertThat(hoursOfWeek(days, monday))
                                .as("tutor %d, week of %s", tutor, monday)
                                .isBetween(4.0, 10.0);
                    }
                });
    }

    private static double hoursOfWeek(Map<LocalDate, Double> days, LocalDate monday) {
        return monday.datesUntil(monday.plusDays(7))
                .mapToDouble(day -> days.getOrDefault(day, 0.0))
                .sum();
    }

    private static void markingComesInBurstsAroundDeadlines(SampleMarking marking) {
        Set<LocalDate> near = new HashSet<>();
        for (SampleCalendar.Assignment assignment : marking.calendar().assignments()) {
            assignment
                    .due()
                    .minusDays(1)
                    .datesUntil(assignment.due().plusDays(3))
                    .forEach(near::add);
        }
        assertThat(meanHours(marking, near::contains))
                .isGreaterThan(1.6 * meanHours(marking, day -> !near.contains(day)));
    }

    private static void weekendsAreQuieter(SampleMarking marking) {
        assertThat(meanHours(marking, SampleCalendar::isWeekend))
                .isLessThan(0.75 * meanHours(marking, day -> !SampleCalendar.isWeekend(day)));
    }

    private static double meanHours(SampleMarking marking, Predicate<LocalDate> which) {
        Map<LocalDate, Double> days = SampleMarking.hoursByDay(marking.sessions());
        LocalDate start = marking.calendar().start();
        return start.datesUntil(start.plusWeeks(SampleCalendar.WEEKS_BEFORE))
                .filter(which)
                .mapToDouble(day -> days.getOrDefault(day, 0.0))
                .average()
                .orElseThrow();
    }

    private static void eveningsAreBusiest(SampleMarking marking) {
        List<Segment> counted = SampleMarking.counted(marking.sessions());
        long all = counted.stream().mapToLong(Segment::millis).sum();
        long evening =
                counted.stream()
                        .filter(segment ->
                                segment.start().atZone(SampleMarking.MELBOURNE).getHour() >= 18)
                        .mapToLong(Segment::millis)
                        .sum();
        assertThat((double) evening / all).isBetween(0.5, 0.95);
    }

    private static void countedTimeNeverOverlaps(SampleMarking marking) {
        marking.sessionsByTutor()
                .values()
                .forEach(sessions -> {
                    List<Segment> counted = SampleMarking.counted(sessions);
                    long sum = counted.stream().mapToLong(Segment::millis).sum();
                    assertThat(Segment.unionMillis(counted)).isEqualTo(sum);
                });
    }

    @Test
    void aUnitThatBeganSixWeeksAgoBeganOnAMonday() {
        assertThat(marking.calendar().start().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    }
}
