package org.tutortimes.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.Replay;
import org.tutortimes.model.replay.ReplayedSession;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.tracking.Action;
import org.tutortimes.server.demo.SamplePeople.Person;

/// What the learning system saw of the tutors meanwhile: mostly what their timers say too, but for
/// some paper marking, some forgotten timers, and a telephone in the tram.
final class SampleObservations {

    /// Something that a tutor did.
    ///
    /// @param taskId on which task, or null where that cannot be said
    record Done(
            Instant at,
            long userId,
            String address,
            Action action,
            @Nullable Long taskId,
            boolean changedStatus) {}

    private static final String OFFICE = "192.0.2.";
    private static final String TELEPHONE = "198.51.100.";
    private static final Duration OPENING = Duration.ofSeconds(45);
    private static final double ON_PAPER = 0.08;
    private static final double WITHOUT_TIMER = 0.1;
    private static final double ON_TELEPHONE = 0.02;

    private final SampleCalendar calendar;
    private final Random random;
    private final long userId;
    private final int place;
    private final List<Done> all = new ArrayList<>();

    private SampleObservations(SampleCalendar calendar, Random random, Person tutor) {
        this.calendar = calendar;
        this.random = random;
        this.userId = tutor.id();
        this.place = 1 + SamplePeople.TUTORS.indexOf(tutor);
    }

    /// What was seen of one tutor, in the order of time.
    static List<Done> of(
            SampleCalendar calendar, Random random, Person tutor, List<TimerEvent> events) {
        SampleObservations seen = new SampleObservations(calendar, random, tutor);
        events.stream().collect(Collectors.groupingBy(TimerEvent::sessionId)).values().stream()
                .flatMap(each -> Replay.replay(each).stream())
                .filter(session -> !session.deleted())
                .sorted(
                        Comparator.comparing(ReplayedSession::startedAt)
                                .thenComparing(ReplayedSession::id))
                .forEach(seen::see);
        seen.all.sort(Comparator.comparing(Done::at));
        return seen.all;
    }

    private void see(ReplayedSession session) {
        double luck = random.nextDouble();
        if (luck < ON_PAPER) {
            // Only the beginning is seen: the rest is marked on paper.
            see(session, firstOf(session.segments(), Duration.ofMinutes(4)));
            return;
        }
        for (Segment segment : Segment.disjoint(session.segments())) {
            see(session, segment);
        }
        if (luck > 1 - WITHOUT_TIMER) {
            markWithoutTimer(session);
        }
        if (random.nextDouble() < ON_TELEPHONE) {
            Instant glance = session.segments().getFirst().start().plusSeconds(200);
            all.add(new Done(glance, userId, TELEPHONE + place, Action.INBOX, null, false));
        }
    }

    private static Segment firstOf(List<Segment> segments, Duration length) {
        Segment first = segments.getFirst();
        return new Segment(first.start(), first.start().plus(length));
    }

    /// One submission after the other: opened, commented on, given a status.
    private void see(ReplayedSession session, Segment segment) {
        Instant at = segment.start().plus(OPENING);
        while (at.isBefore(segment.end())) {
            Long task = task(session.target());
            add(at, Action.GET_SUBMISSION_DETAILS, task, false);
            Instant done = at.plusSeconds(120 + random.nextInt(300));
            if (done.isBefore(segment.end())) {
                if (random.nextDouble() < 0.7) {
                    add(done.minusSeconds(20), Action.ADD_COMMENT, task, false);
                }
                add(done, Action.ASSESSING, task, true);
            }
            at = done.plusSeconds(15 + random.nextInt(40));
        }
    }

    /// Some more a while later, when the timer is not started again.
    private void markWithoutTimer(ReplayedSession session) {
        Instant at = session.latestEffectiveTime().plusSeconds(20 * 60 + random.nextInt(600));
        boolean onlyInbox = random.nextDouble() < 0.25;
        int submissions = 3 + random.nextInt(5);
        for (int count = 0; count < submissions; count++) {
            Long task = onlyInbox ? null : task(session.target());
            add(at, onlyInbox ? Action.INBOX : Action.ASSESSING, task, !onlyInbox);
            at = at.plusSeconds(150 + random.nextInt(300));
        }
    }

    private void add(Instant at, Action action, @Nullable Long task, boolean changedStatus) {
        all.add(new Done(at, userId, OFFICE + place, action, task, changedStatus));
    }

    private long task(MarkingTarget target) {
        return switch (target) {
            case MarkingTarget.OneTask one -> one.taskId();
            case MarkingTarget.Pile pile ->
                    SampleUnit.taskOf(
                            random.nextInt(SamplePeople.STUDENTS.size()),
                            calendar.assignmentIndex(pile.taskDefinitionId()));
        };
    }
}
