package org.tutortimes.server.database;

import java.util.function.Consumer;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/// Tells the text of every statement before it runs, whichever way it is run. Nobody listens but
/// the test that asks the database how it would look each of them up.
final class StatementWatch implements SqlLogger {

    private static volatile Consumer<String> listener = _ -> {};

    /// Replaces who listens; statements of several threads come at once.
    static void listen(Consumer<String> next) {
        listener = next;
    }

    static void runs(String sql) {
        listener.accept(sql);
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        runs(context.getParsedSql().getSql());
    }
}
