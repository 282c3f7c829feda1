package org.tutortimes.model.trouble;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Stands between a program and its SQLite, and lets a call fail as a full disk does.
public final class FailingConnection {
    private static final Set<String> COUNTED =
            Set.of(
                    "prepareStatement",
                    "execute",
                    "executeQuery",
                    "executeUpdate",
                    "executeLargeUpdate",
                    "executeBatch",
                    "next",
                    "commit");

    private static final String AS_THE_DRIVER_SAYS_IT =
            SQLiteErrorCode.SQLITE_FULL + " (made to fail by a test)";

    private static final Set<Class<?>> AROUND =
            Set.of(Statement.class, PreparedStatement.class, ResultSet.class);

    private final NthCall call;

    private FailingConnection(NthCall call) {
        this.call = call;
    }

    /// The connection as a program gets it.
    public static Connection around(Connection connection, NthCall call) {
        return (Connection) new FailingConnection(call).around(Connection.class, connection);
    }

    private Object around(Class<?> kind, Object target) {
        return Proxy.newProxyInstance(
                kind.getClassLoader(),
                new Class<?>[] {kind},
                (_, method, given) -> pass(target, method, given));
    }

    private @Nullable Object pass(Object target, Method method, Object @Nullable [] given)
            throws Throwable {
        if (fails(method.getName(), given)) {
            throw new SQLiteException(AS_THE_DRIVER_SAYS_IT, SQLiteErrorCode.SQLITE_FULL);
        }
        try {
            Object result = method.invoke(target, given);
            boolean further = AROUND.contains(method.getReturnType());
            return further && result != null ? around(method.getReturnType(), result) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException cause ? cause : e;
        }
    }

    /// A transaction begins and ends by these too. Its end never fails alone: by then it is
    /// committed or has failed already.
    private boolean fails(String method, Object @Nullable [] given) {
        boolean begins =
                method.equals("setAutoCommit") && given != null && Boolean.FALSE.equals(given[0]);
        if (COUNTED.contains(method) || begins) {
            return call.next();
        }
        return (method.equals("rollback") || method.equals("setAutoCommit")) && call.follows();
    }
}
