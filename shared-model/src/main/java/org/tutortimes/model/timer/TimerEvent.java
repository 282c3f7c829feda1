package org.tutortimes.model.timer;

import java.time.Instant;
import java.util.UUID;

/// One immutable fact about a timer session, as a device or the server wrote it down.
///
/// Source: design, timekeeping, "Events". Nothing is ever updated: a correction is a further event.
///
/// @param id UUIDv7, made by the writer; the idempotency key for ever
/// @param sessionId the timer session that the fact is about
/// @param deviceId the writer; the server has one id per database
/// @param seq the writer's own counter, rising with every event it writes
/// @param at UTC instant, in whole milliseconds, corrected by `clockOffsetMillis`
/// @param zone IANA zone of the writer, for display only
/// @param clockOffsetMillis the correction that is already in `at`
/// @param fact what happened
public record TimerEvent(
        UUID id,
        UUID sessionId,
        UUID deviceId,
        long seq,
        Instant at,
        String zone,
        long clockOffsetMillis,
        Fact fact) {}
