package org.tutortimes.trust.machine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The disk as one process sees it, in front of real SQLite connections: it can be full, and the
/// process can end just before or just after any commit. From then on nothing reaches the disk, and
/// what was not committed is undone, as after a crash.
public final class FragileDisk {
    /// When a process ends: at its next commit but `commitsBefore`.
    public record CrashPoint(int commitsBefore, boolean afterCommit) {}

    private static final String ROLLBACK = "ROLLBACK";
    private static final Set<String> READS = Set.of("SELECT", "PRAGMA", "WITH", "EXPLAIN");

    /// By statement: looking takes longer than running most of them.
    private static final Map<String, String> VERBS = new ConcurrentHashMap<>();

    private final List<Connection> real = new ArrayList<>();
    private final Consumer<Connection> committed;
    private final Runnable refused;
    private @Nullable CrashPoint crashPoint;
    private boolean full;
    private boolean dead;

    /// @param committed gets the real connection after each commit
    /// @param refused runs whenever the disk is found full
    public FragileDisk(Consumer<Connection> committed, Runnable refused) {
        this.committed = committed;
        this.refused = refused;
    }

    /// The same disk under the next process: as full as it was, and where a process was to end and
    /// none has yet, that one will.
    public FragileDisk forNextProcess() {
        FragileDisk next = new FragileDisk(committed, refused);
        next.full = full;
        next.crashPoint = crashPoint;
        return next;
    }

    /// The process will end there; null takes that back.
    public void crashAt(@Nullable CrashPoint point) {
        crashPoint = point;
    }

    public void setFull(boolean isFull) {
        full = isFull;
    }

    public boolean isFull() {
        return full;
    }

    /// The process ends now.
    public void die() {
        dead = true;
    }

    /// Lets the files go, as the system does for a process that has ended.
    void closeAll() {
        try {
            for (Connection connection : real) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isDead() {
        return dead;
    }

    /// A real connection that the process has open, for who wants to see what is on the disk.
    public Connection real() {
        return real.getLast();
    }

    Connection wrap(Connection connection) {
        real.add(connection);
        return (Connection) proxy(Connection.class, new OfConnection(connection, new boolean[1]));
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private void requireLife() {
        if (dead) {
            throw new Crash();
        }
    }

    /// What a process would undo next has no effect any more; it may think that it had.
    private void requireLifeFor(Object @Nullable [] arguments) {
        if (arguments == null || !ROLLBACK.equals(arguments[0])) {
            requireLife();
        }
    }

    private void requireRoom() throws SQLException {
        if (full) {
            refused.run();
            throw new SQLiteException(
                    "[SQLITE_FULL] the simulated disk is full", SQLiteErrorCode.SQLITE_FULL);
        }
    }

    private @Nullable Object commit(Connection connection, Call call) throws Throwable {
        requireRoom();
        CrashPoint point = crashPoint;
        boolean here = point != null && point.commitsBefore() == 0;
        if (point != null) {
            crashPoint =
                    here ? null : new CrashPoint(point.commitsBefore() - 1, point.afterCommit());
        }
        if (here && point != null && !point.afterCommit()) {
            die();
            throw new Crash();
        }
        Object result = call.run();
        committed.accept(connection);
        if (here) {
            die();
            throw new Crash();
        }
        return result;
    }

    private interface Call {
        @Nullable Object run() throws Throwable;
    }

    private static @Nullable Object invoke(
            Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private final class OfConnection implements InvocationHandler {
        private final Connection target;

        /// Whether a transaction was begun by a statement.
        private final boolean[] began;

        OfConnection(Connection target, boolean[] began) {
            this.target = target;
            this.began = began;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
                throws Throwable {
            switch (method.getName()) {
                case "close", "isClosed" -> {
                    return FragileDisk.invoke(target, method, arguments);
                }
                case "rollback" -> {
                    return dead ? null : FragileDisk.invoke(target, method, arguments);
                }
                case "prepareStatement" -> requireLifeFor(arguments);
                case "commit" -> {
                    requireLife();
                    return commit(target, () -> FragileDisk.invoke(target, method, arguments));
                }
                default -> requireLife();
            }
            Object result = FragileDisk.invoke(target, method, arguments);
            if (result instanceof PreparedStatement prepared && arguments != null) {
                return proxy(
                        PreparedStatement.class,
                        new OfStatement(prepared, target, began, (String) arguments[0]));
            }
            return result instanceof Statement statement
                    ? proxy(Statement.class, new OfStatement(statement, target, began, null))
                    : result;
        }
    }

    private final class OfStatement implements InvocationHandler {
        private final Statement target;
        private final Connection connection;
        private final boolean[] began;
        private final @Nullable String verb;

        OfStatement(
                Statement target, Connection connection, boolean[] began, @Nullable String sql) {
            this.target = target;
            this.connection = connection;
            this.began = began;
            this.verb = sql == null ? null : verb(sql);
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
                throws Throwable {
            String name = method.getName();
            if (!name.startsWith("execute")) {
                return FragileDisk.invoke(target, method, arguments);
            }
            if (dead && ROLLBACK.equals(verb)) {
                return 0;
            }
            requireLife();
            String what = verb != null || arguments == null ? verb : verb((String) arguments[0]);
            return execute(
                    what == null ? "" : what, () -> FragileDisk.invoke(target, method, arguments));
        }

        private @Nullable Object execute(String what, Call call) throws Throwable {
            switch (what) {
                case "BEGIN" -> began[0] = true;
                case ROLLBACK -> began[0] = false;
                case "COMMIT" -> {
                    Object result = commit(connection, call);
                    began[0] = false;
                    return result;
                }
                case "SAVEPOINT", "RELEASE" -> {}
                default -> {
                    if (!READS.contains(what)) {
                        requireRoom();
                        if (!began[0] && connection.getAutoCommit()) {
                            return commit(connection, call);
                        }
                    }
                }
            }
            return call.run();
        }
    }

    /// The first word of a statement.
    private static String verb(String sql) {
        return VERBS.computeIfAbsent(
                sql, text -> text.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT));
    }
}
