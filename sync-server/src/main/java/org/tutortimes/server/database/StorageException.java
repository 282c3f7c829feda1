package org.tutortimes.server.database;

import java.sql.SQLException;

/// The database failed at a statement.
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StorageException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
