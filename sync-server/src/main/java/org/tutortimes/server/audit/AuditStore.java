package org.tutortimes.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.database.Sql;

/// Rows of `audit_log`: added, and never changed.
final class AuditStore {

    private static final String ABOUT_USER =
            """
             AND subject_type = 'user'
             AND subject_id = (SELECT CAST(u.id AS TEXT) FROM users u WHERE u.username = ?)
            """;

    private static final String NEWEST_FIRST = " ORDER BY at DESC, id DESC LIMIT ?";

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

    /// What was done to a subject, newest first; without where from, which is for administrators.
    static List<AuditLog.Done> about(Handle handle, Subject subject) {
        return Sql.list(
                handle,
                """
                SELECT l.at, COALESCE(u.name, l.actor), l.action, l.note
                FROM audit_log l LEFT JOIN users u ON u.id = l.user_id
                WHERE l.subject_type = ? AND l.subject_id = ? ORDER BY l.at DESC, l.id DESC
                """,
                row ->
                        new AuditLog.Done(
                                Instant.ofEpochMilli(row.getLong(1)),
                                row.getString(2),
                                Action.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                                row.getString(4)),
                subject.type(),
                subject.id());
    }

    /// The entries that are looked for, newest first.
    static List<ListedEntry> list(Handle handle, AuditQuery query) {
        String words = query.words();
        List<@Nullable Object> values = new ArrayList<>();
        String sql =
                words == null
                        ? select(query, "", "", values)
                        // Each part reads an index of its own; one OR would read the whole table.
                        : part(query, " AND actor = ?", words, values)
                                + " UNION "
                                + part(query, " AND subject_id = ?", words, values)
                                + " UNION "
                                + part(query, ABOUT_USER, words, values)
                                + NEWEST_FIRST;
        if (words != null) {
            values.add(query.most());
        }
        return Sql.list(handle, sql, AuditStore::listed, values.toArray());
    }

    private static String part(
            AuditQuery query, String condition, String words, List<@Nullable Object> values) {
        return "SELECT * FROM (" + select(query, condition, words, values) + ") AS part";
    }

    private static String select(
            AuditQuery query, String condition, String words, List<@Nullable Object> values) {
        StringBuilder sql = new StringBuilder("SELECT * FROM audit_log WHERE 1 = 1");
        sql.append(condition);
        if (!condition.isEmpty()) {
            values.add(words);
        }
        Action action = query.action();
        Instant from = query.from();
        Instant to = query.to();
        where(sql, values, " AND user_id = ?", query.userId());
        where(sql, values, " AND action = ?", action == null ? null : action.wireName());
        where(sql, values, " AND subject_type = ?", query.subjectType());
        where(sql, values, " AND subject_id = ?", query.subjectId());
        where(sql, values, " AND unit_id = ?", query.unitId());
        where(sql, values, " AND at >= ?", from == null ? null : from.toEpochMilli());
        where(sql, values, " AND at < ?", to == null ? null : to.toEpochMilli());
        AuditQuery.Position after = query.after();
        if (after != null) {
            where(sql, values, " AND (at, id) < (?, ?)", after.at());
            values.add(after.id());
        }
        values.add(query.most());
        return sql.append(NEWEST_FIRST).toString();
    }

    private static void where(
            StringBuilder sql,
            List<@Nullable Object> values,
            String condition,
            @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static ListedEntry listed(ResultSet row) throws SQLException {
        return new ListedEntry(
                row.getString("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                Sql.nullableLong(row, "user_id"),
                row.getString("actor"),
                row.getString("address"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                Sql.nullableLong(row, "unit_id"),
                row.getString("state_before"),
                row.getString("state_after"),
                row.getString("note"));
    }
}
