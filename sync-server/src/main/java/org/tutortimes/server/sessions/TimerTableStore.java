package org.tutortimes.server.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionFlag;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.projection.SessionFlags;

/// Reads a page of a table of timer sessions, and names for one of them.
final class TimerTableStore {

    private static final String COLUMNS =
            """
            SELECT t.id, u.name AS tutor, d.abbreviation, d.name AS definition, s.name AS student,
                t.status, t.manual, t.start_time, t.end_time, t.duration_seconds, t.recorded_ms,
                t.submissions, t.flags, t.deleted_at
            FROM tutor_times t
            JOIN users u ON u.id = t.user_id
            LEFT JOIN tasks k ON k.id = t.task_id
            LEFT JOIN projects p ON p.id = k.project_id
            LEFT JOIN users s ON s.id = p.user_id
            JOIN task_definitions d ON d.id = COALESCE(t.task_definition_id, k.task_definition_id)
            """;

    /// Sessions of one task definition, by two indexes.
    private static final String OF_TASK_DEFINITION =
            """
             AND t.id IN (
                SELECT o.id FROM tutor_times o WHERE o.task_definition_id = ?
                UNION ALL
                SELECT o.id FROM tasks m JOIN tutor_times o ON o.task_id = m.id
                WHERE m.task_definition_id = ?)
            """;

    private TimerTableStore() {}

    /// A session as a table shows it.
    ///
    /// @param student null for a pile
    record Row(
            UUID id,
            String tutor,
            String abbreviation,
            String definition,
            @Nullable String student,
            SessionStatus status,
            boolean manual,
            Instant start,
            @Nullable Instant end,
            long durationSeconds,
            long recordedSeconds,
            @Nullable Long submissions,
            Set<SessionFlag> flags,
            boolean deleted) {

        long key(Order.Sort sort) {
            return switch (sort) {
                case START -> start.toEpochMilli();
                case DURATION -> durationSeconds;
            };
        }
    }

    /// The rows of the page, and one more if there is one.
    static List<Row> rows(Handle handle, TimerChoice choice, Order order) {
        List<Object> values = new ArrayList<>();
        String sql = COLUMNS + where(choice, values) + order.sql(key(order.sort()), "t.id");
        Order.Place place = order.place();
        if (place != null) {
            values.add(place.key());
            values.add(place.id());
        }
        return Sql.list(handle, sql, TimerTableStore::row, values.toArray());
    }

    /// One session.
    static Optional<Row> one(Handle handle, UUID id) {
        return Sql.first(handle, COLUMNS + "WHERE t.id = ?", TimerTableStore::row, id);
    }

    private static String key(Order.Sort sort) {
        return switch (sort) {
            case START -> "t.start_time";
            case DURATION -> "t.duration_seconds";
        };
    }

    private static String where(TimerChoice choice, List<Object> values) {
        StringBuilder sql = new StringBuilder("WHERE t.unit_id = ?");
        values.add(choice.unitId());
        List<Long> roles = choice.unitRoleIds();
        if (roles != null) {
            sql.append(" AND t.unit_role_id IN (")
                    .append(String.join(", ", Collections.nCopies(roles.size(), "?")))
                    .append(")");
            values.addAll(roles);
        }
        SessionStatus status = choice.status();
        if (status == SessionStatus.COMPLETED) {
            // As an expression, because SQLite would else look up all sessions of that status.
            sql.append(" AND t.status || '' = 'completed'");
        } else if (status != null) {
            sql.append(" AND t.status <> 'completed' AND t.status || '' = ?");
            values.add(status.name().toLowerCase(Locale.ROOT));
        }
        sql.append(flagged(choice.flagged(), values));
        if (!choice.deletedToo()) {
            sql.append(" AND t.deleted_at IS NULL");
        }
        Long definition = choice.taskDefinitionId();
        if (definition != null) {
            sql.append(OF_TASK_DEFINITION);
            values.add(definition);
            values.add(definition);
        }
        sql.append(" AND t.start_time >= ? AND t.start_time < ?");
        values.add(choice.period().fromMillis());
        values.add(choice.period().toMillis());
        return sql.toString();
    }

    private static String flagged(TimerChoice.@Nullable Flagged flagged, List<Object> values) {
        if (flagged == null) {
            return "";
        }
        String any = " AND t.flags <> ''";
        SessionFlag flag = flagged.flag();
        if (flag == null) {
            return any;
        }
        values.add("%," + TimerChoice.Flagged.name(flag) + ",%");
        return any + " AND ',' || t.flags || ',' LIKE ?";
    }

    private static Row row(ResultSet row) throws SQLException {
        Long end = Sql.nullableLong(row, "end_time");
        return new Row(
                UUID.fromString(row.getString("id")),
                row.getString("tutor"),
                row.getString("abbreviation"),
                row.getString("definition"),
                row.getString("student"),
                SessionStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("manual") == 1,
                Instant.ofEpochMilli(row.getLong("start_time")),
                end == null ? null : Instant.ofEpochMilli(end),
                row.getLong("duration_seconds"),
                row.getLong("recorded_ms") / 1_000,
                Sql.nullableLong(row, "submissions"),
                SessionFlags.of(row.getString("flags")),
                Sql.nullableLong(row, "deleted_at") != null);
    }
}
