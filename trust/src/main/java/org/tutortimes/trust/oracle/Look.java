package org.tutortimes.trust.oracle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// A question that is asked of a disk after each of its commits, and so prepared once for each of
/// its connections.
public final class Look {
    private final String sql;
    private final Map<Connection, PreparedStatement> prepared = new HashMap<>();

    public Look(String sql) {
        this.sql = sql;
    }

    /// The question, for who closes the answer.
    public PreparedStatement on(Connection disk) throws SQLException {
        PreparedStatement known = prepared.get(disk);
        if (known == null || known.isClosed()) {
            known = disk.prepareStatement(sql);
            prepared.put(disk, known);
        }
        return known;
    }
}
