package org.tutortimes.server.database;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The way in which a database gives snapshots.
interface Reader extends AutoCloseable {

    <T> T read(Function<Handle, T> work);

    @Override
    void close();
}
