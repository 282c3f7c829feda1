package org.tutortimes.desktop.trouble;

import java.sql.Connection;
import org.tutortimes.desktop.store.Disk;
import org.tutortimes.model.trouble.FailingConnection;
import org.tutortimes.model.trouble.NthCall;

/// A disk below the journal that fails at a call.
record FailingDisk(NthCall call) implements Disk {

    @Override
    public Connection opened(Connection connection) {
        return FailingConnection.around(connection, call);
    }
}
