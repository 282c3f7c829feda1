package org.tutortimes.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.tutortimes.server.ManyTutors;
import org.tutortimes.server.StartFailure;
import org.tutortimes.server.TestDatabase;

/// What an operator is told when a database on PostgreSQL cannot be used.
class PostgresStartTest {

    /// As many as a process writes with at most.
    private static final int WRITERS = 12;

    @Test
    void processesThatStartAtOnceOnAnEmptyDatabaseAllComeUp() throws Exception {
        String address = TestDatabase.emptyPostgres("");
        List<String> devices =
                ManyTutors.atOnce(
                        4,
                        _ -> {
                            try (Database database = Database.open(address)) {
                                return text(database, "SELECT device_id FROM server_identity");
                            }
                        });
        assertThat(devices).hasSize(4).containsOnly(devices.getFirst());
    }

    @Test
    void textIsOrderedByItsBytesInEveryTable() {
        try (Database database = Database.open(TestDatabase.emptyPostgres(""))) {
            assertThat(
                            text(
                                    database,
                                    """
                                    SELECT COUNT(*) FROM information_schema.columns
                                    WHERE table_schema = current_schema() AND data_type = 'text'
                                        AND table_name <> 'flyway_schema_history'
                                        AND collation_name IS DISTINCT FROM 'C'
                                    """))
                    .isEqualTo("0");
        }
    }

    @Test
    void unknownUserAndDatabaseAndAbsentServerAreSentences() {
        String address = TestDatabase.emptyPostgres("");
        assertFails(
                address.replace("user=postgres", "user=nobody") + "&password=secret",
                "does not accept this user and password");
        assertFails(address.replaceFirst("/empty_\\d+", "/missing"), "There is no database at");
        assertFails("jdbc:postgresql://127.0.0.1:1/times?password=secret", "does not answer");
        assertFails("jdbc:postgresql://host:port/times?password=secret", "must be like");
    }

    @Test
    void foreignNewerAndWronglyEncodedDatabasesAreSentences() throws SQLException {
        String foreign = TestDatabase.emptyPostgres("");
        execute(foreign, "CREATE TABLE songs (title TEXT)");
        assertFails(foreign, "belongs to another program");
        assertThatThrownBy(() -> Database.openExisting(foreign))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("belongs to another program");
        String newer = TestDatabase.emptyPostgres("");
        Database.open(newer).close();
        execute(
                newer,
                """
                INSERT INTO flyway_schema_history (installed_rank, version, description, type,
                    script, checksum, installed_by, execution_time, success)
                VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, '', 1, true)
                """);
        assertFails(newer, "newer version");
        assertFails(
                TestDatabase.emptyPostgres("TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'"),
                "encoding UTF8");
    }

    @Test
    void commitsAreDurableWhateverTheServersDefault() {
        String address = TestDatabase.emptyPostgres("");
        try (Database database = Database.open(address + "&options=-c%20synchronous_commit=off")) {
            String setting = database.write(handle -> text(handle, "SHOW synchronous_commit"));
            assertThat(setting).isEqualTo("on");
        }
    }

    @Test
    void commitsAreDurableAfterTheFirstWriteOfAConnectionHasFailed() throws Exception {
        String address = TestDatabase.emptyPostgres("");
        CyclicBarrier together = new CyclicBarrier(WRITERS);
        try (Database database = Database.open(address + "&options=-c%20synchronous_commit=off")) {
            List<Boolean> failed =
                    ManyTutors.atOnce(WRITERS, _ -> failsToWrite(database, together));
            assertThat(failed).containsOnly(true);
            List<String> settings =
                    ManyTutors.atOnce(
                            WRITERS,
                            _ ->
                                    database.write(handle -> {
                                        meet(together);
                                        return text(handle, "SHOW synchronous_commit");
                                    }));
            assertThat(settings).hasSize(WRITERS).containsOnly("on");
        }
    }

    @Test
    void connectionsThatNobodyUsesKeepNothingFromHousekeeping() {
        String address = TestDatabase.emptyPostgres("");
        try (Database database = Database.open(address)) {
            // Two of each pool are kept ready.
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () ->
                                    text(
                                            database,
                                            """
                                            SELECT COUNT(*) FILTER (WHERE state = 'idle') >= 3
                                                AND COUNT(*) FILTER
                                                    (WHERE state = 'idle in transaction') = 0
                                            FROM pg_stat_activity
                                            WHERE datname = current_database()
                                                AND pid <> pg_backend_pid()
                                            """),
                            "t"::equals);
        }
    }

    /// While others hold all the other connections.
    private static boolean failsToWrite(Database database, CyclicBarrier together) {
        try {
            int _ =
                    database.write(handle -> {
                        meet(together);
                        return Sql.update(handle, "INSERT INTO nowhere VALUES (1)");
                    });
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertFails(String address, String sentence) {
        assertThatThrownBy(() -> Database.open(address).close())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("Exception");
    }

    private static String text(Database database, String sql) {
        return database.read(handle -> text(handle, sql));
    }

    private static String text(Handle handle, String sql) {
        return Sql.first(handle, sql, row -> row.getString(1)).orElseThrow();
    }

    private static void execute(String address, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
