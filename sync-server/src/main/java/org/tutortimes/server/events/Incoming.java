package org.tutortimes.server.events;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.FactKind;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;

/// A well-formed event, made ready for storage before the transaction begins.
///
/// @param at milliseconds since 1970, or null for an unknown kind
/// @param body its canonical text, or for an unknown kind the text as it came
/// @param event what it says, or null for an unknown kind
record Incoming(
        String id,
        String sessionId,
        String deviceId,
        long seq,
        String kind,
        @Nullable Long at,
        String body,
        @Nullable TimerEvent event) {

    static Incoming of(TimerEvent event) {
        return new Incoming(
                text(event.id()),
                text(event.sessionId()),
                text(event.deviceId()),
                event.seq(),
                FactKind.of(event.fact()).wireName(),
                event.at().toEpochMilli(),
                Json.write(EventCodec.encode(event)),
                event);
    }

    static Incoming of(DecodedEvent.UnknownKind unknown) {
        return new Incoming(
                text(unknown.id()),
                text(unknown.sessionId()),
                text(unknown.deviceId()),
                unknown.seq(),
                unknown.kind(),
                null,
                Json.write(unknown.tree()),
                null);
    }

    private static String text(UUID id) {
        return id.toString().toLowerCase(Locale.ROOT);
    }
}
