package org.tutortimes.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;

/// The totals of units follow whatever an operator does to sessions by hand.
@OnBothDatabases
class UnitTotalsTest {

    private static final String COLUMNS =
            """
            INSERT INTO tutor_times (id, user_id, unit_id, unit_role_id, task_id, status,
                start_time, end_time, duration_seconds, counted_ms, recorded_ms, latest_event_at,
                created_at, updated_at, deleted_at) VALUES
            """;

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(kind.migrated(folder));
        SampleData.load(database);
        kind.byHand(
                folder,
                COLUMNS
                        + String.join(
                                ",",
                                row("a", 10, 100, "completed", 60, "NULL"),
                                row("b", 10, 101, "completed", 30, "NULL"),
                                row("c", 11, 110, "completed", 7, "NULL"),
                                row("d", 10, 100, "paused", 500, "NULL"),
                                row("e", 10, 100, "completed", 900, "5")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static String row(
            String id, int unit, int role, String status, int seconds, String deletedAt) {
        int millis = seconds * 1_000;
        return "('%s', 1, %d, %d, 9000, '%s', 0, %d, %d, %d, %d, 0, 0, 0, %s)"
                .formatted(id, unit, role, status, millis, seconds, millis, millis, deletedAt);
    }

    @Test
    void severalRowsOfOneStatementAreAdded() {
        assertThat(totals()).containsExactly(90L, 7L, 0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE tutor_times SET duration_seconds = duration_seconds + 5",
                "UPDATE tutor_times SET unit_id = 11 WHERE id = 'a'",
                "UPDATE tutor_times SET unit_id = 21 - unit_id",
                "UPDATE tutor_times SET unit_id = 12, duration_seconds = 1",
                "UPDATE tutor_times SET deleted_at = 9 WHERE unit_id = 10",
                "UPDATE tutor_times SET deleted_at = NULL",
                "UPDATE tutor_times SET status = 'completed'",
                "UPDATE tutor_times SET status = 'paused' WHERE id IN ('a', 'c')",
                "UPDATE tutor_times SET flags = 'looked at'",
                "DELETE FROM tutor_times WHERE id IN ('a', 'd', 'e')",
                "DELETE FROM tutor_times"
            })
    void everyStatementLeavesTheTotalsExact(String sql) {
        kind.byHand(folder, sql);
        assertExact();
    }

    /// SQLite refuses it, for its triggers cannot tell it from REPLACE.
    @Test
    void rowThatIsInsertedOrElseChangedCountsOnce() {
        insertOrElseChange(100);
        assertExact();
        if (kind == TestDatabase.SQLITE) {
            assertThatThrownBy(() -> insertOrElseChange(250)).hasMessageContaining("UPDATE");
        } else {
            insertOrElseChange(250);
        }
        assertExact();
        assertThat(totals()).startsWith(kind == TestDatabase.SQLITE ? 190L : 340L);
    }

    private void insertOrElseChange(int seconds) {
        kind.byHand(
                folder,
                COLUMNS
                        + row("f", 10, 100, "completed", seconds, "NULL")
                        + " ON CONFLICT (id) DO UPDATE SET duration_seconds ="
                        + " excluded.duration_seconds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE tutor_times SET id = 'b' WHERE id = 'a'",
                "UPDATE units SET id = 77 WHERE id = 10",
                "INSERT INTO tutor_times SELECT * FROM tutor_times"
            })
    void statementThatWouldMixUpIdsIsRefused(String sql) {
        assertThatThrownBy(() -> kind.byHand(folder, sql))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(totals()).containsExactly(90L, 7L, 0L);
    }

    @Test
    void transactionThatIsRolledBackLeavesNothing() {
        kind.byHand(
                folder,
                "BEGIN",
                "DELETE FROM tutor_times WHERE id = 'a'",
                "UPDATE tutor_times SET unit_id = 12",
                "ROLLBACK");
        assertThat(totals()).containsExactly(90L, 7L, 0L);
    }

    private void assertExact() {
        assertThat(totals())
                .isEqualTo(
                        longs(
                                """
                                SELECT COALESCE(SUM(t.duration_seconds), 0)
                                FROM units u LEFT JOIN tutor_times t ON t.unit_id = u.id
                                    AND t.status = 'completed' AND t.deleted_at IS NULL
                                GROUP BY u.id ORDER BY u.id
                                """));
    }

    private List<Long> totals() {
        return longs("SELECT total_tutor_time FROM units ORDER BY id");
    }

    private List<Long> longs(String sql) {
        return database.read(handle -> Sql.list(handle, sql, row -> row.getLong(1)));
    }
}
