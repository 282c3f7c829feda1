package org.tutortimes.trust.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/// Looks at the server's database after every commit, and at every answer that leaves.
public final class ServerWatch {
    private static final ObjectMapper PLAIN = new ObjectMapper();

    private final BiConsumer<String, String> violated;
    private final Set<String> acknowledged = new HashSet<>();

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
        try (Statement statement = disk.createStatement()) {
            mustBeEmpty(
                    statement,
                    "a unit's total is the sum of its completed sessions",
                    """
                    SELECT 'unit ' || id || ' says ' || total_tutor_time FROM units
                    WHERE total_tutor_time <> COALESCE((
                        SELECT SUM(duration_seconds) FROM tutor_times
                        WHERE unit_id = units.id AND status = 'completed'
                            AND deleted_at IS NULL), 0)
                    """);
            mustBeEmpty(
                    statement,
                    "at most one session of a unit role is active",
                    """
                    SELECT 'unit role ' || unit_role_id FROM tutor_times
                    WHERE status = 'active' AND deleted_at IS NULL
                    GROUP BY unit_role_id HAVING COUNT(*) > 1
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void mustBeEmpty(Statement statement, String invariant, String sql)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            if (rows.next()) {
                violated.accept(invariant, rows.getString(1));
            }
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

    private static JsonNode read(String body) {
        try {
            return PLAIN.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the server answers in JSON: " + body, e);
        }
    }
}
