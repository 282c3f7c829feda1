package org.tutortimes.server.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.SampleData;

/// Requests as a device makes them: it counts its events and knows the session that it times.
final class Wire {

    private final UUID device = UUID.randomUUID();
    private long seq;

    UUID device() {
        return device;
    }

    TimerEvent started(UUID session, String at) {
        return started(session, at, SampleData.TIAS_ROLE, SampleData.TASK);
    }

    TimerEvent started(UUID session, String at, long unitRoleId, long taskId) {
        return event(
                session,
                at,
                new Fact.Started(unitRoleId, new MarkingTarget.OneTask(taskId), false));
    }

    TimerEvent paused(TimerEvent opener, String at, long workedMillis) {
        return event(
                opener.sessionId(),
                at,
                new Fact.Paused(PauseReason.BY_HAND, new Fact.Closing(opener.id(), workedMillis)));
    }

    TimerEvent completed(TimerEvent opener, String at, long workedMillis) {
        return event(
                opener.sessionId(),
                at,
                new Fact.Completed(new Fact.Closing(opener.id(), workedMillis), null));
    }

    TimerEvent event(UUID session, String at, Fact fact) {
        return new TimerEvent(
                UUID.randomUUID(),
                session,
                device,
                ++seq,
                Instant.parse(at),
                "Australia/Melbourne",
                0,
                fact);
    }

    String request(TimerEvent... events) {
        return request(0, null, events);
    }

    String request(long since, @Nullable String reference, TimerEvent... events) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("device_id", device.toString());
        body.put("client_version", "1.0.0");
        body.put("sent_at", "2026-08-03T09:00:00.000Z");
        body.put("since", since);
        body.put("reference", reference);
        var list = body.putArray("events");
        for (TimerEvent event : events) {
            list.add(EventCodec.encode(event));
        }
        return Json.write(body);
    }
}
