package org.tutortimes.server.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Beside every timer session of a term a marking session with three activities, put straight into
/// the tables as the server would have left them: of the last thirty days each from an address of
/// its own, whose newest session it is.
public final class StoredObservations {

    private static final String SESSIONS =
            """
            INSERT INTO marking_sessions (user_id, unit_id, ip_address, ip_address_sealed,
                start_time, end_time, duration_minutes, last_action_at, actions, comments_added,
                submissions_opened, newest, created_at, updated_at)
            SELECT t.user_id, t.unit_id,
                CASE WHEN t.start_time > l.latest - 2592000000 THEN 'of ' || t.id END,
                CASE WHEN t.start_time > l.latest - 2592000000 THEN 'sealed' END,
                t.start_time, t.end_time, (t.end_time - t.start_time) / 60000,
                t.start_time + 2, 3, 1, 1,
                CASE WHEN t.start_time > l.latest - 2592000000 THEN 1 ELSE 0 END,
                t.start_time, t.end_time
            FROM tutor_times t CROSS JOIN (SELECT MAX(start_time) AS latest FROM tutor_times) l
            WHERE t.end_time >= t.start_time + 2 ORDER BY t.start_time
            """;

    private static final String ACTIVITIES =
            """
            INSERT INTO session_activities (id, marking_session_id, action, project_id, task_id,
                task_definition_id, created_at, updated_at)
            SELECT 'stored-' || s.id || '-' || a.number, s.id, a.action, p.id, NULL, NULL,
                s.start_time + a.number, s.start_time + a.number
            FROM marking_sessions s
                CROSS JOIN (SELECT 0 AS number, 'get-submission-details' AS action
                    UNION ALL SELECT 1, 'add-comment' UNION ALL SELECT 2, 'GET') a
                JOIN (SELECT unit_id, MIN(id) AS id FROM projects GROUP BY unit_id) p
                    ON p.unit_id = s.unit_id
            """;

    private StoredObservations() {}

    /// Fills a database that holds a term, while nobody serves it.
    public static void fill(String address) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            boolean ofPostgres = address.startsWith("jdbc:postgresql:");
            if (!ofPostgres) {
                statement.execute("PRAGMA synchronous = OFF");
                statement.execute("PRAGMA cache_size = -1000000");
            }
            statement.execute(SESSIONS);
            statement.execute(ACTIVITIES);
            if (ofPostgres) {
                statement.execute("VACUUM ANALYZE");
            }
        }
    }
}
