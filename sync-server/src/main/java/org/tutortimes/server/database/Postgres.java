package org.tutortimes.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.StartFailure;

/// PostgreSQL: several processes may use one database, and each writes several things at once.
final class Postgres implements Dialect {

    /// What a connection that writes is set to: what is committed is on the disk, whatever the
    /// server's default, and nobody waits for ever for others.
    static final String SESSION_OF_WRITER =
            """
            SELECT set_config('lock_timeout', '10s', false),
                CASE current_setting('synchronous_commit')
                    WHEN 'off' THEN set_config('synchronous_commit', 'on', false) END
            """;

    private static final String PREFIX = "jdbc:postgresql:";
    private static final int OLDEST_VERSION = 14;

    /// Four processes keep well below the 100 connections that PostgreSQL allows if not told else.
    private static final int WRITERS = 12;

    private static final int READERS = 6;

    private final String url;
    private final Circumstances circumstances;

    private Postgres(String url, Circumstances circumstances) {
        this.url = url;
        this.circumstances = circumstances;
    }

    static boolean isAddress(String url) {
        return url.startsWith(PREFIX);
    }

    static Postgres at(String url, Circumstances circumstances) {
        try {
            // Which asks the driver whether it understands the address.
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new StartFailure(
                    "The database address must be like jdbc:postgresql://host:5432/name.", e);
        }
        return new Postgres(url, circumstances);
    }

    @Override
    public String name() {
        return url.substring(0, url.contains("?") ? url.indexOf('?') : url.length());
    }

    @Override
    public String migrations() {
        return "postgresql";
    }

    @Override
    public String jsonType() {
        return "JSONB";
    }

    @Override
    public String jsonHolds(String column) {
        return column + " @> to_jsonb(CAST(? AS BIGINT))";
    }

    /// An empty database is told from ours when its tables are looked at.
    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public Connection openForMigration() throws SQLException {
        Connection connection = open();
        try {
            refuseUnfit(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /// Opens a connection. Whatever stands in the address is stronger than what is set here.
    Connection open() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("ApplicationName", "Tutor Times");
        settings.setProperty("connectTimeout", "4");
        settings.setProperty("socketTimeout", "120");
        settings.setProperty("tcpKeepAlive", "true");
        // Or else the values that somebody sent stand in logs and sentences.
        settings.setProperty("logServerErrorDetail", "false");
        return circumstances.connections().apply(DriverManager.getConnection(url, settings));
    }

    private static void refuseUnfit(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new StartFailure(
                    "The server is PostgreSQL %d; %d is the oldest that will do."
                            .formatted(version, OLDEST_VERSION));
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW server_encoding")) {
            row.next();
            if (!row.getString(1).equals("UTF8")) {
                throw new StartFailure(
                        "The database must be made with the encoding UTF8, and it has %s."
                                .formatted(row.getString(1)));
            }
        }
    }

    @Override
    public Turn takeTurn() {
        try {
            Connection connection = openForMigration();
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(%d)".formatted(PostgresLocks.TABLES));
            }
            return () -> close(connection);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    @Override
    public Writer newWriter() {
        return new PooledWriter(ConnectionPool.ofWriters(this, WRITERS));
    }

    @Override
    public Reader newReader() {
        return new PooledReader(ConnectionPool.ofReaders(this, READERS));
    }

    @Override
    public Notices newNotices() {
        return new PostgresNotices(this::open);
    }

    static void commit(Handle handle) {
        try {
            handle.getConnection().commit();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    static void rollback(Handle handle) {
        try {
            handle.getConnection().rollback();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    static boolean isWorthAnotherAttempt(Throwable failure) {
        return PostgresFault.isWorthAnotherAttempt(failure);
    }

    @Override
    public boolean isStorageFault(Throwable failure) {
        return PostgresFault.isOfStorage(failure);
    }

    @Override
    public boolean isBusy(Throwable failure) {
        return PostgresFault.isBusy(failure);
    }

    @Override
    public String startFailure(Throwable failure, String causes) {
        return PostgresFault.sentence(failure, name());
    }

    /// Without a row of any table, for which it would have to wait.
    @Override
    public void touch(Handle handle) {
        Sql.first(
                handle,
                "SELECT pg_logical_emit_message(true, 'tutor-times', 'touch')",
                row -> row.getString(1));
    }

    @Override
    public long nextServerSeq(Handle handle) {
        return Sql.first(handle, "SELECT nextval('server_event_seq')", row -> row.getLong(1))
                .orElseThrow();
    }

    /// The number is given out before the transaction that asked for it is seen by others, so it is
    /// never behind what they see.
    @Override
    public Optional<Long> lastServerSeq(Handle handle) {
        return Sql.first(
                handle,
                """
                SELECT COALESCE(last_value, 0) FROM pg_sequences
                WHERE schemaname = current_schema() AND sequencename = 'server_event_seq'
                """,
                row -> row.getLong(1));
    }

    @Override
    public void lockReference(Handle handle, Locks.Mode mode) {
        PostgresLocks.reference(handle, mode);
    }

    @Override
    public void lockUsers(Handle handle, Collection<Long> userIds) {
        PostgresLocks.users(handle, userIds);
    }

    @Override
    public void lockSessions(Handle handle, Collection<String> sessionIds) {
        PostgresLocks.sessions(handle, sessionIds);
    }

    @Override
    public void lockObserved(Handle handle, Collection<Long> userIds) {
        PostgresLocks.observed(handle, userIds);
    }

    @Override
    public void lockRow(Handle handle, Locks.Row row, String id) {
        PostgresLocks.row(handle, row, id);
    }

    @Override
    public boolean isBrokenRule(Throwable failure) {
        return PostgresFault.isBrokenRule(failure);
    }

    @Override
    public List<String> damages(Handle handle) {
        List<String> damages = PostgresReferences.broken(handle);
        Guarantees.missing(
                        Guarantees.wanted(Guarantees.OF_POSTGRES),
                        Guarantees.found(handle, Guarantees.FOUND_ON_POSTGRES))
                .forEach(damages::add);
        return damages;
    }
}
