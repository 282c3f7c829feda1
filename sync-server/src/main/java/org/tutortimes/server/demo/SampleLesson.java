package org.tutortimes.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.tutortimes.model.classes.ClassSessionState.Step;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.attempts.Attempts;
import org.tutortimes.server.classes.ClassSession;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.demo.SamplePeople.Person;
import org.tutortimes.server.live.Announcer;
import org.tutortimes.server.live.LiveFeed;

/// Plays what happens in the sessions of the sample's classes: one that was held last week, and one
/// whose room is open.
final class SampleLesson {

    private static final List<String> COLORS = List.of("#FFD54F", "#81C784", "#64B5F6");
    private static final List<String> COMMENTS =
            List.of(
                    "Is this why we draw the seed at start?",
                    "The key sentence, I think.",
                    "I do not see why the total stays the same.",
                    "Compare with the array in week 2.");
    private static final long SEED = 6;
    private static final Duration LENGTH = Duration.ofMinutes(40);

    private final SampleLoad.PlayedClock clock = new SampleLoad.PlayedClock();
    private final ClassSessions sessions;
    private final Attempts attempts;
    private final Random random = new Random(SEED);

    SampleLesson(Database database) {
        Announcer announcer = new Announcer(new LiveFeed(), database);
        this.sessions = new ClassSessions(database, announcer, this::newId, clock);
        this.attempts = new Attempts(database, announcer, this::newId, clock);
    }

    /// Plays both.
    void play(Instant now) {
        Caller teacher = caller(SamplePeople.TUTORS.getFirst());
        Instant held = now.minus(Duration.ofDays(7));
        plan(teacher, SampleClasses.HELD, "Reading: hash tables", held);
        hold(teacher, held);
        clock.moveTo(now.minus(Duration.ofMinutes(5)));
        plan(teacher, SampleClasses.OPEN, "Reading: what growing costs", now);
        sessions.move(teacher, SampleClasses.OPEN, Step.OPEN);
    }

    private void plan(Caller teacher, UUID id, String title, Instant at) {
        ClassSession.Plan plan = new ClassSession.Plan(title, at, null, SampleClasses.PASSAGES);
        sessions.add(teacher, SampleClasses.TUESDAY, new ClassSessions.New(id, plan));
    }

    private void hold(Caller teacher, Instant start) {
        List<Person> students = SampleClasses.studentsFrom(0);
        clock.moveTo(start.minus(Duration.ofMinutes(5)));
        sessions.move(teacher, SampleClasses.HELD, Step.OPEN);
        for (Person student : students.subList(0, students.size() - 2)) {
            clock.pass(Duration.ofSeconds(random.nextInt(2, 12)));
            sessions.join(caller(student), SampleClasses.HELD);
        }
        clock.moveTo(start);
        sessions.move(teacher, SampleClasses.HELD, Step.START);
        for (Person student : students.subList(0, students.size() - 2)) {
            work(caller(student), start);
        }
        clock.moveTo(start.plus(LENGTH));
        sessions.move(teacher, SampleClasses.HELD, Step.COMPLETE);
    }

    private void work(Caller student, Instant start) {
        clock.moveTo(start.plusSeconds(random.nextInt(1, 20)));
        UUID attempt = attempts.startIn(student, SampleClasses.HELD).id();
        for (Passage passage : SampleClasses.PASSAGES) {
            for (int count = random.nextInt(4); count > 0; count--) {
                clock.pass(Duration.ofSeconds(random.nextInt(20, 200)));
                attempts.highlight(student, attempt, List.of(highlight(passage)));
            }
        }
        if (random.nextDouble() < 0.85) {
            clock.pass(Duration.ofSeconds(random.nextInt(60, 600)));
            attempts.submit(student, attempt);
            sessions.join(student, SampleClasses.HELD);
        }
    }

    /// A sentence of the passage, now and then with a remark.
    private Highlight highlight(Passage passage) {
        String text = passage.text();
        int start = random.nextInt(text.length() - 60);
        int begin = start == 0 ? 0 : text.indexOf(' ', start) + 1;
        int end = Math.max(text.indexOf(' ', begin + random.nextInt(12, 50)), begin + 1);
        return new Highlight(
                newId(),
                clock.instant(),
                text.substring(begin, end),
                passage.id(),
                begin,
                end,
                COLORS.get(random.nextInt(COLORS.size())),
                random.nextDouble() < 0.3 ? COMMENTS.get(random.nextInt(COMMENTS.size())) : null,
                null);
    }

    private UUID newId() {
        return new UUID(
                (random.nextLong() & ~0xF000L) | 0x7000L, (random.nextLong() >>> 2) | (1L << 63));
    }

    private static Caller caller(Person person) {
        return new Caller(person.id(), person.username(), person.name(), false, "", "127.0.0.1");
    }
}
