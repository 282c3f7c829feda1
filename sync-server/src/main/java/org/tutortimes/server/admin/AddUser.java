package org.tutortimes.server.admin;

import org.tutortimes.model.account.SystemRole;
import org.tutortimes.server.StartFailure;
import org.tutortimes.server.account.Passwords;
import org.tutortimes.server.account.UserStore;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.importing.Column;
import org.tutortimes.server.importing.ImportList;
import org.tutortimes.server.importing.ImportStore;

/// Adds a user who can sign in at once.
public final class AddUser {

    private final Database database;
    private final Passwords passwords;

    public AddUser(Database database, Passwords passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    /// Adds a user under the next free id of this server's own range.
    ///
    /// @return the id
    /// @throws StartFailure where the name is taken, or name or password are none
    public long run(String username, String name, SystemRole role, String password) {
        Column column = ImportList.USERS.stored("username");
        String plain =
                column.kind()
                        .read(username)
                        .orElseThrow(() ->
                                new StartFailure(
                                        "The user name must be %s."
                                                .formatted(column.kind().wanted())))
                        .toString();
        if (ImportList.PASSWORD.kind().read(password).isEmpty()) {
            throw new StartFailure(
                    "The password must be %s.".formatted(ImportList.PASSWORD.kind().wanted()));
        }
        String hash = passwords.hash(password);
        return database.write(handle -> {
            if (new ImportStore(handle).hasUsername(plain)) {
                throw new StartFailure("There is a user %s already.".formatted(plain));
            }
            return UserStore.add(handle, plain, name, role, hash);
        });
    }
}
