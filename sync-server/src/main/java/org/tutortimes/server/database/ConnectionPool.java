package org.tutortimes.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// A bounded number of connections to PostgreSQL, for a bounded number of those who wait for one.
final class ConnectionPool implements AutoCloseable {

    private static final int MOST_WAITING = 2_000;
    private static final int LONGEST_WAIT_SECONDS = 10;
    private static final long LONGEST_CONNECTING_MILLIS = 4_000;
    private static final int KEPT_IDLE = 2;

    private final HikariDataSource connections;
    private final Jdbi jdbi;
    private final int size;
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closing;

    private ConnectionPool(HikariConfig settings, Postgres dialect) {
        this.size = settings.getMaximumPoolSize();
        this.free = new Semaphore(size, true);
        this.connections = new HikariDataSource(settings);
        this.jdbi = Jdbi.create(connections);
        jdbi.setSqlLogger(new StatementWatch());
        jdbi.getConfig(Dialect.Spoken.class).set(dialect);
        // The transaction of a connection begins by itself; it is not left open by mistake.
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    }

    /// Connections whose every transaction may write and sees what is committed at each statement.
    static ConnectionPool ofWriters(Postgres dialect, int size) {
        HikariConfig settings = settings(dialect, "writers", size);
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        settings.setConnectionInitSql(Postgres.SESSION_OF_WRITER);
        return new ConnectionPool(settings, dialect);
    }

    /// Connections whose every transaction only reads, all of it from one snapshot.
    static ConnectionPool ofReaders(Postgres dialect, int size) {
        HikariConfig settings = settings(dialect, "readers", size);
        settings.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        settings.setReadOnly(true);
        return new ConnectionPool(settings, dialect);
    }

    private static HikariConfig settings(Postgres dialect, String name, int size) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName(name);
        settings.setDataSource(new OpenedBy(dialect::open));
        settings.setMaximumPoolSize(size);
        settings.setMinimumIdle(Math.min(KEPT_IDLE, size));
        settings.setIdleTimeout(TimeUnit.MINUTES.toMillis(2));
        settings.setConnectionTimeout(LONGEST_CONNECTING_MILLIS);
        settings.setAutoCommit(false);
        // Commits what a new connection is set to. Left open, that transaction would be undone with
        // the first write that fails, settings and all, and until then keep its snapshot, so that
        // no row in the database could be cleared away that has changed since.
        settings.setIsolateInternalQueries(true);
        // Whether the server is there is found out, and told, before.
        settings.setInitializationFailTimeout(-1);
        return settings;
    }

    /// Lends a handle in a transaction. What the work has not committed is undone.
    <T> T with(Function<Handle, T> work) {
        takeTurn();
        try (Handle handle = jdbi.open()) {
            return work.apply(handle);
        } finally {
            free.release();
        }
    }

    private void takeTurn() {
        boolean taken = false;
        if (waiting.incrementAndGet() <= MOST_WAITING && !closing) {
            try {
                taken = free.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        waiting.decrementAndGet();
        if (!taken) {
            throw new Refused(new Refusal.Busy(1));
        }
    }

    /// Waits for those who hold a connection, but not for ever.
    @Override
    public void close() {
        closing = true;
        try {
            boolean _ = free.tryAcquire(size, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.close();
    }
}
