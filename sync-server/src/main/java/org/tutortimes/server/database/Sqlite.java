package org.tutortimes.server.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;
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
    private final Circumstances circumstances;

    private static final int READERS = 4;

    /// For handles that were not opened here.
    static final Sqlite UNNAMED = new Sqlite(PREFIX, Circumstances.ORDINARY);

    private Sqlite(String url, Circumstances circumstances) {
        this.url = url;
        this.circumstances = circumstances;
    }

    static Sqlite at(String url, Circumstances circumstances) {
        if (!url.startsWith(PREFIX)) {
            throw new StartFailure(
                    "The database address must begin with jdbc:sqlite: or jdbc:postgresql://.");
        }
        return new Sqlite(url, circumstances);
    }

    @Override
    public boolean exists() {
        return Files.isRegularFile(Path.of(url.substring(PREFIX.length())));
    }

    @Override
    public String name() {
        return url;
    }

    @Override
    public String migrations() {
        return "sqlite";
    }

    @Override
    public String jsonType() {
        return "TEXT";
    }

    @Override
    public String jsonHolds(String column) {
        return "EXISTS (SELECT 1 FROM json_each(%s) held WHERE held.value = ?)".formatted(column);
    }

    @Override
    public Connection openForMigration() throws SQLException {
        return circumstances.connections().apply(settings().createConnection(url));
    }

    /// The data folder's lock has kept other servers out already.
    @Override
    public Turn takeTurn() {
        return () -> {};
    }

    @Override
    public Writer newWriter() {
        Handle handle = handle(this::openForMigration);
        return circumstances.ownThread()
                ? GroupWriter.onItsThread(handle)
                : GroupWriter.onCallersThread(handle);
    }

    @Override
    public Reader newReader() {
        List<Handle> readers = new ArrayList<>();
        int most = circumstances.ownThread() ? READERS : 1;
        for (int count = 0; count < most; count++) {
            readers.add(handle(this::openReadOnly));
        }
        return new ReaderPool(readers);
    }

    @Override
    public Notices newNotices() {
        return Notices.NONE;
    }

    private Handle handle(OpenedBy.Opening opening) {
        Jdbi jdbi = Jdbi.create(opening::open);
        jdbi.setStatementBuilderFactory(_ -> new StatementCache());
        jdbi.setSqlLogger(new StatementWatch());
        jdbi.getConfig(Spoken.class).set(this);
        return jdbi.open();
    }

    private Connection openReadOnly() throws SQLException {
        Connection connection = openForMigration();
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
        settings.setTempStore(SQLiteConfig.TempStore.MEMORY);
        settings.setOpenMode(SQLiteOpenMode.NOMUTEX);
        settings.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "8000");
        return settings;
    }

    static void begin(Handle handle) {
        beginAnew(handle, "BEGIN IMMEDIATE");
    }

    static void beginSnapshot(Handle handle) {
        beginAnew(handle, "BEGIN");
    }

    /// Where the disk failed the end of an earlier transaction too, that one is still open: it is
    /// undone first, or else this connection would be of no use from then on.
    private static void beginAnew(Handle handle, String begin) {
        try {
            Sql.update(handle, begin);
        } catch (StorageException e) {
            try {
                rollback(handle);
            } catch (StorageException undoing) {
                // Unless the disk is at fault still, there was none open.
                StorageException told = isFaultOfDisk(undoing) ? undoing : e;
                told.addSuppressed(told.equals(e) ? undoing : e);
                throw told;
            }
            Sql.update(handle, begin);
        }
    }

    static void commit(Handle handle) {
        Sql.update(handle, "COMMIT");
    }

    static void rollback(Handle handle) {
        Sql.update(handle, "ROLLBACK");
    }

    static void savepoint(Handle handle) {
        Sql.update(handle, "SAVEPOINT piece");
    }

    static void release(Handle handle) {
        Sql.update(handle, "RELEASE piece");
    }

    static void rollbackToSavepoint(Handle handle) {
        Sql.update(handle, "ROLLBACK TO piece");
        release(handle);
    }

    @Override
    public boolean isStorageFault(Throwable failure) {
        return isFaultOfDisk(failure);
    }

    private static boolean isFaultOfDisk(Throwable failure) {
        return hasCode(failure, STORAGE_FAULTS);
    }

    private static boolean hasCode(Throwable failure, Set<SQLiteErrorCode> codes) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                // Extended codes carry the plain one in their lowest byte.
                int plain = sqlite.getResultCode().code & 0xff;
                return codes.stream().anyMatch(code -> code.code == plain);
            }
        }
        return false;
    }

    @Override
    public boolean isBusy(Throwable failure) {
        return false;
    }

    @Override
    public String startFailure(Throwable failure, String causes) {
        if (causes.contains("SQLITE_NOTADB") || causes.contains("SQLITE_CORRUPT")) {
            return "The database file is damaged, or is no database. Put it aside and restore a"
                    + " backup.";
        }
        if (causes.contains("SQLITE_FULL")) {
            return "The disk is full.";
        }
        if (causes.contains("SQLITE_READONLY") || causes.contains("SQLITE_CANTOPEN")) {
            return "The database file cannot be opened for writing.";
        }
        return "";
    }

    @Override
    public void touch(Handle handle) {
        Sql.update(handle, "UPDATE server_identity SET last_seq = last_seq");
    }

    @Override
    public long nextServerSeq(Handle handle) {
        return Sql.first(
                        handle,
                        "UPDATE server_identity SET last_seq = last_seq + 1 RETURNING last_seq",
                        row -> row.getLong(1))
                .orElseThrow();
    }

    @Override
    public Optional<Long> lastServerSeq(Handle handle) {
        return Sql.first(handle, "SELECT last_seq FROM server_identity", row -> row.getLong(1));
    }

    @Override
    public void lockReference(Handle handle, Locks.Mode mode) {}

    @Override
    public void lockUsers(Handle handle, Collection<Long> userIds) {}

    @Override
    public void lockSessions(Handle handle, Collection<String> sessionIds) {}

    @Override
    public void lockObserved(Handle handle, Collection<Long> userIds) {}

    @Override
    public void lockRow(Handle handle, Locks.Row row, String id) {}

    @Override
    public boolean isBrokenRule(Throwable failure) {
        return hasCode(failure, Set.of(SQLiteErrorCode.SQLITE_CONSTRAINT));
    }

    @Override
    public List<String> damages(Handle handle) {
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
        Guarantees.missing(
                        Guarantees.wanted(Guarantees.OF_SQLITE),
                        Guarantees.found(handle, Guarantees.FOUND_ON_SQLITE))
                .forEach(damages::add);
        return damages;
    }
}
