package org.tutortimes.server.classroom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.server.classes.StudentSessionStore.StudentSession;

/// What the list of a student's class sessions shows.
///
/// @param open those that may be joined now
/// @param past the latest of those that are over
public record StudentView(List<Line> open, List<Line> planned, List<Line> past) {

    /// How many that are over are shown.
    static final int MOST_PAST = 20;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

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

        static Line of(StudentSession session, Instant now) {
            return new Line(
                    session.id(),
                    session.title(),
                    session.unitCode() + " · " + session.className(),
                    whenOf(session, now),
                    session.zone().getId(),
                    shapeOf(session),
                    wordOf(session));
        }
    }

    static StudentView of(List<StudentSession> ahead, List<StudentSession> past, Instant now) {
        return new StudentView(
                ahead.stream()
                        .filter(each -> each.status().isOpen())
                        .map(each -> Line.of(each, now))
                        .toList(),
                ahead.stream()
                        .filter(each -> each.status() == ClassSessionState.SCHEDULED)
                        .map(each -> Line.of(each, now))
                        .toList(),
                past.stream().map(each -> Line.of(each, now)).toList());
    }

    public boolean isEmpty() {
        return open.isEmpty() && planned.isEmpty() && past.isEmpty();
    }

    /// When a class session is planned, by the clocks of its class.
    private static String whenOf(StudentSession session, Instant now) {
        ZonedDateTime at = session.scheduledAt().atZone(session.zone());
        LocalDate today = now.atZone(session.zone()).toLocalDate();
        return day(at.toLocalDate(), today) + ", " + TIME.format(at);
    }

    private static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "Today";
        }
        if (day.equals(today.plusDays(1))) {
            return "Tomorrow";
        }
        return (day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(day);
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

    private static String wordOf(StudentSession session) {
        return switch (session.status()) {
            case SCHEDULED -> "Planned";
            case WAITING_FOR_STUDENTS -> "Waiting for students";
            case IN_PROGRESS -> inProgress(session.attempt());
            case COMPLETED -> completed(session.attempt());
            case CANCELLED -> "Cancelled";
        };
    }

    private static String inProgress(@Nullable AttemptStatus attempt) {
        return switch (attempt) {
            case SUBMITTED -> "You submitted";
            case IN_PROGRESS, ABANDONED -> "You have begun";
            case null -> "In progress";
        };
    }

    private static String completed(@Nullable AttemptStatus attempt) {
        return switch (attempt) {
            case SUBMITTED -> "You submitted";
            case IN_PROGRESS, ABANDONED -> "Ended before you submitted";
            case null -> "No attempt";
        };
    }
}
