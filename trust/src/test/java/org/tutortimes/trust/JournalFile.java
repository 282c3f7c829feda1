package org.tutortimes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The desktop's SQLite file, read beside the running program with SQL of our own.
public final class JournalFile {

    private final Jdbi jdbi;

    /// The last word of a running segment.
    public record Heartbeat(String openedBy, long workedMillis) {}

    /// @param data the desktop's folder
    public JournalFile(Path data) {
        this.jdbi = Jdbi.create("jdbc:sqlite:" + data.resolve("tutor-times-desktop.db"));
    }

    /// This computer's events after its first so many, in the order in which they were written.
    public List<JsonNode> eventsAfter(int known) {
        return List.copyOf(
                EventRows.read(
                                jdbi,
                                """
                                SELECT event_id, body FROM journal
                                WHERE device_id = (SELECT device_id FROM device)
                                ORDER BY position LIMIT -1 OFFSET %d
                                """
                                        .formatted(known))
                        .values());
    }

    /// All events, by id.
    public Map<String, JsonNode> events() {
        return EventRows.read(jdbi, "SELECT event_id, body FROM journal");
    }

    /// Ids of what the program believes is on the server.
    public List<String> sent() {
        return ids("sent_at_ms IS NOT NULL");
    }

    /// Ids of what waits to be sent.
    public List<String> waiting() {
        return ids("sent_at_ms IS NULL AND answer IS NULL");
    }

    /// Ids of what the server would not take, or not yet.
    public List<String> objected() {
        return ids("answer IS NOT NULL");
    }

    public Optional<Heartbeat> heartbeat() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT opened_by, worked_ms FROM heartbeat")
                        .map((row, _) -> new Heartbeat(row.getString(1), row.getLong(2)))
                        .findOne());
    }

    /// The seconds of the completed sessions by the device's own measure, which is their total
    /// where nothing overlaps.
    public long completedSeconds() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT COALESCE(SUM(seconds), 0) FROM (
                                    SELECT SUM(body ->> 'worked_ms') / 1000 AS seconds FROM journal
                                    GROUP BY session_id HAVING SUM(kind = 'completed') > 0)
                                """)
                        .mapTo(Long.class)
                        .one());
    }

    private List<String> ids(String condition) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT event_id FROM journal WHERE "
                                        + condition
                                        + " ORDER BY position")
                        .mapTo(String.class)
                        .list());
    }
}
