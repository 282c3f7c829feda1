package org.tutortimes.trust.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/// Looks at the server's database after every commit, and at every answer that leaves.
public final class ServerWatch {
    private static final ObjectMapper PLAIN = new ObjectMapper();

    private final BiConsumer<String, String> violated;
    private final Set<String> acknowledged = new HashSet<>();
    private final Look writtenOnline =
            new Look(
                    """
                    SELECT id FROM timer_events
                    WHERE device_id = (SELECT device_id FROM server_identity)
                    """);
    private final Look looks =
            new Look(
                    """
                    SELECT 'a unit''s total is the sum of its completed sessions',
                        'unit ' || id || ' says ' || total_tutor_time
                    FROM units
                    WHERE total_tutor_time <> COALESCE((
                        SELECT SUM(duration_seconds) FROM tutor_times
                        WHERE unit_id = units.id AND status = 'completed'
                            AND deleted_at IS NULL), 0)
                    UNION ALL
                    SELECT 'at most one session of a unit role is active',
                        'unit role ' || unit_role_id
                    FROM tutor_times
                    WHERE status = 'active' AND deleted_at IS NULL
                    GROUP BY unit_role_id HAVING COUNT(*) > 1
                    """);

    /// @param violated gets the invariant and what was seen
    public ServerWatch(BiConsumer<String, String> violated) {
        this.violated = violated;
    }

    /// The ids of the events that the server has said to have.
    public Set<String> acknowledged() {
        return acknowledged;
    }

    /// What must hold in every committed state.
    public void committed(Connection disk) {
        try (ResultSet rows = looks.on(disk).executeQuery()) {
            while (rows.next()) {
                violated.accept(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Gets each answer of a server.
    ///
    /// @param count counts what it said of events
    public void answered(String path, int status, String body, BiConsumer<String, String> count) {
        if (!path.endsWith("/sync") || status != 200) {
            return;
        }
        for (JsonNode result : read(body).path("results")) {
            String said = result.path("status").asText();
            count.accept("answer", said + " " + result.path("code").asText(""));
            if (!said.equals("refused")) {
                acknowledged.add(result.path("id").asText());
            }
        }
    }

    /// An online call was answered well: what the server has written for such calls, it has said.
    public void answeredOnline(Connection disk) {
        try (ResultSet rows = writtenOnline.on(disk).executeQuery()) {
            while (rows.next()) {
                acknowledged.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return PLAIN.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the server answers in JSON: " + body, e);
        }
    }
}
