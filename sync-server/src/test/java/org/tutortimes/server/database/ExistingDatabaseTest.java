package org.tutortimes.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.server.StartFailure;
import org.tutortimes.server.TestDatabase;

/// What is said of a database that is not ours, or not ready, to who would only look at it.
class ExistingDatabaseTest {

    @TempDir Path folder;

    @Test
    void missingFileIsNotMade() {
        assertSaid(() -> Database.openExisting(sqlite()), "There is no database at jdbc:sqlite:");
        assertThat(file()).doesNotExist();
    }

    @Test
    void emptyDatabaseIsSaidToBeEmptyAsOftenAsOneLooks() throws IOException {
        Files.createFile(file());
        String postgres = TestDatabase.emptyPostgres("");
        for (String address : new String[] {sqlite(), sqlite(), postgres, postgres}) {
            assertSaid(
                    () -> Database.openExisting(address), "There is nothing in the database yet.");
        }
    }

    @Test
    void tablesOfAnotherProgramAreSaidToBe() {
        TestDatabase.SQLITE.byHand(folder, "CREATE TABLE songs (title TEXT)");
        assertSaid(() -> Database.openExisting(sqlite()), "belongs to another program");
    }

    @Test
    void olderTablesAreSaidToBe() {
        Flyway.configure()
                .dataSource(sqlite(), null, null)
                .locations("classpath:db/migration/common", "classpath:db/migration/sqlite")
                .target("10")
                .load()
                .migrate();
        assertSaid(() -> Database.openExisting(sqlite()), "is of an older version. Start");
    }

    private static void assertSaid(ThrowingCallable opening, String sentence) {
        assertThatThrownBy(opening).isInstanceOf(StartFailure.class).hasMessageContaining(sentence);
    }

    private Path file() {
        return folder.resolve("tutor-times.db");
    }

    private String sqlite() {
        return TestDatabase.SQLITE.address(folder);
    }
}
