package org.tutortimes.server.totals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.TestServer;

/// A session that a device of its own recorded without the network.
///
/// @param segments when the timer ran, at least one, in order
/// @param end how it ended
public record RecordedSession(
        UUID id,
        long unitRoleId,
        MarkingTarget target,
        List<Segment> segments,
        @Nullable Integer submissions,
        End end) {

    public enum End {
        COMPLETED,
        PAUSED,
        DELETED
    }

    public RecordedSession {
        segments = List.copyOf(segments);
    }

    /// A completed one of a single segment.
    public static RecordedSession of(
            long unitRoleId, MarkingTarget target, String start, String end) {
        return new RecordedSession(
                UUID.randomUUID(),
                unitRoleId,
                target,
                List.of(new Segment(Instant.parse(start), Instant.parse(end))),
                null,
                End.COMPLETED);
    }

    boolean isCompleted() {
        return end == End.COMPLETED;
    }

    Instant start() {
        return segments.getFirst().start();
    }

    /// Sends it to the server, as its tutor's device would.
    public void send(TestServer server, String username) {
        UUID device = new UUID(id.getLeastSignificantBits(), id.getMostSignificantBits());
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("device_id", device.toString());
        body.put("client_version", "1.0.0");
        body.put("sent_at", Json.text(start()));
        body.put("since", 1_000_000);
        var list = body.putArray("events");
        events(device).forEach(event -> list.add(EventCodec.encode(event)));
        for (var result :
                server.post(username, "/api/sync", Json.write(body)).body().path("results")) {
            if (!result.path("status").asText().equals("stored")) {
                throw new AssertionError(result.toString());
            }
        }
    }

    private List<TimerEvent> events(UUID device) {
        List<TimerEvent> events = new ArrayList<>();
        for (int index = 0; index < segments.size(); index++) {
            Segment segment = segments.get(index);
            boolean last = index == segments.size() - 1;
            Fact opening =
                    index == 0 ? new Fact.Started(unitRoleId, target, false) : new Fact.Resumed();
            TimerEvent opener = event(events, device, segment.start(), opening);
            Fact.Closing closing = new Fact.Closing(opener.id(), segment.millis());
            event(
                    events,
                    device,
                    segment.end(),
                    last && end != End.PAUSED
                            ? new Fact.Completed(closing, submissions)
                            : new Fact.Paused(PauseReason.BY_HAND, closing));
        }
        if (end == End.DELETED) {
            event(events, device, segments.getLast().end(), new Fact.Deleted(null));
        }
        return events;
    }

    private TimerEvent event(List<TimerEvent> events, UUID device, Instant at, Fact fact) {
        TimerEvent event =
                new TimerEvent(
                        UUID.randomUUID(), id, device, events.size() + 1, at, "UTC", 0, fact);
        events.add(event);
        return event;
    }
}
