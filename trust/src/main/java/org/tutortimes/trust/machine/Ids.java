package org.tutortimes.trust.machine;

import java.util.Random;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// New ids as a program makes them.
public final class Ids {
    private Ids() {}

    /// Ids that are drawn, and bear the time.
    ///
    /// @param millis the clock that the program has
    public static Supplier<UUID> by(LongSupplier millis, Random random) {
        return () ->
                new UUID(
                        (millis.getAsLong() << 16) | 0x7000 | random.nextInt(0x1000),
                        0x8000000000000000L | (random.nextLong() >>> 2));
    }
}
