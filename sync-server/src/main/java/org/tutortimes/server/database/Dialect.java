package org.tutortimes.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;

/// What differs from one database to another.
sealed interface Dialect permits Sqlite, Postgres {

    /// The dialect of an address.
    ///
    /// @throws org.tutortimes.server.StartFailure where there is none
    static Dialect of(String address, Circumstances circumstances) {
        return Postgres.isAddress(address)
                ? Postgres.at(address, circumstances)
                : Sqlite.at(address, circumstances);
    }

    /// The dialect that a handle speaks.
    static Dialect of(Handle handle) {
        return handle.getConfig(Spoken.class).dialect();
    }

    /// The database as an operator may be told of it: without a password.
    String name();

    /// The folder of the migrations that are this dialect's alone.
    String migrations();

    /// The type of columns that hold JSON.
    String jsonType();

    /// A condition: whether a column's JSON list of numbers holds one, which is its parameter.
    String jsonHolds(String column);

    /// Whether there is such a database yet.
    boolean exists();

    /// Opens a connection that changes tables.
    Connection openForMigration() throws SQLException;

    /// Keeps other processes from changing tables until it is closed.
    Turn takeTurn();

    Writer newWriter();

    Reader newReader();

    Notices newNotices();

    /// Whether this failure means that the disk or the database cannot be written or read.
    boolean isStorageFault(Throwable failure);

    /// Whether this failure means that others were in the way for too long.
    boolean isBusy(Throwable failure);

    /// The sentence for a failure to open, or an empty one where this dialect knows none.
    String startFailure(Throwable failure, String causes);

    /// Proves, once the transaction is committed, that writes are taken.
    void touch(Handle handle);

    /// The next number of the server as a writer of events.
    long nextServerSeq(Handle handle);

    /// The last number that [#nextServerSeq] gave out, at least; empty where that cannot be said.
    Optional<Long> lastServerSeq(Handle handle);

    /// See [Locks], here and below.
    void lockReference(Handle handle, Locks.Mode mode);

    void lockUsers(Handle handle, Collection<Long> userIds);

    void lockSessions(Handle handle, Collection<String> sessionIds);

    void lockObserved(Handle handle, Collection<Long> userIds);

    void lockRow(Handle handle, Locks.Row row, String id);

    /// Whether this failure means that a row breaks a rule of its table.
    boolean isBrokenRule(Throwable failure);

    /// What is wrong with the file or the database itself, its references, and what of its tables
    /// carries a guarantee, in a sentence for each.
    List<String> damages(Handle handle);

    /// A turn of changing the tables.
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /// Which dialect a handle speaks.
    final class Spoken implements JdbiConfig<Spoken> {
        private Dialect dialect = Sqlite.UNNAMED;

        Dialect dialect() {
            return dialect;
        }

        void set(Dialect spoken) {
            this.dialect = spoken;
        }

        @Override
        public Spoken createCopy() {
            Spoken copy = new Spoken();
            copy.dialect = dialect;
            return copy;
        }
    }
}
