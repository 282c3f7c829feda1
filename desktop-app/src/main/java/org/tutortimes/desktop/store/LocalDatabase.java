package org.tutortimes.desktop.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// The journal's file: SQLite with a write-ahead log, on the disk at every commit.
///
/// Safe for use by several threads, which take turns.
public final class LocalDatabase implements AutoCloseable {
    /// Remembers what it has read, for every database that is opened.
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private final SingleConnection connection;
    private final Jdbi jdbi;
    private final @Nullable String notice;
    private volatile boolean sawDamage;

    private LocalDatabase(SingleConnection connection, @Nullable String notice) {
        this.connection = connection;
        this.jdbi = Jdbi.create(connection);
        jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
        jdbi.setSqlLogger(
                new SqlLogger() {
                    @Override
                    public void logException(StatementContext context, SQLException failure) {
                        if (StorageFailure.isCorruption(failure)) {
                            sawDamage = true;
                        }
                    }
                });
        this.notice = notice;
    }

    /// Opens the database, makes or migrates it, and repairs it where it is damaged.
    ///
    /// @param check whether to look for damage first, after a run that ended badly
    /// @param now names a damaged file that is put aside
    /// @throws StorageFailure with a sentence for the tutor
    public static LocalDatabase open(Path file, boolean check, Instant now) {
        return open(file, check, now, Disk.ofThisMachine());
    }

    /// The same on a disk of another kind.
    public static LocalDatabase open(Path file, boolean check, Instant now, Disk disk) {
        try {
            return switch (SchemaCheck.examine(file, check)) {
                case CURRENT -> named(new LocalDatabase(new SingleConnection(file, disk), null));
                case NEW, OLDER -> migrated(file, disk, null);
                case CORRUPT -> repaired(file, disk, now);
            };
        } catch (SQLException | FlywayException e) {
            throw new StorageFailure(StorageFailure.sentence(e), e);
        }
    }

    private static LocalDatabase repaired(Path file, Disk disk, Instant now) throws SQLException {
        DamagedFile damaged = DamagedFile.putAside(file, now);
        LocalDatabase fresh = migrated(file, disk, damaged.notice());
        fresh.jdbi.useTransaction(damaged::saveInto);
        return fresh;
    }

    private static LocalDatabase migrated(Path file, Disk disk, @Nullable String notice)
            throws SQLException {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:db/desktop")
                .load()
                .migrate();
        return named(new LocalDatabase(new SingleConnection(file, disk), notice));
    }

    /// Gives this computer its name as a writer of events, where it has none: also one that failed,
    /// or lost its power, between the first tables and this.
    private static LocalDatabase named(LocalDatabase database) {
        try {
            database.jdbi.useHandle(LocalDatabase::nameDevice);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static void nameDevice(Handle handle) {
        boolean isNamed =
                handle.createQuery("SELECT COUNT(*) FROM device").mapTo(Integer.class).one() > 0;
        if (!isNamed) {
            handle.createUpdate(
                            """
                            INSERT INTO device (only, device_id, seq_before)
                            VALUES (1, :device, 0)
                            """)
                    .bind("device", UUID.randomUUID().toString())
                    .execute();
        }
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /// What the tutor must be told about a repair.
    public Optional<String> notice() {
        return Optional.ofNullable(notice);
    }

    /// Whether the file was found to be damaged since it was opened: the next start repairs it.
    public boolean sawDamage() {
        return sawDamage;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StorageFailure(StorageFailure.sentence(e), e);
        }
    }
}
