package org.tutortimes.desktop.store;

import java.sql.Connection;

/// The disk under the journal, which in a test may fail at any call.
@FunctionalInterface
public interface Disk {

    /// Gets the database's connection as it is opened, and may give another in its place.
    Connection opened(Connection connection);

    static Disk ofThisMachine() {
        return connection -> connection;
    }
}
