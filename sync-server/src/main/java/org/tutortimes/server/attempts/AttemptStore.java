package org.tutortimes.server.attempts;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.database.JsonText;
import org.tutortimes.server.database.Sql;

/// Reads and writes attempts.
final class AttemptStore {

    private static final ObjectReader HIGHLIGHTS = Json.mapper().readerForListOf(Highlight.class);

    private static final String COLUMNS =
            """
            SELECT id, class_session_id, student_id, test_id, task_id, status, started_at,
                submitted_at, highlights
            FROM attempts
            """;

    private AttemptStore() {}

    /// An attempt without what is highlighted in it.
    static Optional<Attempt> one(Handle handle, UUID id) {
        return Sql.first(handle, COLUMNS + "WHERE id = ?", AttemptStore::attempt, id);
    }

    /// A student's attempt in a class session.
    static Optional<Attempt> inSession(Handle handle, UUID sessionId, long studentId) {
        return Sql.first(
                handle,
                COLUMNS + "WHERE class_session_id = ? AND student_id = ?",
                AttemptStore::attempt,
                sessionId,
                studentId);
    }

    /// A student's open attempt outside of any class session, at the same thing.
    static Optional<Attempt> openAlone(
            Handle handle, long studentId, @Nullable Long testId, @Nullable Long taskId) {
        return Sql.first(
                handle,
                COLUMNS
                        + """
                        WHERE student_id = ? AND class_session_id IS NULL
                            AND status = 'IN_PROGRESS'
                            AND COALESCE(test_id, -1) = ? AND COALESCE(task_id, -1) = ?
                        """,
                AttemptStore::attempt,
                studentId,
                testId == null ? -1 : testId,
                taskId == null ? -1 : taskId);
    }

    /// What was ever highlighted in an attempt, what was taken back too.
    static List<Highlight> highlights(Handle handle, UUID id) {
        return Sql.first(
                        handle,
                        "SELECT highlighted_text FROM attempts WHERE id = ?",
                        row -> highlights(row.getString(1)),
                        id)
                .orElse(List.of());
    }

    static void add(Handle handle, Attempt attempt) {
        Sql.update(
                handle,
                """
                INSERT INTO attempts (id, class_session_id, student_id, test_id, task_id, status,
                    started_at, highlighted_text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                attempt.id(),
                attempt.classSessionId(),
                attempt.studentId(),
                attempt.testId(),
                attempt.taskId(),
                attempt.status(),
                attempt.startedAt().toEpochMilli(),
                JsonText.of(List.of()));
    }

    /// @param all what was ever highlighted in it
    static void highlight(Handle handle, UUID id, List<Highlight> all) {
        Sql.update(
                handle,
                "UPDATE attempts SET highlights = ?, highlighted_text = ? WHERE id = ?",
                all.stream().filter(Highlight::stands).count(),
                JsonText.of(all),
                id);
    }

    static void submit(Handle handle, UUID id, Instant now) {
        Sql.update(
                handle,
                "UPDATE attempts SET status = 'SUBMITTED', submitted_at = ? WHERE id = ?",
                now.toEpochMilli(),
                id);
    }

    /// The unit of a student's own task.
    static Optional<Long> unitOfTask(Handle handle, long taskId, long studentId) {
        return Sql.first(
                handle,
                """
                SELECT p.unit_id FROM tasks t JOIN projects p ON p.id = t.project_id
                WHERE t.id = ? AND p.user_id = ?
                """,
                row -> row.getLong(1),
                taskId,
                studentId);
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        String sessionId = row.getString("class_session_id");
        Long submittedAt = Sql.nullableLong(row, "submitted_at");
        return new Attempt(
                UUID.fromString(row.getString("id")),
                sessionId == null ? null : UUID.fromString(sessionId),
                row.getLong("student_id"),
                Sql.nullableLong(row, "test_id"),
                Sql.nullableLong(row, "task_id"),
                AttemptStatus.valueOf(row.getString("status")),
                Instant.ofEpochMilli(row.getLong("started_at")),
                submittedAt == null ? null : Instant.ofEpochMilli(submittedAt),
                row.getInt("highlights"),
                List.of());
    }

    private static List<Highlight> highlights(String json) throws SQLException {
        try {
            return HIGHLIGHTS.readValue(json);
        } catch (JacksonException e) {
            throw new SQLException("the highlights of an attempt cannot be read", e);
        }
    }
}
