package org.tutortimes.server.bench;

import java.nio.ByteBuffer;

/// What one connection of the load asks, one request after the other, as the bytes that cross the
/// network.
interface Requests {

    /// Makes so many ahead, so that making them costs nothing while the clock runs.
    void prepare(int count);

    ByteBuffer next();

    /// Whether a good answer to one of them is what it should be.
    boolean isAnsweredBy(Answer answer);
}
