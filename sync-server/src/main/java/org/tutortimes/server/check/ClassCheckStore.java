package org.tutortimes.server.check;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Sql;

/// Reads what the check compares of live classes. JSON comes as it is: it may be none.
final class ClassCheckStore {

    record ClassRow(String id, String students) {}

    record SessionRow(String id, String passages, String participants) {}

    /// An attempt without what is highlighted in it.
    record Work(String id, long studentId) {}

    record AttemptRow(String id, long highlights, String highlightedText) {}

    private ClassCheckStore() {}

    static List<ClassRow> classes(Handle handle) {
        return Sql.list(
                handle,
                "SELECT id, student_ids FROM classes ORDER BY id",
                row -> new ClassRow(row.getString(1), row.getString(2)));
    }

    static List<String> sessions(Handle handle) {
        return Sql.list(
                handle, "SELECT id FROM class_sessions ORDER BY id", row -> row.getString(1));
    }

    static SessionRow session(Handle handle, String id) {
        return Sql.first(
                        handle,
                        "SELECT id, passages, participants FROM class_sessions WHERE id = ?",
                        row -> new SessionRow(row.getString(1), row.getString(2), row.getString(3)),
                        id)
                .orElseThrow();
    }

    static List<Work> attemptsIn(Handle handle, String sessionId) {
        return Sql.list(
                handle,
                "SELECT id, student_id FROM attempts WHERE class_session_id = ? ORDER BY id",
                row -> new Work(row.getString(1), row.getLong(2)),
                sessionId);
    }

    /// Gives every attempt, one at a time: one may be as large as megabytes.
    static void eachAttempt(Handle handle, Consumer<AttemptRow> consumer) {
        Sql.list(
                handle,
                "SELECT id, highlights, highlighted_text FROM attempts ORDER BY id",
                row -> {
                    consumer.accept(
                            new AttemptRow(row.getString(1), row.getLong(2), row.getString(3)));
                    return true;
                });
    }

    /// Attempts that go on though their class session does not.
    static List<String> leftOpen(Handle handle) {
        return Sql.list(
                handle,
                """
                SELECT 'Attempt ' || a.id || ' is open, and its class session is ' || s.status
                    || '.'
                FROM attempts a JOIN class_sessions s ON s.id = a.class_session_id
                WHERE a.status = 'IN_PROGRESS' AND s.status IN ('COMPLETED', 'CANCELLED')
                """,
                row -> row.getString(1));
    }
}
