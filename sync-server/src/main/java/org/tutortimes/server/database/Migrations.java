package org.tutortimes.server.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.tutortimes.server.StartFailure;

/// Brings the tables of a database up to date, and tells a foreign or newer one from ours.
final class Migrations {

    private static final String OF_ANOTHER_PROGRAM =
            "The database belongs to another program: it has tables, and not ours.";

    private static final String EMPTY =
            "There is nothing in the database yet. Import a unit or start the server, which makes"
                    + " its tables.";

    private Migrations() {}

    /// Makes the tables, or brings them up to date.
    static void run(Dialect dialect) {
        try (Dialect.Turn _ = dialect.takeTurn()) {
            Flyway flyway = flyway(dialect);
            refuseNewer(flyway.info());
            flyway.migrate();
        } catch (FlywayException | StorageException e) {
            throw failure(dialect, e);
        }
    }

    /// Refuses a database whose tables are not those of this version.
    static void requireCurrent(Dialect dialect) {
        try {
            MigrationInfoService info = flyway(dialect).info();
            refuseNewer(info);
            if (info.applied().length == 0) {
                throw new StartFailure(hasTables(dialect) ? OF_ANOTHER_PROGRAM : EMPTY);
            }
            if (info.pending().length > 0) {
                throw new StartFailure(
                        "The database is of an older version. Start the server once to bring it up"
                                + " to date.");
            }
        } catch (FlywayException e) {
            throw failure(dialect, e);
        } catch (SQLException e) {
            throw failure(dialect, new StorageException(e));
        }
    }

    private static boolean hasTables(Dialect dialect) throws SQLException {
        try (Connection connection = dialect.openForMigration();
                ResultSet tables =
                        connection
                                .getMetaData()
                                .getTables(
                                        null,
                                        connection.getSchema(),
                                        "%",
                                        new String[] {"TABLE"})) {
            return tables.next();
        }
    }

    private static Flyway flyway(Dialect dialect) {
        return Flyway.configure()
                .dataSource(new OpenedBy(dialect::openForMigration))
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + dialect.migrations())
                .placeholders(Map.of("json", dialect.jsonType()))
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
    static StartFailure failure(Dialect dialect, RuntimeException failure) {
        if (failure instanceof StartFailure told) {
            return told;
        }
        StringBuilder causes = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.append(cause.getMessage()).append('\n');
        }
        return new StartFailure(sentence(dialect, failure, causes.toString()), failure);
    }

    private static String sentence(Dialect dialect, RuntimeException failure, String causes) {
        if (causes.contains("non-empty schema")) {
            return OF_ANOTHER_PROGRAM;
        }
        String known = dialect.startFailure(failure, causes);
        return known.isEmpty()
                ? "The database cannot be opened: " + causes.lines().findFirst().orElse("")
                : known;
    }
}
