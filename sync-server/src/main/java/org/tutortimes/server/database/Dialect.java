package org.tutortimes.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/// What differs from one database to another.
interface Dialect {

    /// Whether there is such a database yet.
    boolean exists();

    /// Opens a connection that may write.
    Connection openWriter() throws SQLException;

    /// Opens a connection that only reads.
    Connection openReader() throws SQLException;

    /// Begins a transaction that may write.
    void begin(Handle handle);

    /// Begins a transaction that sees one snapshot.
    void beginSnapshot(Handle handle);

    void commit(Handle handle);

    void rollback(Handle handle);

    void savepoint(Handle handle);

    void release(Handle handle);

    /// Undoes what came after the savepoint, and drops it.
    void rollbackToSavepoint(Handle handle);

    /// Whether this failure means that the disk is full or cannot be written or read.
    boolean isStorageFault(Throwable failure);

    /// What is wrong with the file or the database itself, in a sentence for each.
    Iterable<String> damages(Handle handle);
}
