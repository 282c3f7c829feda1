package org.tutortimes.trust.simulation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.tutortimes.trust.oracle.Look;
import org.tutortimes.trust.oracle.Recorded;
import org.tutortimes.trust.oracle.Witness;

/// Reads a journal's new rows right after each commit, past the program that wrote them.
final class JournalReader {
    private final World world;
    private final Witness witness;
    private final Look newRows =
            new Look(
                    """
                    SELECT position, body, sent_at_ms IS NULL
                    FROM journal WHERE position > ? ORDER BY position
                    """);
    private long position;

    JournalReader(World world, Witness witness) {
        this.world = world;
        this.witness = witness;
    }

    /// How far it has read.
    long position() {
        return position;
    }

    /// Another copy of the journal lies there now, as far as this.
    void goTo(long reached) {
        position = reached;
    }

    void read(Connection disk) {
        try {
            PreparedStatement statement = newRows.on(disk);
            statement.setLong(1, position);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read(rows);
                }
            }
            witness.committed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(ResultSet row) throws SQLException {
        position = row.getLong(1);
        if (row.getBoolean(3)) {
            Recorded event = Recorded.of(row.getString(2));
            world.story().count("event", event.kind() + " " + event.reason());
            witness.wrote(event, world.now());
        }
    }
}
