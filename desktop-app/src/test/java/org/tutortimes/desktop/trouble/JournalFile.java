package org.tutortimes.desktop.trouble;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The journal as it lies on the disk, read past the program.
final class JournalFile implements AutoCloseable {
    private final Connection connection;

    JournalFile(Path folder) throws SQLException {
        this.connection =
                DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("tutor-times-desktop.db"));
    }

    /// An event: its id, and its kind with why it paused and how long it closed, such as `paused
    /// by_hand 40000`.
    record Line(String id, String text, boolean sent) {}

    List<Line> lines() throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                SELECT event_id, kind, COALESCE(body ->> 'reason', ''),
                                    COALESCE(body ->> 'worked_ms', ''), sent_at_ms IS NOT NULL
                                FROM journal ORDER BY seq
                                """)) {
            while (rows.next()) {
                String text =
                        "%s %s %s"
                                .formatted(rows.getString(2), rows.getString(3), rows.getString(4));
                lines.add(
                        new Line(
                                rows.getString(1),
                                text.replaceAll(" +", " ").strip(),
                                rows.getBoolean(5)));
            }
        }
        return lines;
    }

    List<String> texts() throws SQLException {
        return lines().stream().map(Line::text).toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
