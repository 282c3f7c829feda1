package org.tutortimes.server.bench;

import com.fasterxml.jackson.core.JacksonException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Sql;

/// The participants of a session as one JSON array in the session's row.
final class ParticipantsInJson {

    static final String TABLE = "bench_sessions";

    private final Database database;
    private final String sessionId;
    private final String locked;
    private final String update;

    /// @param sessionId of the session whose participants these are
    ParticipantsInJson(Database database, boolean ofPostgres, String sessionId) {
        this.database = database;
        this.sessionId = sessionId;
        String select = "SELECT participants FROM bench_sessions WHERE id = ?";
        // On SQLite there is one writer.
        this.locked = ofPostgres ? select + " FOR NO KEY UPDATE" : select;
        this.update =
                "UPDATE bench_sessions SET participants = %s WHERE id = ?"
                        .formatted(ofPostgres ? "CAST(? AS jsonb)" : "?");
    }

    static void create(Handle handle, boolean ofPostgres) {
        handle.execute(
                """
                CREATE TABLE bench_sessions (
                    id           TEXT NOT NULL PRIMARY KEY,
                    status       TEXT NOT NULL,
                    participants %s NOT NULL
                )
                """
                        .formatted(ofPostgres ? "JSONB" : "TEXT"));
    }

    void fill(Handle handle, int students) {
        Sql.update(
                handle,
                "INSERT INTO bench_sessions (id, status, participants) VALUES (?, ?, '[]')",
                sessionId,
                "in_progress");
        change(handle, _ -> IntStream.range(0, students).mapToObj(Participant::number).toList());
    }

    /// All beats in one write.
    void beat(Map<Long, Instant> seen) {
        write(participants ->
                participants.stream()
                        .map(one -> {
                            Instant at = seen.get(one.studentId());
                            return at == null ? one : one.seenAt(at);
                        })
                        .toList());
    }

    /// A write for each beat.
    void beatApart(Map<Long, Instant> seen) {
        seen.forEach((studentId, at) -> beat(Map.of(studentId, at)));
    }

    void join(Participant participant) {
        write(participants -> {
            List<Participant> more = new ArrayList<>(participants);
            more.add(participant);
            return more;
        });
    }

    void leave(Participant participant) {
        write(participants ->
                participants.stream()
                        .filter(one -> one.studentId() != participant.studentId())
                        .toList());
    }

    List<Participant> board() {
        return database.read(
                handle -> read(handle, "SELECT participants FROM bench_sessions WHERE id = ?"));
    }

    private void write(UnaryOperator<List<Participant>> change) {
        int changed = database.write(handle -> change(handle, change));
        if (changed != 1) {
            throw new IllegalStateException("the session is not there");
        }
    }

    private int change(Handle handle, UnaryOperator<List<Participant>> change) {
        List<Participant> participants = change.apply(read(handle, locked));
        return Sql.update(handle, update, Json.write(participants), sessionId);
    }

    private List<Participant> read(Handle handle, String sql) {
        String json = Sql.first(handle, sql, row -> row.getString(1), sessionId).orElseThrow();
        try {
            return List.of(Json.read(json, Participant[].class));
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
