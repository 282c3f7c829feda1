package org.tutortimes.server.system;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Sql;

/// Reads what is stored, and in what. Nothing here takes longer on a larger database: how many rows
/// a large table has is asked of what the database knows about it anyway.
final class SystemStore {

    private static final String POSTGRESQL = "PostgreSQL";
    private static final List<String> LARGE =
            List.of(
                    "users",
                    "tutor_times",
                    "timer_events",
                    "marking_sessions",
                    "session_activities",
                    "audit_log");

    /// What the database is.
    ///
    /// @param product with its version
    /// @param schema of the last change of the tables
    record Kind(String product, long bytes, String schema) {}

    /// An event that is stored and not in force yet.
    record Held(String session, String username, String name, String code, Instant receivedAt) {}

    private SystemStore() {}

    static Kind kind(Handle handle) {
        return new Kind(
                metaData(handle, true),
                number(
                        handle,
                        isPostgresql(handle)
                                ? "SELECT pg_database_size(current_database())"
                                : """
                                SELECT page_count * page_size
                                FROM pragma_page_count(), pragma_page_size()
                                """),
                Sql.first(
                                handle,
                                """
                                SELECT version FROM flyway_schema_history
                                WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1
                                """,
                                row -> row.getString(1))
                        .orElse(""));
    }

    /// About how many rows the large tables have, by table; without those of which the database
    /// does not know it yet. No row of these is ever removed.
    static Map<String, Long> about(Handle handle) {
        Map<String, Long> about = new HashMap<>();
        for (String table : LARGE) {
            long rows =
                    number(
                            handle,
                            isPostgresql(handle)
                                    ? """
                                    SELECT CAST(reltuples AS BIGINT) FROM pg_class
                                    WHERE oid = CAST('%s' AS regclass)
                                    """
                                            .formatted(table)
                                    : "SELECT COALESCE(MAX(rowid), 0) FROM " + table);
            if (rows >= 0) {
                about.put(table, rows);
            }
        }
        return about;
    }

    static long units(Handle handle) {
        return number(handle, "SELECT COUNT(*) FROM units WHERE active = 1");
    }

    /// Every role has an id above 0: an index by status and role is read where it is `active`.
    static long running(Handle handle) {
        return number(
                handle,
                """
                SELECT COUNT(*) FROM tutor_times
                WHERE status = 'active' AND unit_role_id > 0 AND deleted_at IS NULL
                """);
    }

    /// How many events are held, by the code of the reason.
    static Map<String, Long> heldByCode(Handle handle) {
        Map<String, Long> held = new HashMap<>();
        Sql.list(
                handle,
                """
                SELECT held_code, COUNT(*) FROM timer_events
                WHERE held_code IS NOT NULL GROUP BY held_code
                """,
                row -> held.put(row.getString(1), row.getLong(2)));
        return held;
    }

    /// The events that are held the longest.
    static List<Held> held(Handle handle, int most) {
        return Sql.list(
                handle,
                """
                SELECT e.session_id, u.username, u.name, e.held_code, e.received_at
                FROM timer_events e JOIN users u ON u.id = e.user_id
                WHERE e.held_code IS NOT NULL ORDER BY e.received_at, e.id LIMIT ?
                """,
                row ->
                        new Held(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                Instant.ofEpochMilli(row.getLong(5))),
                most);
    }

    private static boolean isPostgresql(Handle handle) {
        return metaData(handle, false).equals(POSTGRESQL);
    }

    private static String metaData(Handle handle, boolean version) {
        return Sql.first(
                        handle,
                        "SELECT 1",
                        row -> {
                            var about = row.getStatement().getConnection().getMetaData();
                            String product = about.getDatabaseProductName();
                            return version
                                    ? product + " " + about.getDatabaseProductVersion()
                                    : product;
                        })
                .orElseThrow();
    }

    private static long number(Handle handle, String sql) {
        return Sql.first(handle, sql, row -> row.getLong(1)).orElse(0L);
    }
}
