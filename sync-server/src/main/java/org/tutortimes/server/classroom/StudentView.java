package org.tutortimes.server.classroom;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.server.classes.StudentSessionStore.StudentSession;
import org.tutortimes.server.language.Words;

/// What the list of a student's class sessions shows.
///
/// @param open those that may be joined now
/// @param past the latest of those that are over
public record StudentView(List<Line> open, List<Line> planned, List<Line> past) {

    /// How many that are over are shown.
    static final int MOST_PAST = 20;

    public StudentView {
        open = List.copyOf(open);
        planned = List.copyOf(planned);
        past = List.copyOf(past);
    }

    /// One class session.
    ///
    /// @param group its unit and class
    /// @param when it is planned, with the zone
    /// @param zone its name
    /// @param shape tells the state beside the word
    public record Line(
            UUID id,
            String title,
            String group,
            String when,
            String zone,
            String shape,
            String word) {

        static Line of(StudentSession session, Instant now, Words words) {
            return new Line(
                    session.id(),
                    session.title(),
                    session.unitCode() + " · " + session.className(),
                    whenOf(session, now, words),
                    session.zone().getId(),
                    shapeOf(session),
                    words.text(wordOf(session)));
        }
    }

    static StudentView of(
            List<StudentSession> ahead, List<StudentSession> past, Instant now, Words words) {
        return new StudentView(
                ahead.stream()
                        .filter(each -> each.status().isOpen())
                        .map(each -> Line.of(each, now, words))
                        .toList(),
                ahead.stream()
                        .filter(each -> each.status() == ClassSessionState.SCHEDULED)
                        .map(each -> Line.of(each, now, words))
                        .toList(),
                past.stream().map(each -> Line.of(each, now, words)).toList());
    }

    public boolean isEmpty() {
        return open.isEmpty() && planned.isEmpty() && past.isEmpty();
    }

    /// When a class session is planned, by the clocks of its class.
    private static String whenOf(StudentSession session, Instant now, Words words) {
        LocalDate day = session.scheduledAt().atZone(session.zone()).toLocalDate();
        LocalDate today = now.atZone(session.zone()).toLocalDate();
        return day(day, today, words)
                + ", "
                + words.timeWithZone(session.scheduledAt(), session.zone());
    }

    private static String day(LocalDate day, LocalDate today, Words words) {
        if (day.equals(today)) {
            return words.text("classroom.mine.today");
        }
        if (day.equals(today.plusDays(1))) {
            return words.text("classroom.mine.tomorrow");
        }
        return day.getYear() == today.getYear() ? words.day(day, today) : words.fullDay(day);
    }

    private static String shapeOf(StudentSession session) {
        return switch (session.status()) {
            case SCHEDULED -> "planned";
            case WAITING_FOR_STUDENTS -> "waiting";
            case IN_PROGRESS -> session.attempt() == AttemptStatus.SUBMITTED ? "done" : "running";
            case COMPLETED ->
                    switch (session.attempt()) {
                        case SUBMITTED -> "done";
                        case IN_PROGRESS, ABANDONED -> "attention";
                        case null -> "none";
                    };
            case CANCELLED -> "none";
        };
    }

    /// The key of the word for its state.
    private static String wordOf(StudentSession session) {
        return switch (session.status()) {
            case SCHEDULED -> "classroom.state.scheduled";
            case WAITING_FOR_STUDENTS -> "classroom.state.waiting-for-students";
            case IN_PROGRESS -> inProgress(session.attempt());
            case COMPLETED -> completed(session.attempt());
            case CANCELLED -> "classroom.state.cancelled";
        };
    }

    private static String inProgress(@Nullable AttemptStatus attempt) {
        return switch (attempt) {
            case SUBMITTED -> "classroom.mine.submitted";
            case IN_PROGRESS, ABANDONED -> "classroom.mine.begun";
            case null -> "classroom.state.in-progress";
        };
    }

    private static String completed(@Nullable AttemptStatus attempt) {
        return switch (attempt) {
            case SUBMITTED -> "classroom.mine.submitted";
            case IN_PROGRESS, ABANDONED -> "classroom.mine.ended";
            case null -> "classroom.mine.no-attempt";
        };
    }
}
