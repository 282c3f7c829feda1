package org.tutortimes.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;

@OnBothDatabases
class GuaranteesTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(kind.migrated(folder));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatTheMigrationsMakeIsWhatIsLookedFor() {
        Set<String> wanted =
                switch (kind) {
                    case SQLITE -> Guarantees.wanted(Guarantees.OF_SQLITE);
                    case POSTGRESQL -> Guarantees.wanted(Guarantees.OF_POSTGRES);
                };
        String sql =
                switch (kind) {
                    case SQLITE -> Guarantees.FOUND_ON_SQLITE;
                    case POSTGRESQL -> Guarantees.FOUND_ON_POSTGRES;
                };
        Set<String> found = database.read(handle -> Guarantees.found(handle, sql));
        assertThat(
                        found.stream()
                                .filter(guarantee -> !guarantee.contains("flyway_schema_history"))
                                .collect(Collectors.toSet()))
                .isEqualTo(wanted);
    }

    @Test
    void triggerThatIsGoneIsNamed() {
        for (String trigger : new String[] {"tutor_times_changed", "audit_log_never_changed"}) {
            String table = trigger.startsWith("audit") ? "audit_log" : "tutor_times";
            kind.byHand(
                    folder,
                    "DROP TRIGGER "
                            + trigger
                            + (kind == TestDatabase.POSTGRESQL ? " ON " + table : ""));
            assertThat(database.read(database::damages))
                    .contains(
                            "The trigger %s on %s is missing or switched off, and what it guaranteed"
                                            .formatted(trigger, table)
                                    + " can be broken.");
        }
    }

    @Test
    void uniqueIndexThatIsGoneOrNoLongerUniqueIsNamed() {
        kind.byHand(folder, "DROP INDEX index_tutor_times_one_active");
        assertThat(database.read(database::damages))
                .singleElement()
                .asString()
                .startsWith("The unique index index_tutor_times_one_active on tutor_times is");
        kind.byHand(
                folder,
                "CREATE INDEX index_tutor_times_one_active ON tutor_times (unit_role_id)"
                        + " WHERE status = 'active' AND deleted_at IS NULL");
        assertThat(database.read(database::damages)).hasSize(1);
    }

    @Test
    void tableThatWasCopiedByHandHasLostItsKeysAndReferences() {
        kind.byHand(
                folder,
                "CREATE TABLE copied AS SELECT * FROM service_tokens",
                "DROP TABLE service_tokens",
                "ALTER TABLE copied RENAME TO service_tokens");
        assertThat(database.read(database::damages))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("The unique key service_tokens (token_hash) is"))
                .anyMatch(line ->
                        line.startsWith("The reference service_tokens (created_by) to users is"));
    }

    @Test
    void whatIsSwitchedOffOnPostgresIsNamed() {
        if (kind == TestDatabase.POSTGRESQL) {
            kind.byHand(
                    folder,
                    "ALTER TABLE tutor_times DISABLE TRIGGER tutor_times_removed",
                    "DROP SEQUENCE server_event_seq");
            assertThat(database.read(database::damages))
                    .hasSize(2)
                    .anyMatch(line -> line.startsWith("The trigger tutor_times_removed on"))
                    .anyMatch(line -> line.startsWith("The sequence server_event_seq is"));
        }
    }
}
