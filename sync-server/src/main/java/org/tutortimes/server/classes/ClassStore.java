package org.tutortimes.server.classes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.ClassStatus;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.InParts;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.importformat.ColumnKind;
import org.tutortimes.server.units.RoleStore;

/// Reads classes. They are written as imports write them, see [Classes].
public final class ClassStore {

    private static final String COLUMNS =
            """
            SELECT c.*, t.name AS teacher
            FROM classes c JOIN users t ON t.id = c.teacher_id
            """;

    /// Whoever teaches a class needs a role in its unit that is in force. The parameters are
    /// whether they administrate, and twice their id.
    static final String STAFF =
            """
            (? = 1 OR c.unit_id IN %s OR (c.teacher_id = ? AND EXISTS (SELECT 1 FROM unit_roles r
                WHERE r.user_id = c.teacher_id AND r.unit_id = c.unit_id AND r.active = 1)))
            """
                    .formatted(RoleStore.CONVENED_UNITS);

    private static final String STUDENTS_OF_UNIT =
            InParts.sql(
                    """
                    SELECT DISTINCT p.unit_id, p.user_id FROM projects p
                    WHERE p.active = 1 AND p.user_id IN
                    """);

    /// Which classes a list is to hold.
    ///
    /// @param after the name and id of the last class of the page before, or null
    record Wanted(
            @Nullable Long unitId,
            @Nullable ClassStatus status,
            @Nullable Position after,
            int limit) {}

    record Position(String name, String id) {}

    private ClassStore() {}

    static Optional<SeenClass> seen(Handle handle, Caller caller, UUID id) {
        return Sql.first(
                handle,
                """
                SELECT c.*, t.name AS teacher, %s AS staff
                FROM classes c JOIN users t ON t.id = c.teacher_id
                WHERE c.id = ?
                """
                        .formatted(STAFF),
                row -> {
                    TeachingClass found = teachingClass(row);
                    return new SeenClass(
                            found,
                            row.getBoolean("staff"),
                            found.enrolled().contains(caller.userId()));
                },
                caller.admin(),
                caller.userId(),
                caller.userId(),
                id);
    }

    /// The class of a class session, whoever asks.
    public static TeachingClass ofSession(Handle handle, ClassSession session) {
        return Sql.first(
                        handle,
                        COLUMNS + "WHERE c.id = ?",
                        ClassStore::teachingClass,
                        session.classId())
                .orElseThrow();
    }

    /// One more than the limit, if there are more. Only classes that the caller runs.
    static List<TeachingClass> list(Handle handle, Caller caller, Wanted wanted) {
        List<Object> values = new ArrayList<>();
        String sql = COLUMNS + "WHERE " + STAFF;
        values.add(caller.admin());
        values.add(caller.userId());
        values.add(caller.userId());
        Long unitId = wanted.unitId();
        if (unitId != null) {
            sql += " AND c.unit_id = ?";
            values.add(unitId);
        }
        ClassStatus status = wanted.status();
        if (status != null) {
            sql += " AND c.status = ?";
            values.add(status);
        }
        Position after = wanted.after();
        if (after != null) {
            sql += " AND (c.name, c.id) > (?, ?)";
            values.add(after.name());
            values.add(after.id());
        }
        values.add(wanted.limit() + 1);
        return Sql.list(
                handle,
                sql + " ORDER BY c.name, c.id LIMIT ?",
                row -> teachingClass(row).inList(),
                values.toArray());
    }

    /// Which of these users are students of a unit now.
    static List<Long> studentsOf(Handle handle, long unitId, List<Long> userIds) {
        return InParts.list(
                        handle,
                        STUDENTS_OF_UNIT,
                        row -> List.of(row.getLong(1), row.getLong(2)),
                        userIds)
                .stream()
                .filter(project -> project.getFirst() == unitId)
                .map(List::getLast)
                .toList();
    }

    /// Whether somebody has a role in a unit that is in force.
    static boolean worksIn(Handle handle, long userId, long unitId) {
        return Sql.first(
                        handle,
                        """
                        SELECT 1 FROM unit_roles r
                        WHERE r.user_id = ? AND r.unit_id = ? AND r.active = 1
                        """,
                        row -> row.getInt(1),
                        userId,
                        unitId)
                .isPresent();
    }

    static boolean unitExists(Handle handle, long unitId) {
        return Sql.first(handle, "SELECT 1 FROM units WHERE id = ?", row -> row.getInt(1), unitId)
                .isPresent();
    }

    private static TeachingClass teachingClass(ResultSet row) throws SQLException {
        // Databases that know JSON write it down anew, with spaces.
        List<Long> students = ColumnKind.ids(row.getString("student_ids").replace(" ", ""));
        return new TeachingClass(
                UUID.fromString(row.getString("id")),
                row.getLong("unit_id"),
                row.getString("name"),
                row.getLong("teacher_id"),
                row.getString("teacher"),
                students,
                students.size(),
                ClassStatus.valueOf(row.getString("status")),
                row.getString("weekday"),
                row.getString("meeting_time"),
                row.getLong("duration_minutes"),
                row.getString("zone"),
                row.getInt("feedback") == 1);
    }
}
