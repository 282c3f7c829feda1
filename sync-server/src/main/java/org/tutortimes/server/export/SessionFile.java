package org.tutortimes.server.export;

import java.io.IOException;

/// A file of sessions that is written while they are read, and keeps none of them.
///
/// It is ended only when all is well: what breaks off must not look whole.
interface SessionFile {

    void add(ExportedSession session) throws IOException;

    /// Writes what comes after the sessions, and whatever was held back.
    void end() throws IOException;
}
