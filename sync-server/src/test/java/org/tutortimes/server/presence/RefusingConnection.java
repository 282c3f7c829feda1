package org.tutortimes.server.presence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/// A connection to a database that takes no change of class sessions for a while.
final class RefusingConnection {

    private RefusingConnection() {}

    /// @param refuses asked for each such change
    static Connection around(Connection connection, BooleanSupplier refuses) {
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, given) -> {
                            if (method.getName().equals("prepareStatement")
                                    && given[0].toString().startsWith("UPDATE class_sessions")
                                    && refuses.getAsBoolean()) {
                                throw new SQLException("refused");
                            }
                            try {
                                return method.invoke(connection, given);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
