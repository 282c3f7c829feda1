package org.tutortimes.desktop.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what is left of a damaged database, row by row from both ends towards the damage.
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    // Events that were written and cannot be read had numbers too; none may be given out again.
    private static final long NUMBERS_LEFT_OUT = 1_000_000;
    // Between the ends, rows are looked up one by one; a hole this large is the end of them.
    private static final int MOST_MISSED = 20_000;

    private final Path file;
    private final Handle fresh;
    private long saved;

    Salvage(Path file, Handle fresh) {
        this.file = file;
        this.fresh = fresh;
    }

    void run() {
        try (Connection damaged = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            copySmall(damaged, "device", List.of("only", "device_id", "seq_before"));
            copySmall(damaged, "settings", List.of("name", "value"));
            copySmall(
                    damaged,
                    "accounts",
                    List.of("account_id", "server", "user_id", "username", "name"));
            copySmall(
                    damaged,
                    "heartbeat",
                    List.of("only", "session_id", "opened_by", "worked_ms", "at_ms"));
            copyJournal(damaged);
        } catch (SQLException e) {
            LOG.warn("Nothing more can be read of the damaged file", e);
        }
        fresh.execute(
                """
                UPDATE device SET seq_before = ? + MAX(
                    seq_before,
                    (SELECT COALESCE(MAX(seq), 0) FROM journal
                     WHERE journal.device_id = device.device_id))
                """,
                NUMBERS_LEFT_OUT);
        LOG.warn("{} events were read from the damaged file", saved);
    }

    private void copySmall(Connection damaged, String table, List<String> columns) {
        String names = String.join(", ", columns);
        try (PreparedStatement query =
                        damaged.prepareStatement("SELECT " + names + " FROM " + table);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                insert(table, columns, rows);
            }
        } catch (SQLException e) {
            LOG.warn("The damaged table {} was left out", table, e);
        }
    }

    private void copyJournal(Connection damaged) {
        long low = scan(damaged, "position > ? ORDER BY position", 0);
        long high = scan(damaged, "position < ? ORDER BY position DESC", Long.MAX_VALUE);
        int missed = 0;
        boolean anything = saved > 0 && low != Long.MAX_VALUE && high != 0;
        for (long position = low + 1;
                anything && position < high && missed < MOST_MISSED;
                position++) {
            long before = saved;
            scan(damaged, "position = ?", position);
            missed = saved > before ? 0 : missed + 1;
        }
    }

    /// Reads on until the damage, and says where that was.
    private long scan(Connection damaged, String where, long from) {
        long reached = from;
        String sql = "SELECT " + String.join(", ", JOURNAL) + " FROM journal WHERE " + where;
        try (PreparedStatement query = damaged.prepareStatement(sql)) {
            query.setLong(1, from);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    insert("journal", JOURNAL, rows);
                    reached = rows.getLong("position");
                    saved++;
                }
            }
            return from == 0 ? Long.MAX_VALUE : 0;
        } catch (SQLException _) {
            return reached;
        }
    }

    private static final List<String> JOURNAL =
            List.of(
                    "position",
                    "event_id",
                    "account_id",
                    "session_id",
                    "device_id",
                    "seq",
                    "kind",
                    "at_ms",
                    "body",
                    "sent_at_ms",
                    "answer",
                    "answer_code",
                    "answer_message");

    private void insert(String table, List<String> columns, ResultSet row) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = row.getObject(columns.get(column));
        }
        String places = String.join(", ", Collections.nCopies(values.length, "?"));
        // The device's own row stands there already, and a row may be met from both ends.
        try {
            fresh.execute(
                    "INSERT OR REPLACE INTO %s (%s) VALUES (%s)"
                            .formatted(table, String.join(", ", columns), places),
                    values);
        } catch (JdbiException e) {
            LOG.warn("A row of the damaged table {} makes no sense and was left out", table, e);
        }
    }
}
