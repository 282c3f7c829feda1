package org.tutortimes.server.database;

import org.jdbi.v3.core.Handle;

/// A class, a class session that is over and an attempt in it for each user that there is.
final class StoredClasses {

    private static final String ID = "'00000000-0000-4000-8000-' || (100000000000 + u.id)";

    private StoredClasses() {}

    static void fill(Handle handle) {
        handle.execute(
                """
                INSERT INTO classes (id, unit_id, teacher_id, name, student_ids, status)
                SELECT %s, n.id, u.id, 'Class of ' || u.username, '[50]', 'ACTIVE'
                FROM users u JOIN units n ON n.id = 10000000 + u.id %% 100
                """
                        .formatted(ID));
        handle.execute(
                """
                INSERT INTO class_sessions (id, class_id, created_by, title, status, scheduled_at,
                    started_at, completed_at, created_at, passages, participants)
                SELECT %s, %s, u.id, 'Over', 'COMPLETED', u.id, u.id, u.id, u.id, '[]', '[]'
                FROM users u
                """
                        .formatted(ID, ID));
        handle.execute(
                """
                INSERT INTO attempts (id, class_session_id, student_id, status, started_at,
                    submitted_at, highlighted_text)
                SELECT %s, %s, u.id, 'SUBMITTED', u.id, u.id, '[]' FROM users u
                """
                        .formatted(ID, ID));
    }
}
