package org.tutortimes.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears the notices of other processes on a connection of its own, and opens another when that is
/// lost. What was said in between is not said again: therefore everything counts as changed then.
final class NoticeListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeListener.class);

    /// How soon a connection is found to be lost that says nothing.
    private static final int LONGEST_SILENCE_MILLIS = 10_000;

    private static final long PAUSE_AFTER_FAILURE_MILLIS = 250;

    private final OpenedBy.Opening opening;
    private final Consumer<String> heard;
    private final Runnable missed;
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable Connection connection;

    NoticeListener(OpenedBy.Opening opening, Consumer<String> heard, Runnable missed) {
        this.opening = opening;
        this.heard = heard;
        this.missed = missed;
        this.thread = Thread.ofVirtual().name("notices in").start(this::loop);
    }

    private void loop() {
        while (!closing) {
            try (Connection open = opening.open()) {
                connection = open;
                hear(open);
            } catch (SQLException e) {
                if (!closing) {
                    LOG.warn("Other processes are not heard for the moment: {}", e.getMessage());
                    LockSupport.parkNanos(
                            TimeUnit.MILLISECONDS.toNanos(PAUSE_AFTER_FAILURE_MILLIS));
                }
            } catch (RuntimeException e) {
                LOG.error("A notice could not be passed on", e);
            }
        }
    }

    private void hear(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("LISTEN " + PostgresNotices.CHANNEL);
            missed.run();
            PGConnection notices = open.unwrap(PGConnection.class);
            while (!closing) {
                PGNotification[] next = notices.getNotifications(LONGEST_SILENCE_MILLIS);
                if (next == null || next.length == 0) {
                    statement.execute("SELECT 1");
                    continue;
                }
                for (PGNotification notice : next) {
                    heard.accept(notice.getParameter());
                }
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        Connection open = connection;
        if (open != null) {
            try {
                // Ends the wait at once, which closing would let end by itself.
                open.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("A connection is lost already", e);
            }
        }
        LockSupport.unpark(thread);
    }
}
