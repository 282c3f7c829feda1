package org.tutortimes.server.importing;

import org.jdbi.v3.core.Handle;
import org.tutortimes.server.access.Actor;

/// Who changes users, units and what belongs to them, and the limits that they are held to.
public interface Editor {

    /// Whoever may run commands on the server's own computer may do everything.
    Editor OPERATOR = () -> Actor.OPERATOR;

    /// As the audit log names them.
    Actor actor();

    /// Whether they may give passwords, and make, change and unmake administrators.
    default boolean decidesOnAccess() {
        return true;
    }

    /// Refuses who may not do this. Runs inside the transaction, before anything is decided.
    default void begin(Handle handle) {}

    /// Refuses what the change would leave behind. Runs inside the transaction, after all is
    /// written.
    default void end(Handle handle) {}
}
