package org.tutortimes.desktop.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.ConnectionFactory;
import org.sqlite.SQLiteConfig;

/// One connection that the program's threads take in turn: SQLite has one writer anyway, and a
/// connection that stays open keeps a click fast.
final class SingleConnection implements ConnectionFactory, AutoCloseable {
    private final Connection connection;
    private final ReentrantLock turn = new ReentrantLock(true);

    SingleConnection(Path file, Disk disk) throws SQLException {
        this.connection = disk.opened(durable().createConnection("jdbc:sqlite:" + file));
    }

    private static SQLiteConfig durable() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(5_000);
        config.enforceForeignKeys(true);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return config;
    }

    @Override
    public Connection openConnection() throws SQLException {
        turn.lock();
        try {
            undoWhatIsOpen();
            return connection;
        } catch (SQLException | RuntimeException e) {
            turn.unlock();
            throw e;
        }
    }

    /// Where the disk failed the end of a transaction too, that one is still open, and what comes
    /// after it would be part of it and never be committed.
    private void undoWhatIsOpen() throws SQLException {
        if (turn.getHoldCount() == 1 && !connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void closeConnection(Connection returned) {
        turn.unlock();
    }

    @Override
    public void close() throws SQLException {
        turn.lock();
        try {
            connection.close();
        } finally {
            turn.unlock();
        }
    }
}
