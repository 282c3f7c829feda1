package org.tutortimes.server.units;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.server.database.Sql;

/// Who holds which role in which unit, and what belongs to the unit.
public final class RoleStore {

    /// A unit role and whether it is in force.
    public record UnitRole(long id, long userId, long unitId, boolean active) {}

    /// The units that a person convenes; their id is its one parameter.
    public static final String CONVENED_UNITS =
            """
            (SELECT c.unit_id FROM unit_roles c
                WHERE c.user_id = ? AND c.role = 'convenor' AND c.active = 1)
            """;

    private RoleStore() {}

    public static Optional<UnitRole> unitRole(Handle handle, long unitRoleId) {
        return Sql.first(
                handle,
                "SELECT id, user_id, unit_id, active FROM unit_roles WHERE id = ?",
                row ->
                        new UnitRole(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4) == 1),
                unitRoleId);
    }

    /// Whether somebody is a convenor of the unit now.
    public static boolean convenes(Handle handle, long userId, long unitId) {
        return exists(
                handle, "SELECT 1 WHERE CAST(? AS BIGINT) IN " + CONVENED_UNITS, unitId, userId);
    }

    /// Whether somebody is a convenor of any unit now.
    public static boolean convenesAny(Handle handle, long userId) {
        return !Sql.list(
                        handle,
                        "SELECT * FROM " + CONVENED_UNITS + " convened LIMIT 1",
                        row -> row.getLong(1),
                        userId)
                .isEmpty();
    }

    /// The unit role of a session that is in force, under the session's owner.
    public static Optional<UnitRole> ofSession(Handle handle, String sessionId) {
        return Sql.first(
                handle,
                """
                SELECT t.unit_role_id, t.user_id, t.unit_id, r.active
                FROM tutor_times t JOIN unit_roles r ON r.id = t.unit_role_id
                WHERE t.id = ?
                """,
                row ->
                        new UnitRole(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4) == 1),
                sessionId);
    }

    /// Whether there is such a task or task definition in the unit.
    public static boolean isInUnit(Handle handle, MarkingTarget target, long unitId) {
        return switch (target) {
            case MarkingTarget.OneTask one ->
                    exists(
                            handle,
                            """
                            SELECT 1 FROM tasks t JOIN projects p ON p.id = t.project_id
                            WHERE t.id = ? AND p.unit_id = ?
                            """,
                            one.taskId(),
                            unitId);
            case MarkingTarget.Pile pile ->
                    exists(
                            handle,
                            "SELECT 1 FROM task_definitions WHERE id = ? AND unit_id = ?",
                            pile.taskDefinitionId(),
                            unitId);
        };
    }

    private static boolean exists(Handle handle, String sql, long one, long other) {
        return Sql.first(handle, sql, row -> row.getInt(1), one, other).isPresent();
    }
}
