package org.tutortimes.server.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tutortimes.server.StartFailure;

/// SQLite, in one file: write-ahead log, every commit synchronised to the disk.
final class Sqlite implements Dialect {

    private static final String PREFIX = "jdbc:sqlite:";

    private static final Set<SQLiteErrorCode> STORAGE_FAULTS =
            Set.of(
                    SQLiteErrorCode.SQLITE_FULL,
                    SQLiteErrorCode.SQLITE_IOERR,
                    SQLiteErrorCode.SQLITE_READONLY,
                    SQLiteErrorCode.SQLITE_CANTOPEN,
                    SQLiteErrorCode.SQLITE_CORRUPT,
                    SQLiteErrorCode.SQLITE_NOTADB);

    private final String url;

    private Sqlite(String url) {
        this.url = url;
    }

    static Sqlite at(String url) {
        if (!url.startsWith(PREFIX)) {
            throw new StartFailure(
                    "The database address must begin with jdbc:sqlite: and it is " + url + ".");
        }
        return new Sqlite(url);
    }

    @Override
    public boolean exists() {
        return Files.isRegularFile(Path.of(url.substring(PREFIX.length())));
    }

    @Override
    public Connection openWriter() throws SQLException {
        return settings().createConnection(url);
    }

    @Override
    public Connection openReader() throws SQLException {
        Connection connection = openWriter();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = 1");
        }
        return connection;
    }

    private static SQLiteConfig settings() {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.enforceForeignKeys(true);
        settings.setBusyTimeout(10_000);
        settings.setCacheSize(-32_000);
        settings.setGetGeneratedKeys(false);
        return settings;
    }

    @Override
    public void begin(Handle handle) {
        Sql.update(handle, "BEGIN IMMEDIATE");
    }

    @Override
    public void beginSnapshot(Handle handle) {
        Sql.update(handle, "BEGIN");
    }

    @Override
    public void commit(Handle handle) {
        Sql.update(handle, "COMMIT");
    }

    @Override
    public void rollback(Handle handle) {
        Sql.update(handle, "ROLLBACK");
    }

    @Override
    public void savepoint(Handle handle) {
        Sql.update(handle, "SAVEPOINT piece");
    }

    @Override
    public void release(Handle handle) {
        Sql.update(handle, "RELEASE piece");
    }

    @Override
    public void rollbackToSavepoint(Handle handle) {
        Sql.update(handle, "ROLLBACK TO piece");
        release(handle);
    }

    @Override
    public boolean isStorageFault(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                // Extended codes carry the plain one in their lowest byte.
                int plain = sqlite.getResultCode().code & 0xff;
                return STORAGE_FAULTS.stream().anyMatch(code -> code.code == plain);
            }
        }
        return false;
    }

    @Override
    public Iterable<String> damages(Handle handle) {
        List<String> damages = new ArrayList<>();
        Sql.list(handle, "PRAGMA quick_check", row -> row.getString(1)).stream()
                .filter(line -> !line.equals("ok"))
                .map(line -> "The database file is damaged: " + line)
                .forEach(damages::add);
        Sql.list(
                        handle,
                        "PRAGMA foreign_key_check",
                        row ->
                                "A row of %s refers to a row of %s that does not exist (row %s)."
                                        .formatted(
                                                row.getString(1),
                                                row.getString(3),
                                                row.getString(2)))
                .forEach(damages::add);
        return damages;
    }
}
