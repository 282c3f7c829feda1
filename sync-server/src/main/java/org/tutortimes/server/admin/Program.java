package org.tutortimes.server.admin;

import org.tutortimes.server.access.Actor;
import org.tutortimes.server.importing.Editor;

/// Another program that brings data. Who has a say on the server is not for it to decide.
record Program(Actor actor) implements Editor {

    @Override
    public boolean decidesOnAccess() {
        return false;
    }
}
