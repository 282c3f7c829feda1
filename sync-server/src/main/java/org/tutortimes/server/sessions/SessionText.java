package org.tutortimes.server.sessions;

import java.util.Locale;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.server.language.Words;

/// How a session is called.
final class SessionText {

    private SessionText() {}

    /// What was marked: the task, and the student or the pile.
    static String task(TimerTableStore.Row row, Words words) {
        String student = row.student();
        Long submissions = row.submissions();
        String of =
                student != null
                        ? student
                        : submissions == null
                                ? words.text("session.pile")
                                : words.text("session.pile-of", submissions);
        return row.abbreviation() + " " + row.definition() + " · " + of;
    }

    static String status(SessionStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
