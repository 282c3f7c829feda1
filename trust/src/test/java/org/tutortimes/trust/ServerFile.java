package org.tutortimes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.tutortimes.model.wire.Json;

/// The server's SQLite file, read beside the running server with SQL of our own.
public final class ServerFile {

    private final Jdbi jdbi;

    /// @param data the server's data folder
    public ServerFile(Path data) {
        this.jdbi = Jdbi.create("jdbc:sqlite:" + data.resolve("tutor-times.db"));
    }

    /// Which of these ids of events are not there.
    public List<String> missing(Collection<String> ids) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT value FROM json_each(:ids)
                                WHERE value NOT IN (SELECT id FROM timer_events)
                                """)
                        .bind("ids", Json.write(ids))
                        .mapTo(String.class)
                        .list());
    }

    /// How many events of each kind a session has.
    public Map<String, Integer> kinds(String session) {
        Map<String, Integer> kinds = new TreeMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery(
                                """
                                SELECT kind, COUNT(*) FROM timer_events
                                WHERE session_id = :session GROUP BY kind
                                """)
                        .bind("session", session)
                        .map((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
                        .forEach(count -> kinds.put(count.getKey(), count.getValue())));
        return kinds;
    }

    /// Every event of a user, as JSON by its id.
    public Map<String, JsonNode> events(int user) {
        return EventRows.read(jdbi, "SELECT id, body FROM timer_events WHERE user_id = " + user);
    }

    /// The seconds that the tutor's completed sessions count for.
    public long completedSeconds(int user) {
        return number(
                "SELECT COALESCE(SUM(duration_seconds), 0) FROM tutor_times"
                        + " WHERE status = 'completed' AND deleted_at IS NULL AND user_id = "
                        + user);
    }

    /// What the server says is the unit's total, in seconds.
    public long unitTotal() {
        return number("SELECT total_tutor_time FROM units");
    }

    private long number(String query) {
        return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
