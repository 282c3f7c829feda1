package org.tutortimes.desktop.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.tutortimes.desktop.store.LocalDatabase;

/// How far the running segment has come: what a crash leaves of it.
public final class HeartbeatStore {
    private final Jdbi jdbi;

    /// The last word of a running segment.
    ///
    /// @param openedBy the event that opened the segment
    /// @param workedMillis of that segment so far
    /// @param at when that was
    public record Heartbeat(UUID sessionId, UUID openedBy, long workedMillis, Instant at) {}

    public HeartbeatStore(LocalDatabase database) {
        this.jdbi = database.jdbi();
    }

    public void beat(Heartbeat heartbeat) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO heartbeat
                                    (only, session_id, opened_by, worked_ms, at_ms)
                                VALUES (1, :session, :openedBy, :worked, :at)
                                ON CONFLICT (only) DO UPDATE SET
                                    session_id = excluded.session_id,
                                    opened_by = excluded.opened_by,
                                    worked_ms = excluded.worked_ms,
                                    at_ms = excluded.at_ms
                                """)
                        .bind("session", heartbeat.sessionId().toString())
                        .bind("openedBy", heartbeat.openedBy().toString())
                        .bind("worked", heartbeat.workedMillis())
                        .bind("at", heartbeat.at().toEpochMilli())
                        .execute());
    }

    public Optional<Heartbeat> latest() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT session_id, opened_by, worked_ms, at_ms
                                FROM heartbeat
                                """)
                        .map((row, _) ->
                                new Heartbeat(
                                        UUID.fromString(row.getString(1)),
                                        UUID.fromString(row.getString(2)),
                                        row.getLong(3),
                                        Instant.ofEpochMilli(row.getLong(4))))
                        .findOne());
    }
}
