package org.tutortimes.server.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.StartFailure;

/// All access to the stored data.
///
/// Work gets a handle that is in a transaction already: it must neither begin, commit nor roll
/// back. A write that throws leaves no trace; one that returns is durable.
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 4;

    private final Dialect dialect;
    private final Handle writerHandle;
    private final GroupWriter writer;
    private final ReaderPool readers;

    private Database(Dialect dialect, Handle writerHandle, List<Handle> readers) {
        this.dialect = dialect;
        this.writerHandle = writerHandle;
        this.writer = new GroupWriter(writerHandle, dialect);
        this.readers = new ReaderPool(dialect, readers);
    }

    /// Opens the database, makes it where there is none, and brings its tables up to date.
    ///
    /// @param address a JDBC URL
    /// @throws org.tutortimes.server.StartFailure where it is damaged, newer, or not ours
    public static Database open(String address) {
        Dialect dialect = Sqlite.at(address);
        Migrations.run(dialect);
        Database database = connect(dialect);
        database.write(Database::identify);
        return database;
    }

    /// Opens a database that is there and up to date; changes nothing in it.
    ///
    /// @throws org.tutortimes.server.StartFailure where it is missing, damaged, older, newer, or
    ///   not ours
    public static Database openExisting(String address) {
        Dialect dialect = Sqlite.at(address);
        if (!dialect.exists()) {
            throw new StartFailure("There is no database at %s.".formatted(address));
        }
        Migrations.requireCurrent(dialect);
        return connect(dialect);
    }

    private static Database connect(Dialect dialect) {
        try {
            List<Handle> readers = new ArrayList<>();
            for (int count = 0; count < READERS; count++) {
                readers.add(openHandle(dialect::openReader));
            }
            Database database = new Database(dialect, openHandle(dialect::openWriter), readers);
            database.writer.start();
            return database;
        } catch (RuntimeException e) {
            throw Migrations.failure(e);
        }
    }

    /// Writes, and returns when it is durable.
    public <T> T write(Function<Handle, T> work) {
        try {
            return writer.submit(work).join();
        } catch (CompletionException e) {
            throw told(e.getCause() instanceof RuntimeException cause ? cause : e);
        }
    }

    /// Writes without waiting. Nobody hears of a failure.
    public void writeLater(Function<Handle, ?> work) {
        CompletableFuture<?> outcome = writer.submit(work::apply);
        var _ =
                outcome.whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOG.warn("A write in the background failed", failure);
                    }
                });
    }

    /// Reads one snapshot of everything that is committed.
    public <T> T read(Function<Handle, T> work) {
        try {
            return readers.read(work);
        } catch (RuntimeException e) {
            throw told(e);
        }
    }

    /// Only inside the work of a write: runs something once that write is durable. It runs on the
    /// writer's thread, so it must be quick.
    public void afterCommit(Runnable action) {
        writer.afterCommit(action);
    }

    /// Fails where the database does not answer, or the disk takes no writes.
    public void probe() {
        write(handle -> Sql.update(handle, "UPDATE server_identity SET last_seq = last_seq"));
    }

    /// Only inside the work of a read or write: what is wrong with the file and its references.
    public List<String> damages(Handle handle) {
        List<String> damages = new ArrayList<>();
        dialect.damages(handle).forEach(damages::add);
        return damages;
    }

    /// Finishes the writes that wait and closes everything.
    @Override
    public void close() {
        writer.close();
        readers.close();
        writerHandle.close();
    }

    /// Gives the database its own name as a writer of events, once.
    private static int identify(Handle handle) {
        return Sql.update(
                handle,
                """
                INSERT INTO server_identity (id, device_id) VALUES (1, ?)
                ON CONFLICT (id) DO NOTHING
                """,
                UUID.randomUUID());
    }

    private RuntimeException told(RuntimeException failure) {
        if (dialect.isStorageFault(failure)) {
            LOG.error("The disk or the database file does not take or give data", failure);
            return new Refused(new Refusal.StorageUnavailable());
        }
        return failure;
    }

    private static Handle openHandle(Opening opening) {
        Jdbi jdbi = Jdbi.create(opening::open);
        jdbi.setStatementBuilderFactory(_ -> new StatementCache());
        return jdbi.open();
    }

    private interface Opening {
        java.sql.Connection open() throws SQLException;
    }
}
