package org.tutortimes.server.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.model.sync.Reference;
import org.tutortimes.server.database.Sql;

/// What a tutor can record time on, as far as it changed after some revision.
final class ReferenceStore {

    /// The units that the caller has a role in, whether it is in force or not.
    private static final String OWN_UNITS =
            "(SELECT r.unit_id FROM unit_roles r WHERE r.user_id = ?)";

    /// Names of students are for those who have a role now.
    private static final String PRESENT_UNITS =
            "(SELECT r.unit_id FROM unit_roles r WHERE r.user_id = ? AND r.active = 1)";

    private ReferenceStore() {}

    /// What names the state of a user's reference data.
    ///
    /// @param counter of imports
    record Revision(long counter, List<Reference.UnitRole> unitRoles) {}

    static Revision revision(Handle handle, long userId) {
        List<Reference.UnitRole> unitRoles = new ArrayList<>();
        List<Long> counter =
                Sql.list(
                        handle,
                        """
                        SELECT s.reference_revision, r.id, r.unit_id, r.role, r.active
                        FROM server_identity s LEFT JOIN unit_roles r ON r.user_id = ?
                        WHERE s.id = 1 ORDER BY r.id
                        """,
                        row -> {
                            String role = row.getString(4);
                            if (role != null) {
                                unitRoles.add(
                                        new Reference.UnitRole(
                                                row.getLong(2),
                                                row.getLong(3),
                                                UnitRoleKind.valueOf(role.toUpperCase(Locale.ROOT)),
                                                row.getInt(5) == 1));
                            }
                            return row.getLong(1);
                        },
                        userId);
        return new Revision(counter.getFirst(), unitRoles);
    }

    static List<Reference.Unit> units(Handle handle, long userId, long after) {
        return Sql.list(
                handle,
                """
                SELECT id, code, name, zone, start_date, end_date, active FROM units
                WHERE id IN %s AND changed_in > ? ORDER BY id
                """
                        .formatted(OWN_UNITS),
                ReferenceStore::unit,
                userId,
                after);
    }

    private static Reference.Unit unit(ResultSet row) throws SQLException {
        return new Reference.Unit(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                date(row.getString(5)),
                date(row.getString(6)),
                row.getInt(7) == 1);
    }

    static List<Reference.TaskDefinition> taskDefinitions(Handle handle, long userId, long after) {
        return Sql.list(
                handle,
                """
                SELECT id, unit_id, abbreviation, name, active FROM task_definitions
                WHERE unit_id IN %s AND changed_in > ? ORDER BY id
                """
                        .formatted(PRESENT_UNITS),
                row ->
                        new Reference.TaskDefinition(
                                row.getLong(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5) == 1),
                userId,
                after);
    }

    static List<Reference.Task> tasks(Handle handle, long userId, long after) {
        return Sql.list(
                handle,
                """
                SELECT t.id, t.project_id, t.task_definition_id, t.status, t.active
                FROM tasks t JOIN projects p ON p.id = t.project_id
                WHERE p.unit_id IN %s AND t.changed_in > ? ORDER BY t.id
                """
                        .formatted(PRESENT_UNITS),
                row ->
                        new Reference.Task(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getString(4),
                                row.getInt(5) == 1),
                userId,
                after);
    }

    static List<Reference.Student> students(Handle handle, long userId, long after) {
        return Sql.list(
                handle,
                """
                SELECT p.id, p.unit_id, u.username, u.name, p.active
                FROM projects p JOIN users u ON u.id = p.user_id
                WHERE p.unit_id IN %s AND p.changed_in > ? ORDER BY p.id
                """
                        .formatted(PRESENT_UNITS),
                row ->
                        new Reference.Student(
                                row.getLong(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5) == 1),
                userId,
                after);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
