package org.tutortimes.server.audittrail;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Sql;

/// Reads what the subjects of the audit log are called now.
final class AuditNamesStore {

    private AuditNamesStore() {}

    static Optional<String> user(Handle handle, long id) {
        return Sql.first(
                handle, "SELECT name FROM users WHERE id = ?", row -> row.getString(1), id);
    }

    static Optional<String> unit(Handle handle, long id) {
        return Sql.first(
                handle, "SELECT code FROM units WHERE id = ?", row -> row.getString(1), id);
    }

    /// Whose role it is.
    static Optional<String> unitRole(Handle handle, long id) {
        return Sql.first(
                handle,
                """
                SELECT u.name FROM unit_roles r JOIN users u ON u.id = r.user_id WHERE r.id = ?
                """,
                row -> row.getString(1),
                id);
    }
}
