package org.tutortimes.server.classroom;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.server.classes.ClassSession;
import org.tutortimes.server.language.Language;
import org.tutortimes.server.language.Words;

/// How the pages of live classes say states and times.
final class SessionWords {

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private SessionWords() {}

    static String state(ClassSessionState state) {
        return switch (state) {
            case SCHEDULED -> "Planned";
            case WAITING_FOR_STUDENTS -> "Waiting for students";
            case IN_PROGRESS -> "In progress";
            case COMPLETED -> "Completed";
            case CANCELLED -> "Cancelled";
        };
    }

    /// The shape beside the words, a class of the style sheet.
    static String sign(ClassSessionState state) {
        return switch (state) {
            case SCHEDULED -> "later";
            case WAITING_FOR_STUDENTS -> "waiting";
            case IN_PROGRESS -> "on";
            case COMPLETED -> "done";
            case CANCELLED -> "off";
        };
    }

    static String attempt(@Nullable AttemptStatus status) {
        return switch (status) {
            case null -> "";
            case IN_PROGRESS -> "Working";
            case SUBMITTED -> "Submitted";
            case ABANDONED -> "Not submitted";
        };
    }

    /// A day and a time, such as `Wed 29 Jul, 10:00`.
    static String when(Instant at, ZoneId zone, Instant now) {
        return Words.in(Language.ENGLISH)
                        .day(at.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate())
                + ", "
                + Words.in(Language.ENGLISH).time(at, zone);
    }

    static String toTheSecond(Instant at, ZoneId zone) {
        return TO_THE_SECOND.format(at.atZone(zone));
    }

    /// When a class session is or was, in the words of its state.
    static String times(ClassSession session, ZoneId zone, Instant now) {
        String planned = when(session.plan().scheduledAt(), zone, now);
        Instant started = session.progress().startedAt();
        Instant completed = session.progress().completedAt();
        Instant cancelled = session.progress().cancelledAt();
        return switch (session.status()) {
            case SCHEDULED, WAITING_FOR_STUDENTS -> "planned for " + planned;
            case IN_PROGRESS ->
                    "since "
                            + (started == null
                                    ? planned
                                    : Words.in(Language.ENGLISH).time(started, zone));
            case COMPLETED ->
                    started == null || completed == null
                            ? planned
                            : when(started, zone, now)
                                    + " to "
                                    + Words.in(Language.ENGLISH).time(completed, zone);
            case CANCELLED -> cancelled == null ? planned : when(cancelled, zone, now);
        };
    }

    static String count(long count, String one, String many) {
        return count == 1 ? "1 " + one : count + " " + many;
    }
}
