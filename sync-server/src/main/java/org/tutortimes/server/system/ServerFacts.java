package org.tutortimes.server.system;

import java.time.Instant;
import java.util.function.LongSupplier;

/// What the running program knows of itself.
///
/// @param version of the program
/// @param startedAt when it began to run
/// @param freeBytes on the disk of its data; less than 0 where that cannot be said
/// @param streams how many pages are open that are told of changes
/// @param readiness throws where the database or the disk does not answer
public record ServerFacts(
        String version,
        Instant startedAt,
        LongSupplier freeBytes,
        LongSupplier streams,
        Runnable readiness) {}
