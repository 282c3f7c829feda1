package org.tutortimes.server.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of one table, written many at a time.
final class Rows implements AutoCloseable {

    private static final int AT_A_TIME = 1_000;

    private final PreparedStatement statement;
    private final List<Rows> before;
    private int waiting;

    /// @param table with its columns, such as `users (id, name)`
    /// @param before those that these refer to, which are written first
    Rows(Connection connection, String table, Rows... before) throws SQLException {
        this.before = List.of(before);
        int columns = table.split(",", -1).length;
        this.statement =
                connection.prepareStatement(
                        "INSERT INTO %s VALUES (%s)"
                                .formatted(
                                        table,
                                        String.join(", ", Collections.nCopies(columns, "?"))));
    }

    void add(@Nullable Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
        statement.addBatch();
        waiting++;
        if (waiting == AT_A_TIME) {
            flush();
        }
    }

    private void flush() throws SQLException {
        if (waiting == 0) {
            return;
        }
        for (Rows each : before) {
            each.flush();
        }
        statement.executeBatch();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        flush();
        statement.close();
    }
}
