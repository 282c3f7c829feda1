package org.tutortimes.server.trouble;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tutortimes.server.TestDatabase;

/// What may be wrong below a database, as its driver tells it.
enum Trouble {
    DISK_FULL(SQLiteErrorCode.SQLITE_FULL, "53100"),
    OUT_OF_REACH(SQLiteErrorCode.SQLITE_IOERR, "08006");

    private final SQLiteErrorCode ofSqlite;
    private final String stateOfPostgres;

    Trouble(SQLiteErrorCode ofSqlite, String stateOfPostgres) {
        this.ofSqlite = ofSqlite;
        this.stateOfPostgres = stateOfPostgres;
    }

    SQLException on(TestDatabase kind) {
        return switch (kind) {
            case SQLITE -> new SQLiteException("made to fail by a test", ofSqlite);
            case POSTGRESQL -> new SQLException("made to fail by a test", stateOfPostgres);
        };
    }
}
