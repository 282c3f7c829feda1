package org.tutortimes.server.database;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The locks of [Locks] on PostgreSQL.
final class PostgresLocks {

    /// Our names among those who use advisory locks of this database.
    static final int TABLES = 741_001;

    private static final int REFERENCE = 741_002;
    private static final int SESSIONS = 741_003;
    private static final int OBSERVED = 741_004;

    /// All ids share this many locks, for each that is held takes room in the server's memory.
    private static final int LOCKS_OF_A_KIND = 1_024;

    private PostgresLocks() {}

    static void reference(Handle handle, Locks.Mode mode) {
        String sql =
                switch (mode) {
                    case SHARED -> "SELECT pg_advisory_xact_lock_shared(?)";
                    case EXCLUSIVE -> "SELECT pg_advisory_xact_lock(?)";
                };
        Sql.list(handle, sql, _ -> true, REFERENCE);
    }

    /// No key of a user changes here, so what only refers to the user need not wait.
    static void users(Handle handle, Collection<Long> userIds) {
        userIds.stream().sorted().distinct().forEach(userId -> row(handle, "users", userId));
    }

    static void sessions(Handle handle, Collection<String> sessionIds) {
        lock(handle, SESSIONS, sessionIds);
    }

    static void observed(Handle handle, Collection<Long> userIds) {
        lock(handle, OBSERVED, userIds);
    }

    static void row(Handle handle, Locks.Row row, String id) {
        row(handle, row.table(), id);
    }

    private static void row(Handle handle, String table, Object id) {
        Sql.list(
                handle,
                "SELECT id FROM %s WHERE id = ? FOR NO KEY UPDATE".formatted(table),
                _ -> true,
                id);
    }

    /// Advisory locks of a kind, always in the same order.
    private static void lock(Handle handle, int kind, Collection<?> ids) {
        String locks =
                ids.stream()
                        .map(id -> Math.floorMod(id.hashCode(), LOCKS_OF_A_KIND))
                        .sorted()
                        .distinct()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", "{", "}"));
        Sql.list(
                handle,
                """
                SELECT pg_advisory_xact_lock(?, number)
                FROM unnest(CAST(? AS integer[])) WITH ORDINALITY AS wanted (number, turn)
                """,
                _ -> true,
                kind,
                locks);
    }
}
