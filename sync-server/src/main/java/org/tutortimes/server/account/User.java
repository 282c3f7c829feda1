package org.tutortimes.server.account;

import org.tutortimes.model.account.SignedIn;
import org.tutortimes.model.account.SystemRole;

/// A person who may sign in.
public record User(long id, String username, String name, SystemRole systemRole, boolean active) {

    /// The user as the API gives it.
    SignedIn.User answer() {
        return new SignedIn.User(id, username, name, systemRole);
    }
}
