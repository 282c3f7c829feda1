package org.tutortimes.server.audit;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.web.Actor;

/// Rows of `audit_log`: added, and never changed.
final class AuditStore {

    /// An entry on its way into storage.
    ///
    /// @param before as JSON
    /// @param after as JSON
    record Row(
            String id,
            Instant at,
            Actor actor,
            AuditEntry entry,
            @Nullable String before,
            @Nullable String after) {}

    private AuditStore() {}

    static void add(Handle handle, Row row) {
        Subject subject = row.entry().subject();
        Sql.update(
                handle,
                """
                INSERT INTO audit_log
                    (id, at, user_id, actor, address, action, subject_type, subject_id, unit_id,
                     state_before, state_after, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                row.id(),
                row.at().toEpochMilli(),
                row.actor().userId(),
                row.actor().name(),
                row.actor().address(),
                row.entry().action().wireName(),
                subject.type(),
                subject.id(),
                subject.unitId(),
                row.before(),
                row.after(),
                row.entry().note());
    }
}
