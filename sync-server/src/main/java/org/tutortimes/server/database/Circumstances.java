package org.tutortimes.server.database;

import java.sql.Connection;
import java.util.function.UnaryOperator;

/// What a database works under, for those who make it hard for it.
///
/// @param connections gets each connection as it is opened, and may give one that fails in its
///   place
/// @param ownThread whether writes on SQLite are gathered by a thread of their own; otherwise each
///   is done by who asks for it
public record Circumstances(UnaryOperator<Connection> connections, boolean ownThread) {

    /// Those of every server.
    public static final Circumstances ORDINARY = new Circumstances(connection -> connection, true);
}
