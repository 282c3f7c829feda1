package org.tutortimes.server.board;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.server.database.InParts;
import org.tutortimes.server.database.Sql;

/// Reads what a board shows beside the class session itself.
final class BoardStore {

    private static final String NAMES = InParts.sql("SELECT id, name FROM users WHERE id IN");

    private BoardStore() {}

    /// An attempt without what is in it.
    record Work(
            UUID id,
            long studentId,
            AttemptStatus status,
            @Nullable Instant submittedAt,
            int highlights) {}

    static Map<Long, String> names(Handle handle, List<Long> userIds) {
        Map<Long, String> names = new HashMap<>();
        InParts.list(handle, NAMES, row -> Map.entry(row.getLong(1), row.getString(2)), userIds)
                .forEach(name -> names.put(name.getKey(), name.getValue()));
        return names;
    }

    /// The attempts of a class session, by student.
    static Map<Long, Work> attempts(Handle handle, UUID sessionId) {
        Map<Long, Work> attempts = new HashMap<>();
        Sql.list(
                        handle,
                        """
                        SELECT id, student_id, status, submitted_at, highlights FROM attempts
                        WHERE class_session_id = ?
                        """,
                        row -> {
                            Long submittedAt = Sql.nullableLong(row, "submitted_at");
                            return new Work(
                                    UUID.fromString(row.getString("id")),
                                    row.getLong("student_id"),
                                    AttemptStatus.valueOf(row.getString("status")),
                                    submittedAt == null ? null : Instant.ofEpochMilli(submittedAt),
                                    row.getInt("highlights"));
                        },
                        sessionId)
                .forEach(work -> attempts.put(work.studentId(), work));
        return attempts;
    }
}
