package org.tutortimes.server.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.SystemRole;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importing.RowEdit;

/// Everybody who is known to the server, in the hands of administrators.
public final class Users {

    private final Database database;
    private final RowEdit rows;

    public Users(Database database, RowEdit rows) {
        this.database = database;
        this.rows = rows;
    }

    List<UserAnswer> list(AdminUserStore.Filter filter, @Nullable String afterUsername, int limit) {
        return database.read(handle -> AdminUserStore.list(handle, filter, afterUsername, limit));
    }

    /// Those whose names begin so, by user name.
    ///
    /// @param words how any of their names begins; null for everybody
    /// @param role only those who have it, where it is given
    /// @param active only those who are, or are not
    public List<UserAnswer> found(
            @Nullable String words,
            @Nullable SystemRole role,
            @Nullable Boolean active,
            @Nullable String afterUsername,
            int limit) {
        return list(new AdminUserStore.Filter(null, words, role, active), afterUsername, limit);
    }

    public UserAnswer one(long id) {
        return database.read(handle -> AdminUserStore.one(handle, id))
                .orElseThrow(() -> new Refused(new Refusal.NotFound("user")));
    }

    /// Adds somebody.
    ///
    /// @param fields of the import's columns
    public UserAnswer add(Caller caller, ObjectNode fields) {
        return one(rows.add(ImportList.USERS, fields, new Administrator(caller)).asLong());
    }

    /// Changes the fields that are given, and no others.
    public UserAnswer change(Caller caller, long id, ObjectNode fields) {
        rows.change(ImportList.USERS, id, fields, new Administrator(caller));
        return one(id);
    }
}
