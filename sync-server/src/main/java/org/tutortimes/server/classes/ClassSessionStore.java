package org.tutortimes.server.classes;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.model.classes.Participant;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.JsonText;
import org.tutortimes.server.database.Sql;

/// Reads and writes class sessions.
public final class ClassSessionStore {

    private static final ObjectReader PARTICIPANTS =
            Json.mapper().readerForListOf(Participant.class);
    private static final ObjectReader PASSAGES = Json.mapper().readerForListOf(Passage.class);

    /// Which class sessions a list is to hold.
    ///
    /// @param after when the last one of the page before is planned, and its id; or null
    record Wanted(
            @Nullable UUID classId,
            @Nullable ClassSessionState status,
            @Nullable Position after,
            int limit) {}

    record Position(long scheduledAt, String id) {}

    /// Who is there in a class session that is open.
    public record Attended(UUID id, List<Participant> participants) {}

    private ClassSessionStore() {}

    public static Optional<ClassSession> one(Handle handle, UUID id) {
        return Sql.first(
                handle, "SELECT * FROM class_sessions WHERE id = ?", row -> session(row, true), id);
    }

    /// The open sessions of a class.
    static List<UUID> openOf(Handle handle, UUID classId) {
        return Sql.list(
                handle,
                """
                SELECT id FROM class_sessions
                WHERE class_id = ? AND status IN ('WAITING_FOR_STUDENTS', 'IN_PROGRESS')
                """,
                row -> UUID.fromString(row.getString(1)),
                classId);
    }

    /// One more than the limit, if there are more; those planned last come first. Only what the
    /// caller runs or is enrolled in, without passages and participants.
    static List<ClassSession> list(Handle handle, Caller caller, Wanted wanted) {
        List<Object> values = new ArrayList<>();
        String sql =
                """
                SELECT s.id, s.class_id, s.created_by, s.test_id, s.title, s.status,
                    s.scheduled_at, s.started_at, s.completed_at, s.cancelled_at
                FROM class_sessions s JOIN classes c ON c.id = s.class_id
                WHERE (%s OR %s)
                """
                        .formatted(ClassStore.STAFF, JsonText.holds(handle, "c.student_ids"));
        values.addAll(List.of(caller.admin(), caller.userId(), caller.userId(), caller.userId()));
        UUID classId = wanted.classId();
        if (classId != null) {
            sql += " AND s.class_id = ?";
            values.add(classId);
        }
        ClassSessionState status = wanted.status();
        if (status != null) {
            sql += " AND s.status = ?";
            values.add(status);
        }
        Position after = wanted.after();
        if (after != null) {
            sql += " AND (s.scheduled_at, s.id) < (?, ?)";
            values.add(after.scheduledAt());
            values.add(after.id());
        }
        values.add(wanted.limit() + 1);
        return Sql.list(
                handle,
                sql + " ORDER BY s.scheduled_at DESC, s.id DESC LIMIT ?",
                row -> session(row, false),
                values.toArray());
    }

    /// What is planned or open in the classes of a unit that the caller runs, without passages and
    /// participants; those planned last come first.
    static List<ClassSession> unfinished(Handle handle, Caller caller, long unitId) {
        return Sql.list(
                handle,
                """
                SELECT s.id, s.class_id, s.created_by, s.test_id, s.title, s.status,
                    s.scheduled_at, s.started_at, s.completed_at, s.cancelled_at
                FROM classes c JOIN class_sessions s ON s.class_id = c.id
                WHERE c.unit_id = ? AND %s
                    AND s.status IN ('SCHEDULED', 'WAITING_FOR_STUDENTS', 'IN_PROGRESS')
                ORDER BY s.scheduled_at DESC, s.id DESC
                """
                        .formatted(ClassStore.STAFF),
                row -> session(row, false),
                unitId,
                caller.admin(),
                caller.userId(),
                caller.userId());
    }

    static void add(Handle handle, ClassSession session, Instant now) {
        Sql.update(
                handle,
                """
                INSERT INTO class_sessions (id, class_id, created_by, test_id, title, status,
                    scheduled_at, created_at, passages, participants)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                session.id(),
                session.classId(),
                session.createdBy(),
                session.plan().testId(),
                session.title(),
                session.status(),
                session.plan().scheduledAt().toEpochMilli(),
                now.toEpochMilli(),
                JsonText.of(session.plan().passages()),
                JsonText.of(session.participants()));
    }

    /// Its plan, which may change until it starts.
    static void plan(Handle handle, ClassSession session) {
        Sql.update(
                handle,
                """
                UPDATE class_sessions SET title = ?, test_id = ?, scheduled_at = ?, passages = ?
                WHERE id = ?
                """,
                session.title(),
                session.plan().testId(),
                session.plan().scheduledAt().toEpochMilli(),
                JsonText.of(session.plan().passages()),
                session.id());
    }

    /// How far it is.
    static void move(Handle handle, ClassSession session) {
        Sql.update(
                handle,
                """
                UPDATE class_sessions SET status = ?, started_at = ?, completed_at = ?,
                    cancelled_at = ?, participants = ? WHERE id = ?
                """,
                session.status(),
                millis(session.progress().startedAt()),
                millis(session.progress().completedAt()),
                millis(session.progress().cancelledAt()),
                JsonText.of(session.participants()),
                session.id());
    }

    /// What is not submitted when a session ends stays as it is.
    static void abandonAttempts(Handle handle, UUID sessionId) {
        Sql.update(
                handle,
                """
                UPDATE attempts SET status = 'ABANDONED'
                WHERE class_session_id = ? AND status = 'IN_PROGRESS'
                """,
                sessionId);
    }

    /// All sessions that students may be in.
    public static List<Attended> open(Handle handle) {
        return Sql.list(
                handle,
                """
                SELECT id, participants FROM class_sessions
                WHERE status IN ('WAITING_FOR_STUDENTS', 'IN_PROGRESS') ORDER BY id
                """,
                row -> new Attended(UUID.fromString(row.getString(1)), participants(row)));
    }

    /// Who is there, if the session is open.
    public static Optional<List<Participant>> ifOpen(Handle handle, UUID sessionId) {
        return Sql.first(
                handle,
                """
                SELECT participants FROM class_sessions
                WHERE id = ? AND status IN ('WAITING_FOR_STUDENTS', 'IN_PROGRESS')
                """,
                ClassSessionStore::participants,
                sessionId);
    }

    public static void attend(Handle handle, UUID sessionId, List<Participant> participants) {
        Sql.update(
                handle,
                "UPDATE class_sessions SET participants = ? WHERE id = ?",
                JsonText.of(participants),
                sessionId);
    }

    private static ClassSession session(ResultSet row, boolean whole) throws SQLException {
        return new ClassSession(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("class_id")),
                row.getLong("created_by"),
                new ClassSession.Plan(
                        row.getString("title"),
                        Instant.ofEpochMilli(row.getLong("scheduled_at")),
                        Sql.nullableLong(row, "test_id"),
                        whole ? read(PASSAGES, row.getString("passages")) : List.of()),
                new ClassSession.Progress(
                        ClassSessionState.valueOf(row.getString("status")),
                        instant(row, "started_at"),
                        instant(row, "completed_at"),
                        instant(row, "cancelled_at")),
                whole ? participants(row) : List.of());
    }

    private static List<Participant> participants(ResultSet row) throws SQLException {
        return read(PARTICIPANTS, row.getString("participants"));
    }

    private static <T> List<T> read(ObjectReader reader, String json) throws SQLException {
        try {
            return reader.readValue(json);
        } catch (JacksonException e) {
            throw new SQLException("a list of a class session cannot be read", e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = Sql.nullableLong(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
