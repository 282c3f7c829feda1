package org.tutortimes.server.classroom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.server.classes.ClassSession;
import org.tutortimes.server.language.Words;

/// How the pages of live classes say states and times.
final class SessionWords {

    private SessionWords() {}

    static String state(ClassSessionState state, Words words) {
        return words.text("classroom.state." + key(state));
    }

    /// How keys of texts name a state.
    static String key(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
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

    /// How far an attempt is; empty where there is none.
    ///
    /// @param submitted when it was, in words, or null
    static String attempt(@Nullable AttemptStatus status, @Nullable String submitted, Words words) {
        if (status == null) {
            return "";
        }
        return submitted == null
                ? words.text("classroom.attempt." + key(status))
                : words.text("classroom.attempt.submitted-at", submitted);
    }

    /// When a class session is or was, in the words of its state.
    static String times(ClassSession session, ZoneId zone, Instant now, Words words) {
        LocalDate today = now.atZone(zone).toLocalDate();
        String planned = words.dayAndTime(session.plan().scheduledAt(), zone, today);
        Instant started = session.progress().startedAt();
        Instant completed = session.progress().completedAt();
        Instant cancelled = session.progress().cancelledAt();
        return switch (session.status()) {
            case SCHEDULED, WAITING_FOR_STUDENTS -> words.text("classroom.times.planned", planned);
            case IN_PROGRESS ->
                    words.text(
                            "classroom.times.started",
                            started == null ? planned : words.time(started, zone));
            case COMPLETED ->
                    started == null || completed == null
                            ? planned
                            : words.text(
                                    "classroom.times.completed",
                                    words.dayAndTime(started, zone, today),
                                    words.time(completed, zone));
            case CANCELLED ->
                    cancelled == null ? planned : words.dayAndTime(cancelled, zone, today);
        };
    }
}
