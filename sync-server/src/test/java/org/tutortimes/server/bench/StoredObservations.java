package org.tutortimes.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/// Marking sessions of everybody who has a role, each with three activities, put straight into the
/// tables as the server would have left them after a term: of the last thirty days each from an
/// address of its own, whose newest session it is.
///
/// @param sessions how many
public record StoredObservations(int sessions) {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final Duration TERM = Duration.ofDays(100);

    /// The last one ended before anybody is measured.
    private static final Duration AGO = Duration.ofHours(2);

    private static final String ROLES =
            """
            CREATE TEMPORARY TABLE places AS
            SELECT ROW_NUMBER() OVER (ORDER BY r.id) - 1 AS place, r.user_id, r.unit_id,
                (SELECT MIN(p.id) FROM projects p WHERE p.unit_id = r.unit_id) AS project_id
            FROM unit_roles r
            """;

    private static final String SESSIONS =
            """
            INSERT INTO marking_sessions (user_id, unit_id, ip_address, ip_address_sealed,
                start_time, end_time, duration_minutes, last_action_at, actions, comments_added,
                submissions_opened, newest, created_at, updated_at)
            WITH RECURSIVE numbered (i) AS
                (SELECT 0 UNION ALL SELECT i + 1 FROM numbered WHERE i < CAST(? AS BIGINT) - 1),
                timed AS (SELECT i, CAST(? AS BIGINT) + i * CAST(? AS BIGINT) AS at FROM numbered)
            SELECT r.user_id, r.unit_id,
                CASE WHEN t.at > CAST(? AS BIGINT) THEN 'of ' || t.i END,
                CASE WHEN t.at > CAST(? AS BIGINT) THEN 'sealed' END,
                t.at, t.at + 600000, 10, t.at + 600000, 3, 1, 1,
                CASE WHEN t.at > CAST(? AS BIGINT) THEN 1 ELSE 0 END, t.at, t.at + 600000
            FROM timed t JOIN places r ON r.place = t.i % CAST(? AS BIGINT)
            """;

    private static final String ACTIVITIES =
            """
            INSERT INTO session_activities (id, marking_session_id, action, project_id, created_at,
                updated_at)
            SELECT 'stored-' || (1000000000 + s.id * 3 + a.number), s.id, a.action, r.project_id,
                s.start_time + a.number * 300000, s.start_time + a.number * 300000
            FROM marking_sessions s
                CROSS JOIN (SELECT 0 AS number, 'get-submission-details' AS action
                    UNION ALL SELECT 1, 'add-comment' UNION ALL SELECT 2, 'GET') a
                JOIN places r ON r.place = (s.id - 1) % CAST(? AS BIGINT)
            """;

    /// Fills a database in which people have roles, while nobody serves it.
    public void fill(String address) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            boolean ofPostgres = address.startsWith("jdbc:postgresql:");
            if (!ofPostgres) {
                statement.execute("PRAGMA synchronous = OFF");
                statement.execute("PRAGMA cache_size = -1000000");
            }
            statement.execute(ROLES);
            statement.execute("CREATE UNIQUE INDEX places_by_place ON places (place)");
            addAll(connection, count(statement));
            if (ofPostgres) {
                statement.execute("VACUUM ANALYZE");
            }
        }
        if (address.startsWith(SQLITE)) {
            toDisk(Path.of(address.substring(SQLITE.length())));
        }
    }

    /// Or else the system writes these gigabytes while somebody is measured, whose own few bytes
    /// wait for them.
    private static void toDisk(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addAll(Connection connection, long roles) throws SQLException {
        long last = Instant.now().minus(AGO).toEpochMilli();
        long kept = last - Duration.ofDays(30).toMillis();
        long gap = TERM.toMillis() / sessions;
        run(connection, SESSIONS, sessions, last - gap * sessions, gap, kept, kept, kept, roles);
        run(connection, ACTIVITIES, roles);
    }

    private static long count(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("SELECT COUNT(*) FROM places")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void run(Connection connection, String sql, long... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setLong(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }
}
