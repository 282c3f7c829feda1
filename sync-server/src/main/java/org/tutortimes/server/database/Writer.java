package org.tutortimes.server.database;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The way in which a database takes writes. See [Database] for what is promised of each method.
interface Writer extends AutoCloseable {

    <T> T write(Function<Handle, T> work);

    void writeLater(Function<Handle, ?> work);

    void afterCommit(Runnable action);

    @Override
    void close();
}
