package org.tutortimes.desktop.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/// Looks at a database file before anything is written to it.
final class SchemaCheck {
    static final int APPLICATION_ID = 1_414_809_933;

    /// The version that the newest migration sets.
    static final int VERSION = 1;

    private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    enum Finding {
        NEW,
        CURRENT,
        OLDER,
        CORRUPT
    }

    private SchemaCheck() {}

    /// What the file is.
    ///
    /// @param thoroughly whether to look at every page
    /// @throws StorageFailure where the file is somebody else's, or a newer program's
    static Finding examine(Path file, boolean thoroughly) {
        try {
            if (Files.notExists(file) || Files.size(file) == 0) {
                return Finding.NEW;
            }
            if (!startsLikeDatabase(file)) {
                return Finding.CORRUPT;
            }
        } catch (IOException e) {
            throw new StorageFailure("The file " + file + " cannot be read.", e);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return look(connection, file, thoroughly);
        } catch (SQLException e) {
            if (StorageFailure.isCorruption(e)) {
                return Finding.CORRUPT;
            }
            throw new StorageFailure(StorageFailure.sentence(e), e);
        }
    }

    private static boolean startsLikeDatabase(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(HEADER, in.readNBytes(HEADER.length));
        }
    }

    private static Finding look(Connection connection, Path file, boolean thoroughly)
            throws SQLException {
        if (number(connection, "SELECT COUNT(*) FROM sqlite_master") == 0) {
            return Finding.NEW;
        }
        if (number(connection, "PRAGMA application_id") != APPLICATION_ID) {
            throw new StorageFailure(
                    "The file %s belongs to another program; choose another data folder."
                            .formatted(file));
        }
        int version = number(connection, "PRAGMA user_version");
        if (version > VERSION) {
            throw new StorageFailure(
                    "The file %s was written by a newer Tutor Times; update this program."
                            .formatted(file));
        }
        if (thoroughly && !"ok".equals(text(connection, "PRAGMA quick_check(1)"))) {
            return Finding.CORRUPT;
        }
        return version == VERSION ? Finding.CURRENT : Finding.OLDER;
    }

    private static int number(Connection connection, String sql) throws SQLException {
        return Integer.parseInt(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "0";
        }
    }
}
