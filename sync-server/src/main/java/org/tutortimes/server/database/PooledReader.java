package org.tutortimes.server.database;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Reads on PostgreSQL: a snapshot each, on the caller's thread. The connections of its pool are
/// repeatable and read only by themselves, which saves a round trip.
record PooledReader(ConnectionPool pool) implements Reader {

    @Override
    public <T> T read(Function<Handle, T> work) {
        return pool.with(handle -> {
            T result = work.apply(handle);
            Postgres.rollback(handle);
            return result;
        });
    }

    @Override
    public void close() {
        pool.close();
    }
}
