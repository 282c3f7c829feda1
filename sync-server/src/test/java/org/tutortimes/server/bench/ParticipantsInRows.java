package org.tutortimes.server.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.bench.Participant.ConnectionStatus;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Sql;

/// The participants of a session as rows of a table between sessions and students.
final class ParticipantsInRows {

    static final String TABLE = "bench_participants";

    private static final String ONE =
            """
            UPDATE bench_participants SET last_activity = ?
            WHERE session_id = ? AND student_id = ?
            """;

    /// What was seen comes first, or else all of it is gone through for each participant.
    private static final String ALL_ON_SQLITE =
            """
            WITH seen (student_id, at) AS MATERIALIZED
                (SELECT CAST(key AS INTEGER), value FROM json_each(?))
            UPDATE bench_participants SET last_activity = seen.at
            FROM seen
            WHERE session_id = ? AND bench_participants.student_id = seen.student_id
            """;

    private static final String ALL_ON_POSTGRESQL =
            """
            UPDATE bench_participants SET last_activity = seen.at
            FROM unnest(CAST(? AS bigint[]), CAST(? AS bigint[])) AS seen (student_id, at)
            WHERE session_id = ? AND bench_participants.student_id = seen.student_id
            """;

    private final Database database;
    private final boolean ofPostgres;
    private final String sessionId;

    /// @param sessionId of the session whose participants these are
    ParticipantsInRows(Database database, boolean ofPostgres, String sessionId) {
        this.database = database;
        this.ofPostgres = ofPostgres;
        this.sessionId = sessionId;
    }

    static void create(Handle handle, boolean ofPostgres) {
        handle.execute("CREATE TABLE bench_students (id BIGINT NOT NULL PRIMARY KEY)");
        handle.execute(
                "CREATE TABLE bench_session_rows (id TEXT NOT NULL PRIMARY KEY, status TEXT)");
        handle.execute(
                """
                CREATE TABLE bench_participants (
                    session_id        TEXT   NOT NULL REFERENCES bench_session_rows (id),
                    student_id        BIGINT NOT NULL REFERENCES bench_students (id),
                    attempt_id        TEXT,
                    joined_at         BIGINT NOT NULL,
                    connection_status TEXT   NOT NULL,
                    last_activity     BIGINT NOT NULL,
                    PRIMARY KEY (session_id, student_id)
                )
                """);
        handle.execute(
                "CREATE INDEX index_bench_participants_on_student_id"
                        + " ON bench_participants (student_id)");
        if (ofPostgres) {
            // Room for the next version beside each row, as tables have that change so often.
            handle.execute("ALTER TABLE bench_participants SET (fillfactor = 70)");
        }
    }

    void fill(Handle handle, int students) {
        Sql.update(
                handle,
                "INSERT INTO bench_session_rows (id, status) VALUES (?, ?)",
                sessionId,
                "in_progress");
        // One more than take part, who joins later.
        for (int number = 0; number <= students; number++) {
            Sql.update(
                    handle,
                    "INSERT INTO bench_students (id) VALUES (?) ON CONFLICT (id) DO NOTHING",
                    Participant.studentId(number));
        }
        for (int number = 0; number < students; number++) {
            insert(handle, Participant.number(number));
        }
    }

    /// All beats in one write, a statement each.
    void beatByStatements(Map<Long, Instant> seen) {
        check(
                seen,
                database.write(handle -> {
                    int changed = 0;
                    for (Map.Entry<Long, Instant> one : seen.entrySet()) {
                        changed += beat(handle, one);
                    }
                    return changed;
                }));
    }

    /// All beats in one write, which go to the database as one batch.
    void beatInBatch(Map<Long, Instant> seen) {
        check(seen, database.write(handle -> batch(handle, seen)));
    }

    /// All beats in one statement.
    void beatAtOnce(Map<Long, Instant> seen) {
        check(
                seen,
                database.write(handle ->
                        ofPostgres ? allOnPostgres(handle, seen) : allOnSqlite(handle, seen)));
    }

    /// A write for each beat, one after the other.
    void beatApart(Map<Long, Instant> seen) {
        for (Map.Entry<Long, Instant> one : seen.entrySet()) {
            check(Map.ofEntries(one), database.write(handle -> beat(handle, one)));
        }
    }

    /// A write for each beat, all asked for at the same instant.
    void beatApartTogether(Map<Long, Instant> seen) {
        List<Callable<Integer>> writes = new ArrayList<>();
        for (Map.Entry<Long, Instant> one : seen.entrySet()) {
            writes.add(() -> database.write(handle -> beat(handle, one)));
        }
        int changed = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> write : threads.invokeAll(writes)) {
                changed += write.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        check(seen, changed);
    }

    void join(Participant participant) {
        int _ = database.write(handle -> insert(handle, participant));
    }

    void leave(Participant participant) {
        int _ =
                database.write(handle ->
                        Sql.update(
                                handle,
                                """
                                DELETE FROM bench_participants
                                WHERE session_id = ? AND student_id = ?
                                """,
                                sessionId,
                                participant.studentId()));
    }

    List<Participant> board() {
        return database.read(handle ->
                Sql.list(
                        handle,
                        """
                        SELECT student_id, attempt_id, joined_at, connection_status, last_activity
                        FROM bench_participants WHERE session_id = ?
                        ORDER BY joined_at, student_id
                        """,
                        ParticipantsInRows::participant,
                        sessionId));
    }

    private static void check(Map<Long, Instant> seen, int changed) {
        if (changed != seen.size()) {
            throw new IllegalStateException(changed + " rows changed, and not " + seen.size());
        }
    }

    private int beat(Handle handle, Map.Entry<Long, Instant> one) {
        return Sql.update(handle, ONE, one.getValue().toEpochMilli(), sessionId, one.getKey());
    }

    private int batch(Handle handle, Map<Long, Instant> seen) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(ONE)) {
            for (Map.Entry<Long, Instant> one : seen.entrySet()) {
                statement.setLong(1, one.getValue().toEpochMilli());
                statement.setString(2, sessionId);
                statement.setLong(3, one.getKey());
                statement.addBatch();
            }
            int changed = 0;
            for (int each : statement.executeBatch()) {
                changed += each;
            }
            return changed;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int allOnSqlite(Handle handle, Map<Long, Instant> seen) {
        Map<Long, Long> millis =
                seen.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, one -> one.getValue().toEpochMilli()));
        return Sql.update(handle, ALL_ON_SQLITE, Json.write(millis), sessionId);
    }

    private int allOnPostgres(Handle handle, Map<Long, Instant> seen) {
        List<Map.Entry<Long, Instant>> beats = List.copyOf(seen.entrySet());
        String students =
                beats.stream()
                        .map(one -> one.getKey().toString())
                        .collect(Collectors.joining(",", "{", "}"));
        String instants =
                beats.stream()
                        .map(one -> Long.toString(one.getValue().toEpochMilli()))
                        .collect(Collectors.joining(",", "{", "}"));
        return Sql.update(handle, ALL_ON_POSTGRESQL, students, instants, sessionId);
    }

    private int insert(Handle handle, Participant participant) {
        return Sql.update(
                handle,
                """
                INSERT INTO bench_participants
                    (session_id, student_id, attempt_id, joined_at, connection_status,
                     last_activity)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                sessionId,
                participant.studentId(),
                participant.attemptId(),
                participant.joinedAt().toEpochMilli(),
                participant.connectionStatus().name().toLowerCase(Locale.ROOT),
                participant.lastActivity().toEpochMilli());
    }

    private static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                row.getLong(1),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                ConnectionStatus.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.getLong(5)));
    }
}
