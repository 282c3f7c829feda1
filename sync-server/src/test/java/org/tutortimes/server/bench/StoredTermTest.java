package org.tutortimes.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.check.Check;
import org.tutortimes.server.database.Database;

@OnBothDatabases
class StoredTermTest {

    @Parameter TestDatabase kind;
    @TempDir Path folder;

    @Test
    void whatIsPutIntoTheTablesIsWhatTheServerWouldHaveLeft() throws SQLException {
        String address = kind.address(folder);
        try (Database database = Database.open(address)) {
            new StoredTerm(4_000).fill(address);
            assertThat(new Check(database).failures()).isEmpty();
        }
    }
}
