package org.tutortimes.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {
    private static final Instant NOW = Instant.parse("2026-11-18T01:00:00Z");

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("journal.db");
    }

    @Test
    void everyCommitReachesTheDisk() {
        try (LocalDatabase database = LocalDatabase.open(file, false, NOW)) {
            assertThat(text(database, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(text(database, "PRAGMA synchronous")).isEqualTo("2");
            assertThat(text(database, "PRAGMA busy_timeout")).isEqualTo("5000");
        }
    }

    @Test
    void theNewestMigrationSetsTheVersionThatIsExpected() {
        LocalDatabase.open(file, false, NOW).close();
        assertThat(SchemaCheck.examine(file, true)).isEqualTo(SchemaCheck.Finding.CURRENT);
    }

    @Test
    void anotherProgramsDatabaseIsLeftAlone() throws SQLException, IOException {
        execute("CREATE TABLE recipes (name TEXT)");
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> LocalDatabase.open(file, true, NOW))
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining("belongs to another program");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aNewerProgramsDatabaseAsksForAnUpdate() throws SQLException {
        LocalDatabase.open(file, false, NOW).close();
        execute("PRAGMA user_version = 99");

        assertThatThrownBy(() -> LocalDatabase.open(file, false, NOW))
                .hasMessageContaining("newer Tutor Times");
    }

    @Test
    void whatIsNoDatabaseIsPutAsideAndNotDeleted() throws IOException {
        Files.writeString(file, "These bytes are no database, whatever they were once.");
        try (LocalDatabase database = LocalDatabase.open(file, false, NOW)) {
            assertThat(database.notice())
                    .hasValueSatisfying(notice ->
                            assertThat(notice).contains("journal.db.damaged-20261118T010000"));
        }
        assertThat(folder.resolve("journal.db.damaged-20261118T010000"))
                .hasContent("These bytes are no database, whatever they were once.");
    }

    @Test
    void whatCanBeReadOfADamagedFileIsKept() throws IOException {
        String device;
        try (LocalDatabase database = LocalDatabase.open(file, false, NOW)) {
            device = text(database, "SELECT device_id FROM device");
            fill(database, 3_000);
        }
        damageTheMiddle();
        try (LocalDatabase unaware = LocalDatabase.open(file, false, NOW)) {
            assertThatThrownBy(() -> text(unaware, "SELECT GROUP_CONCAT(body) FROM journal"))
                    .satisfies(e -> assertThat(StorageFailure.sentence(e)).contains("damaged"));
            assertThat(unaware.sawDamage()).isTrue();
        }
        try (LocalDatabase database = LocalDatabase.open(file, true, NOW)) {
            assertThat(database.notice()).isPresent();
            int saved = Integer.parseInt(text(database, "SELECT COUNT(*) FROM journal"));
            assertThat(saved).isBetween(2_000, 2_999);
            assertThat(text(database, "SELECT MIN(position) FROM journal")).isEqualTo("1");
            assertThat(text(database, "SELECT MAX(position) FROM journal")).isEqualTo("3000");
            assertThat(text(database, "SELECT device_id FROM device")).isEqualTo(device);
            assertThat(text(database, "SELECT seq_before FROM device")).isEqualTo("1003000");
            assertThat(text(database, "SELECT value FROM settings")).isEqualTo("dark");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .contains("journal.db.damaged-20261118T010000")
                    .noneMatch(name -> name.startsWith("repair"));
        }
    }

    private static void fill(LocalDatabase database, int events) {
        database.jdbi()
                .useTransaction(handle -> {
                    handle.execute("INSERT INTO settings VALUES ('theme', 'dark')");
                    for (int number = 1; number <= events; number++) {
                        handle.execute(
                                """
                                INSERT INTO journal (event_id, account_id, session_id,
                                    device_id, seq, kind, at_ms, body)
                                SELECT ?, 'tia', 'session', device_id, ?, 'resumed', ?, ?
                                FROM device
                                """,
                                "event " + number,
                                number,
                                number,
                                "body ".repeat(60));
                    }
                });
    }

    /// Overwrites one page that holds nothing but rows of the journal.
    private void damageTheMiddle() throws IOException {
        List<Long> pages = new ArrayList<>();
        byte[] bytes = Files.readAllBytes(file);
        for (int page = 4_096; page < bytes.length; page += 4_096) {
            String text = new String(bytes, page, 4_096, StandardCharsets.ISO_8859_1);
            boolean leafOfTable = bytes[page] == 13;
            if (leafOfTable && text.contains("body body")) {
                pages.add((long) page);
            }
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[4_096]), pages.get(pages.size() / 2));
        }
    }

    private static String text(LocalDatabase database, String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
