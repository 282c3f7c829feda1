package org.tutortimes.server;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.ConnectionStatus;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.model.classes.Participant;
import org.tutortimes.model.wire.Json;

/// A class of Tia's with Sam as its student, a class session of it in each state, and Sam's attempt
/// in the one that runs.
public final class SampleClass {

    public static final String CLASS = "019aa3c2-0000-7000-8000-0000000000c0";
    public static final String SCHEDULED = "019aa3c2-0000-7000-8000-0000000000c1";
    public static final String WAITING = "019aa3c2-0000-7000-8000-0000000000c2";
    public static final String RUNNING = "019aa3c2-0000-7000-8000-0000000000c3";
    public static final String COMPLETED = "019aa3c2-0000-7000-8000-0000000000c4";
    public static final String CANCELLED = "019aa3c2-0000-7000-8000-0000000000c5";
    public static final String ATTEMPT = "019aa3c2-0000-7000-8000-0000000000a1";
    public static final String HIGHLIGHT = "019aa3c2-0000-7000-8000-0000000000b1";

    /// Everything of it that has an id.
    public static final List<String> IDS =
            List.of(CLASS, SCHEDULED, WAITING, RUNNING, COMPLETED, CANCELLED, ATTEMPT, HIGHLIGHT);

    private static final List<String> STATEMENTS =
            List.of(
                    """
                    INSERT INTO classes (id, unit_id, teacher_id, name, student_ids, status)
                    VALUES ('%s', 10, 1, 'Tuesday', '[50]', 'ACTIVE')
                    """
                            .formatted(CLASS),
                    session(SCHEDULED, "SCHEDULED", "NULL, NULL, NULL", "[]"),
                    session(WAITING, "WAITING_FOR_STUDENTS", "NULL, NULL, NULL", participant(null)),
                    session(RUNNING, "IN_PROGRESS", "1000, NULL, NULL", participant(ATTEMPT)),
                    session(COMPLETED, "COMPLETED", "1000, 2000, NULL", "[]"),
                    session(CANCELLED, "CANCELLED", "NULL, NULL, 2000", "[]"),
                    """
                    INSERT INTO attempts (id, class_session_id, student_id, status, started_at,
                        highlights, highlighted_text)
                    VALUES ('%s', '%s', 50, 'IN_PROGRESS', 1000, 1, '%s')
                    """
                            .formatted(ATTEMPT, RUNNING, highlight()));

    private SampleClass() {}

    /// Writes it, in place of all classes that there are.
    public static void write(Handle handle) {
        handle.execute("DELETE FROM attempts");
        handle.execute("DELETE FROM class_sessions");
        handle.execute("DELETE FROM classes");
        STATEMENTS.forEach(handle::execute);
    }

    private static String session(String id, String status, String times, String participants) {
        return """
        INSERT INTO class_sessions (id, class_id, created_by, test_id, title, status, scheduled_at,
            created_at, started_at, completed_at, cancelled_at, passages, participants)
        VALUES ('%s', '%s', 1, 77, 'Reading test', '%s', 1000, 500, %s,
            '[{"id": "one", "text": "right or wrong"}]', '%s')
        """
                .formatted(id, CLASS, status, times, participants);
    }

    /// As the server writes it: where it writes the same again nothing changes.
    private static String participant(@Nullable String attempt) {
        Instant nine = Instant.parse("2026-08-03T09:00:00Z");
        return Json.write(
                List.of(
                        new Participant(
                                SampleData.SAM,
                                attempt == null ? null : UUID.fromString(attempt),
                                nine,
                                ConnectionStatus.CONNECTED,
                                nine)));
    }

    private static String highlight() {
        return Json.write(
                List.of(
                        new Highlight(
                                UUID.fromString(HIGHLIGHT),
                                Instant.parse("2026-08-03T08:00:00Z"),
                                "right",
                                "one",
                                0,
                                5,
                                "#FFD54F",
                                null,
                                null)));
    }
}
