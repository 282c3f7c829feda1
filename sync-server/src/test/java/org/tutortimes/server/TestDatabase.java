package org.tutortimes.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/// A kind of database that tests run on.
public enum TestDatabase {
    SQLITE {
        @Override
        public String address(Path folder) {
            return "jdbc:sqlite:" + file(folder);
        }

        @Override
        public String migrated(Path folder) {
            TestSqlite.copyTo(file(folder));
            return address(folder);
        }

        private Path file(Path folder) {
            return folder.resolve("tutor-times.db");
        }

        // A connection that does not ask for them has no foreign keys.
        @Override
        String withoutRules() {
            return "PRAGMA foreign_keys = 0";
        }
    },
    POSTGRESQL {
        @Override
        public String address(Path folder) {
            return TestPostgres.databaseOf(folder);
        }

        @Override
        String withoutRules() {
            return "SET session_replication_role = replica";
        }
    };

    /// The address of the one database that belongs to a test's temporary folder, and goes with it.
    public abstract String address(Path folder);

    /// The same with the tables in it already, for tests of what comes after: to migrate takes
    /// longer than most of them.
    public String migrated(Path folder) {
        return address(folder);
    }

    abstract String withoutRules();

    /// Damages data as a fault of the disk or of a program would.
    public void byHandPastAllRules(Path folder, String... statements) {
        byHand(
                folder,
                Stream.concat(Stream.of(withoutRules()), Stream.of(statements))
                        .toArray(String[]::new));
    }

    /// What an operator does by hand: statements on a connection of its own, past all our code.
    public void byHand(Path folder, String... statements) {
        try (Connection connection = DriverManager.getConnection(address(folder));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The address of a new PostgreSQL database without tables.
    ///
    /// @param further such as an encoding, or nothing
    public static String emptyPostgres(String further) {
        return TestPostgres.emptyDatabase(further);
    }
}
