package org.tutortimes.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.bench.StoredObservations;
import org.tutortimes.server.bench.StoredTerm;

/// No request reads a large table from end to end: the database's own planner is asked, with tables
/// so full that it would be a mistake.
@OnBothDatabases
class PlannerTest {

    private static final int SESSIONS = 20_000;

    @Parameter TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-20T12:00:00Z");

    @AfterEach
    void listenNoMore() {
        StatementWatch.listen(_ -> {});
    }

    @Test
    void noRequestScansALargeTable() throws SQLException {
        Set<String> statements = new ConcurrentSkipListSet<>();
        try (TestServer server = TestServer.on(kind, folder, clock)) {
            fill(server);
            StatementWatch.listen(statements::add);
            new EveryRequest(server, clock).send();
            StatementWatch.listen(_ -> {});
            assertThat(server.unasked())
                    .containsExactlyInAnyOrder(
                            // Files of the program, which read no database.
                            "GET /api/openapi.json", "GET /api/docs", "GET /api/docs/{name}");
            assertThat(statements).hasSizeGreaterThan(80);
            assertThat(scans(statements)).isEmpty();
        }
    }

    @Test
    void scansAreFound() throws SQLException {
        try (TestServer server = TestServer.on(kind, folder, clock)) {
            fill(server);
            assertThat(
                            scans(
                                    Set.of(
                                            "SELECT COUNT(*) FROM tutor_times",
                                            """
                                            SELECT MAX(updated_at) FROM tutor_times
                                             WHERE status = 'completed'
                                            """,
                                            "SELECT name FROM users u WHERE u.name = ?",
                                            "UPDATE tasks SET status = ? WHERE status = ?",
                                            "SELECT k.id FROM units n, tasks k WHERE k.active = 0",
                                            """
                                            SELECT id FROM timer_events WHERE received_at > ?
                                             ORDER BY received_at LIMIT 5
                                            """)))
                    .hasSize(6);
            assertThat(
                            scans(
                                    Set.of(
                                            "SELECT * FROM tutor_times WHERE id = ?",
                                            "SELECT * FROM units",
                                            "SELECT id FROM users ORDER BY id LIMIT 10")))
                    .isEmpty();
        }
    }

    private List<String> scans(Set<String> statements) throws SQLException {
        List<String> scans = new ArrayList<>();
        String address = kind.address(folder);
        // Places for values are left open, which only this way of asking PostgreSQL allows.
        String open =
                kind == TestDatabase.POSTGRESQL ? address + "&preferQueryMode=simple" : address;
        try (Connection connection = DriverManager.getConnection(open)) {
            Plans plans = new Plans(kind, connection);
            for (String sql : new TreeSet<>(statements)) {
                if (Plans.looksUp(sql)) {
                    plans.scans(sql).forEach(scan -> scans.add(scan + " by " + sql));
                }
            }
        }
        return scans;
    }

    private void fill(TestServer server) throws SQLException {
        new StoredTerm(SESSIONS).fill(kind.address(folder));
        new StoredObservations(SESSIONS).fill(kind.address(folder));
        server.database()
                .write(handle -> {
                    StoredClasses.fill(handle);
                    handle.execute(
                            """
                            INSERT INTO auth_tokens (id, token_hash, user_id, device, remember,
                                created_at, last_used_at, expires_at)
                            SELECT 'filler' || id, 'filler' || id, id, 'test', 1, 0, 0,
                                4102444800000
                              FROM users
                            """);
                    return handle.execute(
                            """
                            INSERT INTO audit_log (id, at, user_id, actor, address, action,
                                subject_type, subject_id, unit_id)
                            SELECT 'filler' || id, id, id, username, '127.0.0.1',
                                'session_corrected', 'tutor_time', 'filler' || id, id
                              FROM users
                            """);
                });
        if (kind == TestDatabase.POSTGRESQL) {
            kind.byHand(folder, "ANALYZE");
        }
    }
}
