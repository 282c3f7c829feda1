package org.tutortimes.server.database;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
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

    private final Dialect dialect;
    private final Writer writer;
    private final Reader reader;
    private final Notices notices;

    private Database(Dialect dialect) {
        this.dialect = dialect;
        this.writer = dialect.newWriter();
        this.reader = dialect.newReader();
        this.notices = dialect.newNotices();
    }

    /// Opens the database, makes it where there is none, and brings its tables up to date.
    ///
    /// @param address a JDBC URL
    /// @throws org.tutortimes.server.StartFailure where it is damaged, newer, or not ours
    public static Database open(String address) {
        return open(address, Circumstances.ORDINARY);
    }

    /// The same under other circumstances.
    public static Database open(String address, Circumstances circumstances) {
        Dialect dialect = Dialect.of(address, circumstances);
        Migrations.run(dialect);
        Database database = connect(dialect);
        try {
            database.prepare(Database::identify);
            return database;
        } catch (StartFailure e) {
            closeAfter(e, database);
            throw e;
        }
    }

    private static void closeAfter(StartFailure failure, Database database) {
        try {
            database.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /// Opens a database that is there and up to date; changes nothing in it.
    ///
    /// @throws org.tutortimes.server.StartFailure where it is missing, damaged, older, newer, or
    ///   not ours
    public static Database openExisting(String address) {
        return openExisting(address, Circumstances.ORDINARY);
    }

    /// The same under other circumstances.
    public static Database openExisting(String address, Circumstances circumstances) {
        Dialect dialect = Dialect.of(address, circumstances);
        if (!dialect.exists()) {
            throw new StartFailure("There is no database at %s.".formatted(dialect.name()));
        }
        Migrations.requireCurrent(dialect);
        return connect(dialect);
    }

    /// The same where somebody has made sure before that the database is there and up to date.
    public static Database openKnown(String address, Circumstances circumstances) {
        return connect(Dialect.of(address, circumstances));
    }

    private static Database connect(Dialect dialect) {
        try {
            return new Database(dialect);
        } catch (RuntimeException e) {
            throw Migrations.failure(dialect, e);
        }
    }

    /// Writes what must be there before anybody is answered.
    ///
    /// @throws StartFailure where it cannot be written
    public <T> T prepare(Function<Handle, T> work) {
        try {
            return writer.write(work);
        } catch (RuntimeException e) {
            throw Migrations.failure(dialect, e);
        }
    }

    /// Writes, and returns when it is durable. Where several write at once and the database ends
    /// one that is in another's way, its work runs again from the start: it must change nothing but
    /// through its handle.
    public <T> T write(Function<Handle, T> work) {
        try {
            return writer.write(work);
        } catch (RuntimeException e) {
            throw told(e);
        }
    }

    /// Writes without waiting. Nobody hears of a failure.
    public void writeLater(Function<Handle, ?> work) {
        writer.writeLater(work);
    }

    /// Reads one snapshot of everything that is committed.
    public <T> T read(Function<Handle, T> work) {
        try {
            return reader.read(work);
        } catch (RuntimeException e) {
            throw told(e);
        }
    }

    /// Only inside the work of a write: runs something once that write is durable. It may run on
    /// the one thread that writes, so it must be quick.
    public void afterCommit(Runnable action) {
        writer.afterCommit(action);
    }

    /// Only inside the work of a write: does something more, which is undone alone where it is at
    /// fault itself. Where it is the database that fails, so does the whole write.
    ///
    /// @return its fault, if there was one
    public Optional<RuntimeException> alongside(Handle handle, Consumer<Handle> work) {
        Sql.update(handle, "SAVEPOINT alongside");
        try {
            work.accept(handle);
        } catch (RuntimeException e) {
            if (e instanceof StorageException && !dialect.isBrokenRule(e)) {
                throw e;
            }
            Sql.update(handle, "ROLLBACK TO SAVEPOINT alongside");
            Sql.update(handle, "RELEASE SAVEPOINT alongside");
            return Optional.of(e);
        }
        Sql.update(handle, "RELEASE SAVEPOINT alongside");
        return Optional.empty();
    }

    /// Tells the other processes of this database, if it can have others, that something was
    /// committed of these topics. Returns at once.
    ///
    /// @param topics by name: small letters, a slash, and an id
    public void tellOtherProcesses(Set<String> topics) {
        notices.tell(topics);
    }

    /// Listens to what other processes tell from now on.
    ///
    /// @param missed runs where something may have been told that was not heard
    public void listenToOtherProcesses(Consumer<Set<String>> heard, Runnable missed) {
        notices.listen(heard, missed);
    }

    /// Fails where the database does not answer, or the disk takes no writes.
    public void probe() {
        write(handle -> {
            dialect.touch(handle);
            return handle;
        });
    }

    /// Only inside the work of a read or write: what is wrong with the file, its references, and
    /// the triggers and keys that it must have.
    public List<String> damages(Handle handle) {
        return dialect.damages(handle);
    }

    /// Finishes the writes that wait and closes everything.
    @Override
    public void close() {
        writer.close();
        notices.close();
        reader.close();
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
        if (dialect.isBusy(failure)) {
            return new Refused(new Refusal.Busy(1));
        }
        if (dialect.isStorageFault(failure)) {
            LOG.error("The disk or the database does not take or give data", failure);
            return new Refused(new Refusal.StorageUnavailable());
        }
        return failure;
    }
}
