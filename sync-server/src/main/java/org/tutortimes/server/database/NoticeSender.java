package org.tutortimes.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends notices in the background. However many changes there are, they become one notice a tenth
/// of a second at most, and none is forgotten while the database is away.
final class NoticeSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
    private static final long PAUSE_MILLIS = 100;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;
    private static final long LONGEST_CLOSING_MILLIS = 5_000;

    /// A notice may have 8,000 bytes, and a name has up to 56.
    private static final int MOST_IN_A_NOTICE = 130;

    private final OpenedBy.Opening opening;
    private final Function<Set<String>, String> text;
    private final Set<String> waiting = new TreeSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private boolean closing;
    private @Nullable Connection connection;

    NoticeSender(OpenedBy.Opening opening, Function<Set<String>, String> text) {
        this.opening = opening;
        this.text = text;
        this.thread = Thread.ofVirtual().name("notices out").start(this::loop);
    }

    void add(Set<String> topics) {
        lock.lock();
        try {
            waiting.addAll(topics);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        try {
            Set<String> next = next();
            while (!next.isEmpty()) {
                long pause = send(next) ? PAUSE_MILLIS : PAUSE_AFTER_FAILURE_MILLIS;
                rest(pause);
                next = next();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    /// What is to be sent; nothing only where the end has come.
    private Set<String> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closing) {
                changed.await();
            }
            Set<String> next = waiting.stream().limit(MOST_IN_A_NOTICE).collect(Collectors.toSet());
            waiting.removeAll(next);
            return next;
        } finally {
            lock.unlock();
        }
    }

    /// Lets changes gather; the end waits for nothing.
    private void rest(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (left > 0 && !closing) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean send(Set<String> topics) {
        try {
            Connection open = connection;
            if (open == null) {
                open = opening.open();
                connection = open;
            }
            try (PreparedStatement statement = open.prepareStatement("SELECT pg_notify(?, ?)")) {
                statement.setString(1, PostgresNotices.CHANNEL);
                statement.setString(2, text.apply(topics));
                statement.execute();
            }
            return true;
        } catch (SQLException e) {
            LOG.warn("Other processes cannot be told of changes yet: {}", e.getMessage());
            disconnect();
            lock.lock();
            try {
                if (!closing) {
                    waiting.addAll(topics);
                }
            } finally {
                lock.unlock();
            }
            return false;
        }
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("A connection is lost already", e);
            }
        }
    }

    /// Sends what waits, unless the database is away.
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!thread.join(Duration.ofMillis(LONGEST_CLOSING_MILLIS))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
