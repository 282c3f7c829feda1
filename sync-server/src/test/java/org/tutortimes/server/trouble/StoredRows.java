package org.tutortimes.server.trouble;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tutortimes.server.TestDatabase;

/// All rows of all tables, looked at past the server.
final class StoredRows implements AutoCloseable {

    /// What is made up anew in each run: ids that no request names, tokens, and the server's own
    /// count, which on PostgreSQL has a gap where a transaction was undone.
    private static final Pattern MADE_UP =
            Pattern.compile(
                    "(?!00000000-)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=marking_sessions"
                        + " )id=\\d+|marking_session_id\"?[=:]\\d+"
                        + "|ip_address\\w*=\\S+|address_key_id=\\S+"
                        + "|[0-9a-f]{64}|\"auth_token\":\"[^\"]+\"|\"seq\":\\d+|\\bseq=\\d+|last_seq=\\d+");

    private final Connection connection;
    private final List<String> tables;
    private final Path kept;

    StoredRows(TestDatabase kind, Path folder) throws SQLException {
        this.connection = DriverManager.getConnection(kind.address(folder));
        this.tables = tables(connection);
        this.kept = folder.resolve("kept.db");
    }

    /// Every row as it is.
    List<String> exactly() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : tables) {
            for (String row : rows("SELECT * FROM " + table)) {
                rows.add(table + " " + row);
            }
        }
        rows.sort(null);
        return rows;
    }

    /// Every row without what differs from run to run.
    static List<String> comparable(List<String> rows) {
        return rows.stream().map(StoredRows::comparable).sorted().toList();
    }

    static String comparable(String text) {
        return MADE_UP.matcher(text).replaceAll("…");
    }

    /// SQLite only: keeps everything as it is now.
    void keep() throws SQLException {
        execute("backup to " + kept);
    }

    /// SQLite only: everything is again as it was kept, under the server that has it open.
    void bringBack() throws SQLException {
        execute("restore from " + kept);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found =
                connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        tables.removeIf(table -> table.startsWith("flyway") || table.startsWith("sqlite_"));
        // That a device was heard of is true whatever becomes of its request, and the server, which
        // knows it, does not write it again once the rows are brought back.
        tables.remove("device_contacts");
        return tables;
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    row.append(found.getMetaData().getColumnName(column))
                            .append('=')
                            .append(found.getString(column))
                            .append(' ');
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
