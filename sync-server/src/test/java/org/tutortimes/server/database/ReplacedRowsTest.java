package org.tutortimes.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tutortimes.server.TestDatabase;

/// SQLite's triggers hear nothing of the rows that REPLACE removes. These statements are made on a
/// connection like that of the sqlite3 shell, without foreign keys.
class ReplacedRowsTest {

    private static final TestDatabase SQLITE = TestDatabase.SQLITE;

    private static final String TWO_UNITS =
            """
            INSERT INTO units (id, code, name, zone, changed_in) VALUES
                (10, 'SIT221', 'Data Structures', 'UTC', 1), (11, 'SIT232', 'Objects', 'UTC', 1),
                (12, 'SIT111', 'Systems', 'UTC', 1)
            """;

    private static final String THREE_SESSIONS =
            """
            INSERT INTO tutor_times (id, user_id, unit_id, unit_role_id, task_id, status,
                start_time, end_time, duration_seconds, latest_event_at, created_at, updated_at)
            VALUES ('a', 1, 10, 100, 9000, 'completed', 0, 60000, 60, 0, 0, 0),
                ('b', 1, 10, 100, 9000, 'completed', 0, 30000, 30, 0, 0, 0),
                ('c', 1, 11, 110, 9000, 'completed', 0, 7000, 7, 0, 0, 0)
            """;

    @TempDir Path folder;

    private void make() {
        Database.open(SQLITE.address(folder)).close();
        SQLITE.byHand(folder, TWO_UNITS, THREE_SESSIONS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REPLACE INTO tutor_times SELECT * FROM tutor_times WHERE id = 'a'"
                        + "| there is a session with this id already",
                "INSERT OR REPLACE INTO tutor_times SELECT * FROM tutor_times"
                        + "| there is a session with this id already",
                "REPLACE INTO tutor_times (rowid, id, user_id, unit_id, unit_role_id, task_id,"
                        + " status, start_time, latest_event_at, created_at, updated_at)"
                        + " VALUES (1, 'd', 1, 10, 100, 9000, 'paused', 0, 0, 0, 0)"
                        + "| there is a session with this id already",
                "UPDATE OR REPLACE tutor_times SET id = 'b' WHERE id = 'a'"
                        + "| there is another session with this id",
                "UPDATE OR REPLACE tutor_times SET id = 'z' | there is another session with this"
                        + " id",
                "UPDATE OR REPLACE tutor_times SET rowid = 2 WHERE rowid = 1"
                        + "| there is another session with this id",
                "UPDATE units SET id = 77 WHERE id = 10"
                        + "| the id of a unit that has sessions cannot change",
                "UPDATE OR REPLACE units SET id = 10 WHERE id = 12"
                        + "| the id of a unit that has sessions cannot change"
            })
    void whatWouldReplaceIsRefused(String sql, String sentence) {
        make();
        assertThatThrownBy(() -> SQLITE.byHand(folder, sql)).hasMessageContaining(sentence);
        assertThat(totals()).containsExactly(90L, 7L, 0L).isEqualTo(sums());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE tutor_times SET id = 'z' WHERE id = 'a'",
                "UPDATE tutor_times SET id = id, flags = 'seen'",
                "UPDATE OR REPLACE tutor_times SET unit_id = 11, duration_seconds = 2",
                "UPDATE units SET id = 77 WHERE id = 12",
                "REPLACE INTO units (id, code, name, zone, changed_in)"
                        + " VALUES (10, 'SIT221', 'Data', 'UTC', 2)",
                "INSERT INTO units (id, code, name, zone, changed_in) VALUES"
                        + " (10, 'SIT221', 'Data', 'UTC', 2)"
                        + " ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                "INSERT OR IGNORE INTO units SELECT * FROM units",
                "DELETE FROM tutor_times WHERE id = 'a'"
            })
    void everythingElseKeepsTheTotalsExact(String sql) {
        make();
        SQLITE.byHand(folder, sql);
        assertThat(totals()).isEqualTo(sums());
    }

    @Test
    void databaseOfTheSchemaBeforeIsMendedAndKeptRightFromThenOn() {
        Flyway.configure()
                .dataSource(SQLITE.address(folder), null, null)
                .locations("classpath:db/migration/common", "classpath:db/migration/sqlite")
                .target("10")
                .load()
                .migrate();
        SQLITE.byHand(
                folder,
                TWO_UNITS,
                THREE_SESSIONS,
                "REPLACE INTO tutor_times SELECT * FROM tutor_times WHERE id = 'a'");
        assertThat(totals()).containsExactly(150L, 7L, 0L);
        Database.open(SQLITE.address(folder)).close();
        assertThat(totals()).containsExactly(90L, 7L, 0L);
        assertThatThrownBy(() ->
                        SQLITE.byHand(folder, "REPLACE INTO tutor_times SELECT * FROM tutor_times"))
                .hasMessageContaining("already");
    }

    private List<Long> totals() {
        return longs("SELECT total_tutor_time FROM units ORDER BY id");
    }

    private List<Long> sums() {
        return longs(
                """
                SELECT COALESCE(SUM(t.duration_seconds), 0)
                FROM units u LEFT JOIN tutor_times t ON t.unit_id = u.id
                    AND t.status = 'completed' AND t.deleted_at IS NULL
                GROUP BY u.id ORDER BY u.id
                """);
    }

    private List<Long> longs(String sql) {
        List<Long> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(SQLITE.address(folder));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }
}
