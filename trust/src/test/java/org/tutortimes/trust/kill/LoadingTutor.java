package org.tutortimes.trust.kill;

import java.io.IOException;
import org.tutortimes.trust.ServerFile;

/// A tutor who sends as fast as the server answers, and remembers every answer.
interface LoadingTutor extends AutoCloseable {

    /// One call, whose answer is judged and remembered.
    ///
    /// @throws IOException where no answer came, which may be because the server was killed
    void step(String server) throws IOException, InterruptedException;

    /// Looks for what was acknowledged since the last look.
    void assertNewKept(ServerFile file);

    /// Looks for all that was ever acknowledged.
    void assertAllKept(ServerFile file);

    /// How much that is.
    int acknowledged();

    @Override
    void close();
}
