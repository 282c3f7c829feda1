package org.tutortimes.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.database.Database;

/// A database with ten class sessions of so many participants each, kept both ways, and what it
/// costs there to change one of them.
final class StoredClasses implements AutoCloseable {

    /// Whoever beats in one session has neighbours in the table, but they do not move meanwhile.
    private static final int SESSIONS = 10;

    private static final int MEASURED = 4;

    private final Database database;
    private final Connection beside;
    private final boolean ofPostgres;
    private final String address;
    private final ParticipantsInJson json;
    private final ParticipantsInRows rows;

    private StoredClasses(String address, int students) throws SQLException {
        this.address = address;
        this.ofPostgres = address.startsWith("jdbc:postgresql:");
        this.database = Database.open(address);
        this.beside = DriverManager.getConnection(address);
        this.json = new ParticipantsInJson(database, ofPostgres, sessionId(MEASURED));
        this.rows = new ParticipantsInRows(database, ofPostgres, sessionId(MEASURED));
        fill(students);
    }

    static StoredClasses onSqlite(Path folder, int students) throws SQLException {
        return new StoredClasses(TestDatabase.SQLITE.address(folder), students);
    }

    static StoredClasses onPostgres(DurablePostgres server, int students) throws SQLException {
        return new StoredClasses(server.newDatabase(), students);
    }

    ParticipantsInJson json() {
        return json;
    }

    ParticipantsInRows rows() {
        return rows;
    }

    private void fill(int students) throws SQLException {
        database.write(handle -> {
            ParticipantsInJson.create(handle, ofPostgres);
            ParticipantsInRows.create(handle, ofPostgres);
            for (int session = 0; session < SESSIONS; session++) {
                String id = sessionId(session);
                new ParticipantsInJson(database, ofPostgres, id).fill(handle, students);
                new ParticipantsInRows(database, ofPostgres, id).fill(handle, students);
            }
            return handle;
        });
        if (ofPostgres) {
            execute("VACUUM ANALYZE");
        }
    }

    private static String sessionId(int session) {
        return new UUID(0x7f3a_91c4_5be2_4d06L * (session + 1), ~session * 0x1234_5678_9abcL)
                .toString();
    }

    /// The bytes that one second's work adds to the log before writing, in the median: on SQLite
    /// whole pages, on PostgreSQL what changed in them.
    double bytesLogged(int seconds, Alternation.Step second) throws Exception {
        if (!ofPostgres) {
            // From its beginning, so that it only grows.
            execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        Histogram bytes = new Histogram(3);
        for (int number = 0; number < seconds; number++) {
            long before = logged();
            second.run(number);
            bytes.recordValue(logged() - before);
        }
        return bytes.getValueAtPercentile(50);
    }

    private long logged() throws SQLException, IOException {
        return ofPostgres
                ? number("SELECT pg_current_wal_insert_lsn() - '0/0'")
                : Files.size(Path.of(address.substring("jdbc:sqlite:".length()) + "-wal"));
    }

    /// Whether what was changed stays in the table until somebody clears it away: on PostgreSQL
    /// alone, and so are the next three.
    boolean grow() {
        return ofPostgres;
    }

    /// Packs a table as tightly as it goes.
    void pack(String table) throws SQLException {
        execute("VACUUM FULL " + table);
    }

    /// Does what housekeeping does by and by.
    void tidy(String table) throws SQLException {
        execute("VACUUM " + table);
    }

    /// What a table takes on the disk, with its indexes and what lies outside its rows.
    long size(String table) throws SQLException {
        return number("SELECT pg_total_relation_size('" + table + "')");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = beside.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = beside.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        beside.close();
        database.close();
    }
}
