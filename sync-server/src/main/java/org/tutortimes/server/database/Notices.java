package org.tutortimes.server.database;

import java.util.Set;
import java.util.function.Consumer;

/// What the processes of one database tell each other. Nobody waits for it, and what is told can be
/// lost with a connection: then everybody is told that something was missed.
interface Notices extends AutoCloseable {

    /// For a database that one process serves.
    Notices NONE =
            new Notices() {
                @Override
                public void tell(Set<String> topics) {}

                @Override
                public void listen(Consumer<Set<String>> heard, Runnable missed) {}

                @Override
                public void close() {}
            };

    /// Tells the other processes that something of these topics was committed.
    void tell(Set<String> topics);

    /// Listens to the other processes until it is closed.
    ///
    /// @param missed runs where something may have been told that did not arrive
    void listen(Consumer<Set<String>> heard, Runnable missed);

    @Override
    void close();
}
