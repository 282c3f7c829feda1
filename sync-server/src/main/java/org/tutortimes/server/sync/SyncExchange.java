package org.tutortimes.server.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.sync.EventResult;
import org.tutortimes.model.sync.SyncAnswer;
import org.tutortimes.model.sync.SyncRequest;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.events.EventStore;

/// One synchronisation: takes what the device has, gives what it lacks. The answer is built in the
/// transaction that stores the events, and leaves only once that is durable.
public final class SyncExchange {

    private static final int MOST_SENT = 500;

    private final Database database;
    private final EventInbox inbox;
    private final Clock clock;

    public SyncExchange(Database database, EventInbox inbox, Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.clock = clock;
    }

    public SyncAnswer answer(Caller caller, SyncRequest request) {
        List<DecodedEvent> events = request.events().stream().map(EventCodec::decode).toList();
        if (events.isEmpty()) {
            return database.read(handle -> answer(handle, caller, request, List.of()));
        }
        return database.write(handle ->
                answer(handle, caller, request, inbox.receive(handle, caller, events, now())));
    }

    private SyncAnswer answer(
            Handle handle, Caller caller, SyncRequest request, List<EventResult> results) {
        Set<String> justSent =
                results.stream()
                        .filter(result -> result.status() != EventResult.Status.REFUSED)
                        .map(EventResult::id)
                        .collect(Collectors.toSet());
        EventStore.Lacked lacked =
                EventStore.after(handle, caller.userId(), request.since(), justSent, MOST_SENT + 1);
        List<EventStore.Sent> found = lacked.events();
        boolean more = found.size() > MOST_SENT;
        List<EventStore.Sent> sent = more ? found.subList(0, MOST_SENT) : found;
        long next = more ? sent.getLast().revision() : lacked.latest();
        return new SyncAnswer(
                now(),
                results,
                sent.stream().map(event -> asStored(event.body())).toList(),
                next,
                more,
                ReferenceData.since(handle, caller.userId(), request.reference()));
    }

    /// The stored text goes out as it is.
    private static JsonNode asStored(String body) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(body));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
