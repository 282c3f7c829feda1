package org.tutortimes.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.server.demo.SampleCalendar.Assignment;

/// A tutor at the desk: one session after the other, on a pile or on single students, with the
/// interruptions that marking has.
final class SampleSitting {

    /// What goes wrong now and then.
    enum Incident {
        /// The timer ran on through dinner; corrected later.
        FORGOTTEN_STOP,
        /// The program ended without a word.
        CRASH,
        /// Started on the wrong thing; deleted.
        FALSE_START,
        /// The laptop was started while the desktop still ran.
        SECOND_DEVICE
    }

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final int SESSIONS_BETWEEN_INCIDENTS = 12;
    private static final long WORTH_INTERRUPTING = 15 * MINUTE;

    private final SampleCalendar calendar;
    private final Random random;
    private final long unitRole;
    private final List<Incident> incidents;
    private final SampleDevice desktop;
    private final SampleDevice laptop;
    private int nextStudent;
    private int sessions;

    /// Whether an incident waits for a session that is long enough for it.
    private boolean missed;

    /// @param place of the tutor among the tutors, who share the students out
    /// @param incidents to come, one after the other; taken from the list
    SampleSitting(
            SampleCalendar calendar,
            Random random,
            long unitRole,
            int place,
            List<Incident> incidents) {
        this.calendar = calendar;
        this.random = random;
        this.unitRole = unitRole;
        this.incidents = incidents;
        this.nextStudent = place;
        Instant bought = calendar.start().atStartOfDay(calendar.zone()).toInstant();
        this.desktop = new SampleDevice(random, calendar.zone(), bought);
        this.laptop = new SampleDevice(random, calendar.zone(), bought);
    }

    List<SampleDevice> devices() {
        return List.of(desktop, laptop);
    }

    /// Marks for so many minutes.
    ///
    /// @return when the tutor gets up
    Instant sit(LocalDate day, Instant start, double minutes) {
        Instant now = start;
        long left = (long) (minutes * MINUTE);
        while (left >= 4 * MINUTE) {
            Assignment assignment = assignmentOn(day);
            boolean pile = random.nextDouble() < 0.5;
            long wish =
                    pile
                            ? between(18 * MINUTE, 50 * MINUTE)
                            : (long) (assignment.targetMinutes() * MINUTE * chance(0.6, 1.5));
            long work = left - wish < 4 * MINUTE ? left : wish;
            left -= work;
            now = mark(assignment, pile, now, work).plusMillis(between(20 * SECOND, 150 * SECOND));
        }
        return now;
    }

    private Instant mark(Assignment assignment, boolean pile, Instant start, long work) {
        sessions++;
        MarkingTarget target = pile ? new MarkingTarget.Pile(assignment.id()) : oneTask(assignment);
        Integer submissions =
                pile ? (int) Math.max(1, work / MINUTE / assignment.targetMinutes()) : null;
        SampleSession session = new SampleSession(desktop, unitRole, target, start);
        boolean due = sessions % SESSIONS_BETWEEN_INCIDENTS == 0;
        if ((due || missed) && !incidents.isEmpty()) {
            missed = work < WORTH_INTERRUPTING;
            if (!missed) {
                return happens(incidents.removeFirst(), session, assignment, work);
            }
        }
        if (work > WORTH_INTERRUPTING && random.nextDouble() < 0.38) {
            workWithInterruption(session, work);
        } else {
            session.work(work);
        }
        session.complete(submissions);
        return session.now();
    }

    private void workWithInterruption(SampleSession session, long work) {
        long before = (long) (work * chance(0.3, 0.7));
        long after = work - before;
        session.work(before);
        double kind = random.nextDouble();
        if (kind < 0.45) {
            session.pause(PauseReason.BY_HAND);
            session.rest(between(3 * MINUTE, 14 * MINUTE));
        } else if (kind < 0.85) {
            after -= goIdle(session, after);
        } else {
            session.pause(kind < 0.93 ? PauseReason.SLEEP : PauseReason.QUIT);
            session.rest(between(40 * SECOND, 8 * MINUTE));
        }
        session.resume();
        session.work(after);
    }

    /// @return how much of the time away was marking after all
    private long goIdle(SampleSession session, long most) {
        session.pause(PauseReason.IDLE);
        long away = between(10 * MINUTE, 34 * MINUTE);
        double answer = random.nextDouble();
        if (answer < 0.4 && most > 15 * MINUTE) {
            away = Math.min(away, most - between(2 * MINUTE, 4 * MINUTE));
            session.rest(away);
            session.keepAway();
            return away;
        }
        session.rest(away);
        if (answer < 0.75) {
            session.discardAway();
        }
        return 0;
    }

    private Instant happens(
            Incident incident, SampleSession session, Assignment assignment, long work) {
        return switch (incident) {
            case FORGOTTEN_STOP -> forgetToStop(session, work);
            case CRASH -> crash(session, work);
            case FALSE_START -> {
                Instant noticed = startOnTheWrongTask(session);
                yield mark(assignment, true, noticed.plusSeconds(20), work);
            }
            case SECOND_DEVICE -> useSecondDevice(session, assignment, work);
        };
    }

    private Instant forgetToStop(SampleSession session, long work) {
        long forgotten = between(22 * MINUTE, 40 * MINUTE);
        session.work(work + forgotten);
        session.complete(null);
        Instant noticed = session.now().plusMillis(between(20 * SECOND, 50 * SECOND));
        session.shorten(noticed, forgotten, "Forgot to stop the timer before dinner");
        return noticed;
    }

    private Instant crash(SampleSession session, long work) {
        long before = (long) (work * chance(0.3, 0.7));
        session.work(before);
        session.pause(PauseReason.CRASH);
        session.rest(between(2 * MINUTE, 6 * MINUTE));
        session.resume();
        session.work(work - before);
        session.complete(null);
        return session.now();
    }

    private Instant startOnTheWrongTask(SampleSession session) {
        session.work(between(40 * SECOND, 90 * SECOND));
        session.complete(null);
        Instant noticed = session.now().plusMillis(between(5 * SECOND, 15 * SECOND));
        session.delete(noticed, "Started on the wrong task");
        return noticed;
    }

    private Instant useSecondDevice(SampleSession session, Assignment assignment, long work) {
        session.work(work);
        session.complete(null);
        Instant begun = session.now().minusMillis(between(8 * MINUTE, 12 * MINUTE));
        SampleSession second = new SampleSession(laptop, unitRole, oneTask(assignment), begun);
        second.work(between(18 * MINUTE, 26 * MINUTE));
        second.complete(null);
        return second.now();
    }

    private Assignment assignmentOn(LocalDate day) {
        List<Assignment> assignments = calendar.assignments();
        double total = assignments.stream().mapToDouble(each -> weight(each, day)).sum();
        double place = random.nextDouble() * total;
        for (Assignment assignment : assignments) {
            place -= weight(assignment, day);
            if (place < 0) {
                return assignment;
            }
        }
        return assignments.getFirst();
    }

    /// Resubmissions of what was due before come in for weeks; nothing comes in long before.
    private double weight(Assignment assignment, LocalDate day) {
        return calendar.weightOf(assignment, day) + (assignment.due().isBefore(day) ? 0.04 : 0);
    }

    private MarkingTarget oneTask(Assignment assignment) {
        int student = nextStudent;
        nextStudent = (nextStudent + SamplePeople.TUTORS.size()) % SamplePeople.STUDENTS.size();
        return new MarkingTarget.OneTask(
                SampleUnit.taskOf(student, calendar.assignments().indexOf(assignment)));
    }

    private long between(long least, long most) {
        return random.nextLong(least, most);
    }

    private double chance(double least, double most) {
        return random.nextDouble(least, most);
    }
}
