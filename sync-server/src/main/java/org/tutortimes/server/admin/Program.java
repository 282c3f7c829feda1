package org.tutortimes.server.admin;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.importing.Editor;

/// Another program that brings data. It may bring all, but may not leave a server that nobody
/// administers.
final class Program implements Editor {

    private final Actor actor;
    private boolean hadAdmin;

    Program(Actor actor) {
        this.actor = actor;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public void begin(Handle handle) {
        hadAdmin = AdminUserStore.hasAdmin(handle);
    }

    @Override
    public void end(Handle handle) {
        if (hadAdmin && !AdminUserStore.hasAdmin(handle)) {
            throw new Refused(
                    new Refusal.WrongState(
                            "This would leave no administrator.", "last_admin", Map.of()));
        }
    }
}
