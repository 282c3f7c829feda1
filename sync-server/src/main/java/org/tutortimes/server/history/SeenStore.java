package org.tutortimes.server.history;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.units.RoleStore;

/// Which sessions of a list a caller may see: their own, those of the units that they convene, and
/// an administrator all. Nothing at all, not even an empty list, of what is none of their business.
final class SeenStore {

    private SeenStore() {}

    /// Of a unit role, also one that has ended: for its holder, and who sees the unit's time.
    static Optional<Seen> ofUnitRole(Handle handle, Caller caller, long unitRoleId) {
        return Sql.first(
                handle,
                """
                SELECT u.zone FROM unit_roles r JOIN units u ON u.id = r.unit_id
                WHERE r.id = ? AND (? = 1 OR r.user_id = ? OR r.unit_id IN %s)
                """
                        .formatted(RoleStore.CONVENED_UNITS),
                row ->
                        new Seen(
                                "t.unit_role_id = ?",
                                List.of(unitRoleId),
                                ZoneId.of(row.getString(1))),
                unitRoleId,
                caller.admin(),
                caller.userId(),
                caller.userId());
    }

    /// Of a unit: all for its convenors, their own for its tutors.
    static Optional<Seen> ofUnit(Handle handle, Caller caller, long unitId) {
        return Sql.first(
                handle,
                """
                SELECT u.zone, ? = 1 OR u.id IN %s FROM units u
                WHERE u.id = ? AND (? = 1 OR EXISTS (SELECT 1 FROM unit_roles r
                    WHERE r.unit_id = u.id AND r.user_id = ? AND r.active = 1))
                """
                        .formatted(RoleStore.CONVENED_UNITS),
                row -> {
                    ZoneId zone = ZoneId.of(row.getString(1));
                    return row.getBoolean(2)
                            ? new Seen("t.unit_id = ?", List.of(unitId), zone)
                            : new Seen(
                                    """
                                    t.unit_role_id IN (SELECT r.id FROM unit_roles r
                                        WHERE r.unit_id = ? AND r.user_id = ?)
                                    """,
                                    List.of(unitId, caller.userId()),
                                    zone);
                },
                caller.admin(),
                caller.userId(),
                unitId,
                caller.admin(),
                caller.userId());
    }

    /// Of a tutor, that is whoever holds a unit role or held one: all for themselves, for a
    /// convenor those in their units.
    static Optional<Seen> ofTutor(Handle handle, Caller caller, long userId) {
        boolean seesAll = caller.admin() || caller.userId() == userId;
        boolean isTutor =
                Sql.first(
                                handle,
                                """
                                SELECT 1 FROM unit_roles r
                                WHERE r.user_id = ? AND (? = 1 OR r.unit_id IN %s) LIMIT 1
                                """
                                        .formatted(RoleStore.CONVENED_UNITS),
                                row -> row.getInt(1),
                                userId,
                                seesAll,
                                caller.userId())
                        .isPresent();
        if (!isTutor) {
            return Optional.empty();
        }
        return Optional.of(
                seesAll
                        ? new Seen("t.user_id = ?", List.of(userId), ZoneOffset.UTC)
                        : new Seen(
                                "t.user_id = ? AND t.unit_id IN " + RoleStore.CONVENED_UNITS,
                                List.of(userId, caller.userId()),
                                ZoneOffset.UTC));
    }

    /// Of the work of a student, that is whoever has a project: for those who have a role in one of
    /// its units, their own or those in the units that they convene. The student sees none of it.
    static Optional<Seen> ofStudent(Handle handle, Caller caller, long userId) {
        boolean isStudent =
                Sql.first(
                                handle,
                                """
                                SELECT 1 FROM projects p
                                WHERE p.user_id = ? AND (? = 1 OR p.unit_id IN
                                    (SELECT r.unit_id FROM unit_roles r
                                        WHERE r.user_id = ? AND r.active = 1))
                                LIMIT 1
                                """,
                                row -> row.getInt(1),
                                userId,
                                caller.admin(),
                                caller.userId())
                        .isPresent();
        if (!isStudent) {
            return Optional.empty();
        }
        // The sums keep SQLite from looking through all of a unit instead of the student's few
        // tasks.
        String onTheirWork =
                """
                t.task_id IN (SELECT k.id FROM projects p JOIN tasks k ON k.project_id = p.id
                    WHERE p.user_id = ?)
                """;
        return Optional.of(
                caller.admin()
                        ? new Seen(onTheirWork, List.of(userId), ZoneOffset.UTC)
                        : new Seen(
                                onTheirWork
                                        + " AND (t.user_id = ? OR t.unit_id IN "
                                        + RoleStore.CONVENED_UNITS
                                        + ")",
                                List.of(userId, caller.userId(), caller.userId()),
                                ZoneOffset.UTC));
    }
}
