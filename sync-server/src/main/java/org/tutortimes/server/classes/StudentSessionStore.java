package org.tutortimes.server.classes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.server.database.JsonText;
import org.tutortimes.server.database.Sql;

/// Reads class sessions as the students of their classes see them in lists.
public final class StudentSessionStore {

    /// A class session and what a student made of it.
    ///
    /// @param zone of the class, or else of its unit
    /// @param attempt null where they made none
    public record StudentSession(
            UUID id,
            String title,
            String className,
            String unitCode,
            ZoneId zone,
            ClassSessionState status,
            Instant scheduledAt,
            @Nullable AttemptStatus attempt) {}

    private static final String COLUMNS =
            """
            SELECT s.id, s.title, s.status, s.scheduled_at, c.name AS class_name,
                n.code AS unit_code, COALESCE(c.zone, n.zone) AS zone, a.status AS attempt
            FROM classes c
            JOIN class_sessions s ON s.class_id = c.id
            JOIN units n ON n.id = c.unit_id
            LEFT JOIN attempts a ON a.class_session_id = s.id AND a.student_id = ?
            """;

    private StudentSessionStore() {}

    /// Whether somebody is enrolled in any class. One row is enough, and nothing says so:
    /// PostgreSQL would hope to meet it soon, and read all classes for those who are in none.
    public static boolean isStudent(Handle handle, long userId) {
        return Sql.first(
                        handle,
                        "SELECT 1 FROM classes c WHERE " + JsonText.holds(handle, "c.student_ids"),
                        row -> row.getInt(1),
                        userId)
                .isPresent();
    }

    /// Those of a student's classes that are planned or open, by time.
    public static List<StudentSession> ahead(Handle handle, long userId) {
        return Sql.list(
                handle,
                COLUMNS
                        + "WHERE "
                        + JsonText.holds(handle, "c.student_ids")
                        + """
                         AND s.status IN ('SCHEDULED', 'WAITING_FOR_STUDENTS', 'IN_PROGRESS')
                        ORDER BY s.scheduled_at, s.id
                        """,
                StudentSessionStore::session,
                userId,
                userId);
    }

    /// Those of a student's classes that are over, the latest first.
    public static List<StudentSession> past(Handle handle, long userId, int limit) {
        return Sql.list(
                handle,
                COLUMNS
                        + "WHERE "
                        + JsonText.holds(handle, "c.student_ids")
                        + """
                         AND s.status IN ('COMPLETED', 'CANCELLED')
                        ORDER BY s.scheduled_at DESC, s.id DESC LIMIT ?
                        """,
                StudentSessionStore::session,
                userId,
                userId,
                limit);
    }

    /// One of them.
    public static Optional<StudentSession> one(Handle handle, long userId, UUID id) {
        return Sql.first(
                handle, COLUMNS + "WHERE s.id = ?", StudentSessionStore::session, userId, id);
    }

    private static StudentSession session(ResultSet row) throws SQLException {
        String attempt = row.getString("attempt");
        return new StudentSession(
                UUID.fromString(row.getString("id")),
                row.getString("title"),
                row.getString("class_name"),
                row.getString("unit_code"),
                ZoneId.of(row.getString("zone")),
                ClassSessionState.valueOf(row.getString("status")),
                Instant.ofEpochMilli(row.getLong("scheduled_at")),
                attempt == null ? null : AttemptStatus.valueOf(attempt));
    }
}
