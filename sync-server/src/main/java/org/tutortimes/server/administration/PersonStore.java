package org.tutortimes.server.administration;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Sql;

/// Reads what somebody has to do with which unit.
final class PersonStore {

    /// A role of somebody, or that they are a student.
    ///
    /// @param role `convenor`, `tutor` or `student`
    /// @param active whether it is in force
    record Part(long unitId, String code, String name, String role, boolean active) {}

    private PersonStore() {}

    /// By the code of the unit.
    static List<Part> parts(Handle handle, long userId) {
        return Sql.list(
                handle,
                """
                SELECT n.id, n.code, n.name, r.role, r.active
                  FROM unit_roles r JOIN units n ON n.id = r.unit_id WHERE r.user_id = ?
                UNION ALL
                SELECT n.id, n.code, n.name, 'student', p.active
                  FROM projects p JOIN units n ON n.id = p.unit_id WHERE p.user_id = ?
                ORDER BY 2, 4, 1
                """,
                row ->
                        new Part(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5) == 1),
                userId,
                userId);
    }
}
