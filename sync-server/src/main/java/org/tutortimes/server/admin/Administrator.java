package org.tutortimes.server.admin;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.importing.Editor;

/// An administrator who changes something over HTTP. They must be one when the change is made, and
/// still be one after it: so nobody shuts themselves out, and the last one stays.
record Administrator(Caller caller) implements Editor {

    @Override
    public Actor actor() {
        return caller.actor();
    }

    @Override
    public void begin(Handle handle) {
        if (!AdminUserStore.isAdmin(handle, caller.userId())) {
            throw new Refused(new Refusal.Forbidden("Only administrators may do this.", "admin"));
        }
    }

    @Override
    public void end(Handle handle) {
        if (AdminUserStore.isAdmin(handle, caller.userId())) {
            return;
        }
        Map<String, Object> state = Map.of("id", caller.userId(), "system_role", "admin");
        throw new Refused(
                AdminUserStore.hasAdmin(handle)
                        ? new Refusal.WrongState(
                                "You cannot end your own administration. Ask another"
                                        + " administrator.",
                                "own_account",
                                state)
                        : new Refusal.WrongState(
                                "You are the last administrator. Make another one first.",
                                "last_admin",
                                state));
    }
}
