package org.tutortimes.trust.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A desk's journal as it lies on its disk.
public final class DeskState {
    private final Map<String, Row> rows = new TreeMap<>();

    /// A row of the journal.
    ///
    /// @param answer `held`, `refused`, or empty
    /// @param code of the answer, or empty
    public record Row(Recorded event, String account, boolean sent, String answer, String code) {
        public boolean waits() {
            return !sent && answer.isEmpty();
        }
    }

    public static DeskState read(Connection disk) {
        DeskState state = new DeskState();
        try (Statement statement = disk.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                SELECT event_id, body, account_id, sent_at_ms IS NOT NULL,
                                    COALESCE(answer, ''), COALESCE(answer_code, '')
                                FROM journal
                                """)) {
            while (row.next()) {
                state.rows.put(
                        row.getString(1),
                        new Row(
                                Recorded.of(row.getString(2)),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getString(5),
                                row.getString(6)));
            }
            return state;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Map<String, Row> rows() {
        return rows;
    }

    public List<Row> waiting() {
        return rows.values().stream().filter(Row::waits).toList();
    }
}
