package org.tutortimes.server.database;

import java.io.PrintWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.tutortimes.server.StartFailure;

/// Brings the tables of a database up to date, and tells a foreign or newer one from ours.
final class Migrations {

    private Migrations() {}

    /// Makes the tables, or brings them up to date.
    static void run(Dialect dialect) {
        try {
            Flyway flyway = flyway(dialect);
            refuseNewer(flyway.info());
            flyway.migrate();
        } catch (FlywayException e) {
            throw failure(e);
        }
    }

    /// Refuses a database whose tables are not those of this version.
    static void requireCurrent(Dialect dialect) {
        try {
            MigrationInfoService info = flyway(dialect).info();
            refuseNewer(info);
            if (info.pending().length > 0) {
                throw new StartFailure(
                        "The database is of an older version, or of another program. Start the"
                                + " server once to bring it up to date.");
            }
        } catch (FlywayException e) {
            throw failure(e);
        }
    }

    private static Flyway flyway(Dialect dialect) {
        return Flyway.configure()
                .dataSource(new OpenedFor(dialect))
                .locations("classpath:db/migration/common", "classpath:db/migration/sqlite")
                .load();
    }

    private static void refuseNewer(MigrationInfoService info) {
        MigrationInfo current = info.current();
        if (current != null && isNewer(current)) {
            throw new StartFailure(
                    "The database was written by a newer version of this program (its schema is"
                            + " %s). Use that version, or restore a backup."
                                    .formatted(current.getVersion()));
        }
    }

    private static boolean isNewer(MigrationInfo current) {
        return current.getState().isApplied() && !current.getState().isResolved();
    }

    /// The failure to open a database as one plain sentence.
    static StartFailure failure(RuntimeException failure) {
        if (failure instanceof StartFailure told) {
            return told;
        }
        StringBuilder causes = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.append(cause.getMessage()).append('\n');
        }
        return new StartFailure(sentence(causes.toString()), failure);
    }

    private static String sentence(String causes) {
        if (causes.contains("SQLITE_NOTADB") || causes.contains("SQLITE_CORRUPT")) {
            return "The database file is damaged, or is no database. Put it aside and restore a"
                    + " backup.";
        }
        if (causes.contains("non-empty schema")) {
            return "The database belongs to another program: it has tables, and not ours.";
        }
        if (causes.contains("SQLITE_FULL")) {
            return "The disk is full.";
        }
        if (causes.contains("SQLITE_READONLY") || causes.contains("SQLITE_CANTOPEN")) {
            return "The database file cannot be opened for writing.";
        }
        return "The database cannot be opened: " + causes.lines().findFirst().orElse("");
    }

    /// The one thing that Flyway needs of a data source.
    private record OpenedFor(Dialect dialect) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return dialect.openWriter();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(Writer.nullWriter());
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
