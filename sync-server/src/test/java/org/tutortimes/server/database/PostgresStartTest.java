package org.tutortimes.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tutortimes.server.ManyTutors;
import org.tutortimes.server.StartFailure;
import org.tutortimes.server.TestDatabase;

/// What an operator is told when a database on PostgreSQL cannot be used.
class PostgresStartTest {

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
            assertThat(
                            database.<String>write(handle ->
                                    Sql.first(
                                                    handle,
                                                    "SHOW synchronous_commit",
                                                    row -> row.getString(1))
                                            .orElseThrow()))
                    .isEqualTo("on");
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
        return database.read(
                handle -> Sql.first(handle, sql, row -> row.getString(1)).orElseThrow());
    }

    private static void execute(String address, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
