package org.tutortimes.server.admin;

import java.util.List;
import org.tutortimes.server.database.Database;

/// What stands in the audit log, in the order in which it was written.
final class AuditRows {

    private AuditRows() {}

    static List<String> of(Database database) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                SELECT action || ' ' || actor || ' ' || subject_type || ' '
                                    || subject_id || ' ' || COALESCE(state_before, '-') || ' '
                                    || COALESCE(state_after, '-')
                                FROM audit_log ORDER BY at, id
                                """)
                        .mapTo(String.class)
                        .list());
    }
}
