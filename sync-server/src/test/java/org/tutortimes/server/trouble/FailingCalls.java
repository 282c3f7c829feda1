package org.tutortimes.server.trouble;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Stands between a server and its database, and lets calls fail where it is told to.
///
/// Statements that were prepared are kept, so a call that prepares one comes once and then no more,
/// and cannot be found again by its number: such calls are told apart by their SQL.
final class FailingCalls {

    private static final Set<String> RUNS =
            Set.of(
                    "execute",
                    "executeQuery",
                    "executeUpdate",
                    "executeLargeUpdate",
                    "executeBatch",
                    "next",
                    "commit");

    private static final Set<Class<?>> AROUND =
            Set.of(
                    CallableStatement.class,
                    PreparedStatement.class,
                    Statement.class,
                    ResultSet.class);

    private final Set<String> failedToPrepare = new HashSet<>();
    private @Nullable Plan plan;
    private int met;
    private boolean failed;
    private boolean broken;

    /// What is to fail.
    ///
    /// @param number of the call that runs something, from 1, or 0 for the next preparation of a
    ///   statement that has not failed yet
    /// @param persistently whether all that comes after it fails too
    record Plan(int number, boolean persistently, Supplier<SQLException> failure) {}

    synchronized void arm(Plan next) {
        plan = next;
        met = 0;
        failed = false;
        broken = false;
    }

    /// Whether any failed since the last plan.
    synchronized boolean failed() {
        return failed;
    }

    /// Lets all calls through again.
    synchronized void heal() {
        plan = null;
    }

    Connection around(Connection connection) {
        return around(Connection.class, connection);
    }

    private synchronized void meet(String method, @Nullable String sql) throws SQLException {
        if (plan == null || !isOfARequest()) {
            return;
        }
        boolean prepares = sql != null;
        if (!prepares && !RUNS.contains(method)) {
            return;
        }
        if (plan.number() == 0) {
            broken |= prepares && !failed && failedToPrepare.add(plan.persistently() + sql);
        } else {
            met += prepares ? 0 : 1;
            broken |= !failed && met == plan.number();
        }
        if (broken) {
            failed = true;
            broken = plan.persistently();
            throw plan.failure().get();
        }
    }

    /// What a pool, or what tells other processes, does in the background comes at any time, and no
    /// answer depends on it.
    private static boolean isOfARequest() {
        String thread = Thread.currentThread().getName();
        return thread.startsWith("JettyServerThreadPool") || thread.equals("database writer");
    }

    private <T> T around(Class<T> kind, Object target) {
        return kind.cast(
                Proxy.newProxyInstance(
                        kind.getClassLoader(),
                        new Class<?>[] {kind},
                        (_, method, given) -> call(target, method, given)));
    }

    private @Nullable Object call(Object target, Method method, Object @Nullable [] given)
            throws Throwable {
        boolean prepares = method.getName().equals("prepareStatement");
        meet(method.getName(), prepares && given != null ? String.valueOf(given[0]) : null);
        try {
            Object result = method.invoke(target, given);
            // Some drivers give one object in several roles: only that which was asked for counts.
            boolean further = AROUND.contains(method.getReturnType());
            return further && result != null ? around(method.getReturnType(), result) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
