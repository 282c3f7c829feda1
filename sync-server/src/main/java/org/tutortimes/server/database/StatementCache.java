package org.tutortimes.server.database;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/// Keeps the prepared statements of one long-lived connection. Preparing takes longer than running
/// most of our statements. Used by one thread at a time, as its connection is.
///
/// A statement is taken out while it is in use, so the same SQL may run inside itself.
final class StatementCache implements StatementBuilder {

    /// The SQL of the program is a fixed set; this only bounds SQL that is put together by size,
    /// such as lists of ids.
    private static final int MOST_STATEMENTS = 256;

    private final Map<String, PreparedStatement> idle = new HashMap<>();

    PreparedStatement take(Connection connection, String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        return kept != null ? kept : connection.prepareStatement(sql);
    }

    void giveBack(String sql, PreparedStatement statement) throws SQLException {
        if (!isUsable(statement)
                || idle.size() >= MOST_STATEMENTS
                || idle.putIfAbsent(sql, statement) != null) {
            statement.close();
        }
    }

    /// SQLite's driver ends a statement that failed, as on a full disk, and yet does not call it
    /// closed: kept, it would fail for ever.
    private static boolean isUsable(PreparedStatement statement) {
        try {
            // What an unfinished statement has locked must not outlive its use.
            statement.clearParameters();
            // Nor must rows of a batch that came to nothing run with the next one's.
            statement.clearBatch();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return connection.createStatement();
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return take(connection, sql);
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return connection.prepareCall(sql);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        if (statement instanceof PreparedStatement prepared && !statement.isClosed()) {
            giveBack(sql, prepared);
        } else {
            statement.close();
        }
    }

    @Override
    public void close(Connection connection) {
        idle.clear();
    }
}
