package org.tutortimes.model.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.replay.Counting.CountedSegment;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.model.timer.TimerEvent;

/// What holds for any history, however odd.
class ReplayPropertyTest {

    private static final long YEAR = 365L * 24 * 3_600;

    @Test
    void orderBatchingAndRepetitionMakeNoDifference() {
        Seeds.check(
                1_000,
                random -> {
                    List<TimerEvent> events = Histories.random(random);
                    List<TimerEvent> arrived = new ArrayList<>();
                    for (TimerEvent event : Histories.shuffled(events, random)) {
                        arrived.add(event);
                        if (random.nextInt(5) == 0) {
                            Histories.sessions(arrived);
                        }
                    }
                    assertThat(Histories.sessions(arrived)).isEqualTo(Histories.sessions(events));
                });
    }

    @Test
    void countedTimeNeverOverlapsAndNothingRecordedIsLost() {
        Seeds.check(
                1_000,
                random -> {
                    List<TimerSession> sessions = Histories.sessions(Histories.random(random));
                    List<Segment> counted =
                            sessions.stream()
                                    .flatMap(session -> session.segments().stream())
                                    .flatMap(segment -> segment.counted().stream())
                                    .toList();
                    List<Segment> recorded =
                            sessions.stream()
                                    .filter(session -> !session.replayed().deleted())
                                    .flatMap(session -> session.replayed().segments().stream())
                                    .toList();
                    long sum = counted.stream().mapToLong(Segment::millis).sum();
                    assertThat(Segment.unionMillis(counted))
                            .as("no instant counts twice")
                            .isEqualTo(sum);
                    assertThat(Segment.unionMillis(recorded))
                            .as("each instant counts once")
                            .isEqualTo(sum);
                });
    }

    @Test
    void recordedIsCountedAndOverlappedAndNothingIsNegative() {
        Seeds.check(
                1_000,
                random -> {
                    for (TimerSession session : Histories.sessions(Histories.random(random))) {
                        assertThat(session.recordedMillis())
                                .isEqualTo(session.countedMillis() + session.overlappedMillis());
                        assertThat(session.countedMillis()).isNotNegative();
                        assertThat(session.overlappedMillis()).isNotNegative();
                        assertThat(session.durationSeconds()).isNotNegative();
                        Instant end = session.endTime();
                        assertThat(end == null || !end.isBefore(session.startTime())).isTrue();
                        assertThat(session.replayed().segments()).noneMatch(Segment::isEmpty);
                    }
                });
    }

    @Test
    void atMostOneSessionIsActiveAndOnlyWithAnOpenSegment() {
        Seeds.check(
                1_000,
                random -> {
                    List<TimerSession> active =
                            Histories.sessions(Histories.random(random)).stream()
                                    .filter(session -> session.status() == SessionStatus.ACTIVE)
                                    .toList();
                    assertThat(active).hasSizeLessThanOrEqualTo(1);
                    assertThat(active).allMatch(session -> session.replayed().open() != null);
                    assertThat(active).noneMatch(session -> session.replayed().deleted());
                });
    }

    @Test
    void aPartOfTheHistoryCountsTheSameAsTheWhole() {
        Seeds.check(
                1_000,
                random -> {
                    List<TimerSession> whole = Histories.sessions(Histories.random(random));
                    TimerSession one = whole.get(random.nextInt(whole.size()));
                    List<Counting.OwnedSegment> touching = new ArrayList<>();
                    for (TimerSession other : whole) {
                        boolean touches =
                                other.replayed().segments().stream()
                                        .anyMatch(segment ->
                                                one.replayed().segments().stream()
                                                        .anyMatch(segment::overlaps));
                        if (!other.replayed().deleted() && (touches || other.equals(one))) {
                            other.replayed()
                                    .segments()
                                    .forEach(segment ->
                                            touching.add(
                                                    new Counting.OwnedSegment(
                                                            other.id(), segment)));
                        }
                    }
                    List<CountedSegment> expected =
                            one.replayed().deleted() ? List.of() : one.segments();
                    assertThat(Counting.count(touching).getOrDefault(one.id(), List.of()))
                            .isEqualTo(expected);
                });
    }

    @Test
    void settingTheClockAltersNoDuration() {
        Seeds.check(
                1_000,
                random -> {
                    Events events = new Events();
                    Instant clock = Events.NINE;
                    long worked = 0;
                    int segments = 1 + random.nextInt(6);
                    for (int i = 0; i < segments; i++) {
                        clock = clock.plusSeconds(random.nextLong(-YEAR, YEAR));
                        events.at(clock);
                        int opener = (i == 0 ? events.started() : events.resumed()).last();
                        int minutes = random.nextInt(100);
                        clock = clock.plusSeconds(minutes * 60L + random.nextLong(-YEAR, YEAR));
                        events.at(clock).paused(opener, minutes);
                        worked += minutes * 60_000L;
                    }
                    assertThat(events.replayed().recordedMillis()).isEqualTo(worked);
                });
    }

    @Test
    void theLastStartedSegmentCountsAtEveryInstant() {
        Seeds.check(
                500,
                random -> {
                    List<Counting.OwnedSegment> segments = new ArrayList<>();
                    for (int i = 0; i < 1 + random.nextInt(12); i++) {
                        Instant start = Events.NINE.plusMillis(random.nextInt(40));
                        segments.add(
                                new Counting.OwnedSegment(
                                        Events.session(1 + random.nextInt(4)),
                                        new Segment(
                                                start, start.plusMillis(1 + random.nextInt(20)))));
                    }
                    var counted = Counting.count(segments);
                    for (int tick = 0; tick < 60; tick++) {
                        Instant instant = Events.NINE.plusMillis(tick);
                        Segment moment = new Segment(instant, instant.plusMillis(1));
                        Set<Object> holders = new HashSet<>();
                        counted.forEach((session, parts) -> {
                            if (parts.stream()
                                    .flatMap(part -> part.counted().stream())
                                    .anyMatch(moment::overlaps)) {
                                holders.add(session);
                            }
                        });
                        assertThat(holders).isEqualTo(startedLast(segments, moment));
                    }
                });
    }

    private static Set<Object> startedLast(List<Counting.OwnedSegment> segments, Segment moment) {
        Counting.OwnedSegment last = null;
        for (Counting.OwnedSegment owned : segments) {
            if (!owned.segment().overlaps(moment)) {
                continue;
            }
            int byStart =
                    last == null ? 1 : owned.segment().start().compareTo(last.segment().start());
            if (last == null
                    || byStart > 0
                    || (byStart == 0
                            && owned.sessionId().toString().compareTo(last.sessionId().toString())
                                    > 0)) {
                last = owned;
            }
        }
        return last == null ? Set.of() : Set.of(last.sessionId());
    }
}
