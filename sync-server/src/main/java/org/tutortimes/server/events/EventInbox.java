package org.tutortimes.server.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.sync.EventResult;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Locks;

/// The one way in for timer events: from devices, from the online calls, and from among those that
/// were held. Whatever comes through it is stored together with what it means.
///
/// Every method works inside a write of the database. Whoever decides by what is stored of a
/// session, and then writes, takes its lock before it reads.
public final class EventInbox {

    private final Database database;
    private final UnitChanges changes;

    public EventInbox(Database database, UnitChanges changes) {
        this.database = database;
        this.changes = changes;
    }

    /// Takes a batch as it came from a device. A bad event spoils no other.
    ///
    /// @return a result for each event, in the order of the events
    public List<EventResult> receive(
            Handle handle, Caller caller, List<DecodedEvent> events, Instant now) {
        Admission.Sender sender =
                new Admission.Sender(caller.userId(), caller.admin(), caller.actor());
        @Nullable Incoming[] incoming = new Incoming[events.size()];
        Arrays.setAll(incoming, index -> incoming(events.get(index)));
        @Nullable EventResult[] results = new EventResult[events.size()];
        InboxLocks.ofBatch(handle, sender, incoming);
        InboxBatch batch = new InboxBatch(handle, now);
        // Starts first: what comes with them in one batch need not wait for them.
        for (boolean starts : new boolean[] {true, false}) {
            for (int index = 0; index < results.length; index++) {
                Incoming next = incoming[index];
                if (next != null && InboxBatch.isStart(next) == starts) {
                    results[index] = batch.take(sender, next);
                }
            }
        }
        finish(batch);
        List<EventResult> all = new ArrayList<>();
        for (int index = 0; index < results.length; index++) {
            EventResult result = results[index];
            all.add(result == null ? malformed(events.get(index)) : result);
        }
        return all;
    }

    /// Keeps others from changing an owner's sessions until the transaction ends.
    ///
    /// @param sessionId which of them, though it may not exist yet
    public void lock(Handle handle, long ownerId, UUID sessionId) {
        InboxLocks.ofOwner(handle, ownerId, sessionId);
    }

    /// The same for the owner of a session, if it exists.
    public void lock(Handle handle, UUID sessionId) {
        InboxLocks.ofSession(handle, sessionId);
    }

    /// Stores events that the server itself writes, which its rules have allowed.
    ///
    /// @param caller who asked for it
    /// @param ownerId whose session they are about
    public void record(
            Handle handle, Caller caller, long ownerId, List<TimerEvent> events, Instant now) {
        InboxLocks.ofOwner(handle, ownerId);
        InboxBatch batch = new InboxBatch(handle, now);
        events.forEach(event -> batch.apply(caller.actor(), ownerId, Incoming.of(event)));
        finish(batch);
    }

    /// Puts every held event in force whose reason is gone, such as a task that has been imported
    /// since.
    ///
    /// @return how many
    public int releaseHeld(Handle handle, Instant now) {
        Locks.takeReference(handle);
        InboxBatch batch = new InboxBatch(handle, now);
        int released = 0;
        for (EventStore.Held held : EventStore.held(handle)) {
            released += batch.release(held) ? 1 : 0;
        }
        finish(batch);
        return released;
    }

    /// Tells viewers of these units, once this write is durable, that something else of them has
    /// changed than their events.
    public void changed(Set<Long> units) {
        if (!units.isEmpty()) {
            database.afterCommit(() -> changes.tell(units));
        }
    }

    private void finish(InboxBatch batch) {
        changed(batch.finish());
    }

    private static @Nullable Incoming incoming(DecodedEvent event) {
        return switch (event) {
            case DecodedEvent.Understood understood -> Incoming.of(understood.event());
            case DecodedEvent.UnknownKind unknown -> Incoming.of(unknown);
            case DecodedEvent.Malformed _ -> null;
        };
    }

    private static EventResult malformed(DecodedEvent event) {
        RefusedReason reason = RefusedReason.MALFORMED;
        return event instanceof DecodedEvent.Malformed(String id, List<String> faults)
                ? new EventResult(
                        id,
                        EventResult.Status.REFUSED,
                        reason.code(),
                        reason.sentence() + ": " + String.join("; ", faults) + ".")
                : new EventResult(
                        null, EventResult.Status.REFUSED, reason.code(), reason.sentence());
    }
}
