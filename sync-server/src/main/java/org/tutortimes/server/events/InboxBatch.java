package org.tutortimes.server.events;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.sync.EventResult;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.events.Admission.Sender;
import org.tutortimes.server.events.Admission.Verdict;
import org.tutortimes.server.projection.Projection;

/// The events of one request on their way into storage. All are stored first; then each session
/// that they touch is projected once.
final class InboxBatch {

    /// An event that arrives this long before it happened has a wrong clock behind it.
    private static final Duration TOO_EARLY = Duration.ofMinutes(2);

    private final Handle handle;
    private final Instant now;
    private final Admission admission;
    private final Projection projection;
    private final AuditTrail trail;
    private final Map<Long, Long> revisionByOwner = new HashMap<>();
    private final Map<String, Long> ownerByTouchedSession = new TreeMap<>();
    private final Set<String> begunSessions = new LinkedHashSet<>();

    InboxBatch(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
        this.admission = new Admission(handle);
        this.projection = new Projection(handle, now);
        this.trail = new AuditTrail(handle, now);
    }

    static boolean isStart(Incoming incoming) {
        return incoming.event() != null && incoming.event().fact() instanceof Fact.Started;
    }

    /// Decides about an event, and stores it unless it is refused.
    EventResult take(Sender sender, Incoming incoming) {
        // A start changes what is thought of the events after it, so one that is here already must
        // be found before it is judged.
        Optional<EventStore.Stored> known =
                isStart(incoming) ? EventStore.byId(handle, incoming.id()) : Optional.empty();
        return known.map(stored -> again(stored, incoming))
                .orElseGet(() -> takeNew(sender, incoming));
    }

    private EventResult takeNew(Sender sender, Incoming incoming) {
        return switch (admission.decide(sender, incoming)) {
            case Verdict.Apply(long ownerId) -> {
                boolean isNew =
                        putInForce(
                                sender.actor(),
                                ownerId,
                                incoming,
                                () -> store(ownerId, incoming, null));
                yield isNew
                        ? EventResult.of(incoming.id(), EventResult.Status.STORED)
                        : again(incoming);
            }
            case Verdict.Hold(long ownerId, HeldReason reason) ->
                    hold(sender.actor(), ownerId, incoming, reason)
                            ? held(incoming.id(), reason.code())
                            : again(incoming);
            case Verdict.Refuse(RefusedReason reason) ->
                    EventStore.byId(handle, incoming.id())
                            .filter(stored -> stored.userId() == sender.userId())
                            .map(stored -> again(stored, incoming))
                            .orElseGet(() -> refused(incoming.id(), reason));
        };
    }

    /// Stores an event that was judged already.
    void apply(Actor actor, long ownerId, Incoming incoming) {
        putInForce(actor, ownerId, incoming, () -> store(ownerId, incoming, null));
    }

    /// Puts a held event in force if its reason is gone.
    ///
    /// @return whether it is in force now
    boolean release(EventStore.Held held) {
        Sender sender = new Sender(held.userId(), held.admin(), held.sender());
        return switch (admission.decide(sender, held.event())) {
            case Verdict.Apply(long ownerId) ->
                    putInForce(sender.actor(), ownerId, held.event(), () -> letIn(held, ownerId));
            case Verdict.Hold(long _, HeldReason reason) -> keepHeld(held, reason);
            case Verdict.Refuse _ -> false;
        };
    }

    /// What came before the start stands among its sender's events. If that was an administrator it
    /// moves to the owner's, or the owner's devices would never learn of it.
    private boolean letIn(EventStore.Held held, long ownerId) {
        if (ownerId == held.userId()) {
            return EventStore.release(handle, held.event());
        }
        long revision = nextRevision(ownerId);
        revisionByOwner.put(ownerId, revision);
        return EventStore.releaseTo(handle, held.event(), ownerId, revision);
    }

    private long nextRevision(long ownerId) {
        return 1
                + revisionByOwner.computeIfAbsent(
                        ownerId, owner -> EventStore.revision(handle, owner));
    }

    /// @return false, as it is not in force
    private boolean keepHeld(EventStore.Held held, HeldReason reason) {
        if (!reason.code().equals(held.heldCode())) {
            EventStore.setHeldCode(handle, held.event(), reason.code());
        }
        return false;
    }

    /// Lets in what waited for the starts of this batch, projects every touched session, and gives
    /// out the revisions.
    ///
    /// @return the units in which something changed
    Set<Long> finish() {
        for (String sessionId : List.copyOf(begunSessions)) {
            EventStore.heldOfSession(handle, sessionId).forEach(this::release);
        }
        ownerByTouchedSession.forEach(this::project);
        trail.writeAll();
        revisionByOwner.forEach(
                (ownerId, revision) -> EventStore.setRevision(handle, ownerId, revision));
        return projection.changedUnits();
    }

    /// Puts an event in force, and on the audit log where it is of that kind.
    ///
    /// @param change stores it; false where it is stored already
    /// @return whether it is in force by this
    private boolean putInForce(
            Actor actor, long ownerId, Incoming incoming, BooleanSupplier change) {
        Optional<SessionAnswer> before =
                trail.mustSeeBefore(incoming) ? projected(incoming) : Optional.empty();
        boolean isNew = change.getAsBoolean();
        if (isNew) {
            touch(ownerId, incoming);
            trail.add(actor, incoming, before);
        }
        return isNew;
    }

    /// The session with all that the batch has brought of it so far.
    private Optional<SessionAnswer> projected(Incoming incoming) {
        Long ownerId = ownerByTouchedSession.remove(incoming.sessionId());
        if (ownerId != null) {
            project(incoming.sessionId(), ownerId);
            trail.write(incoming.sessionId());
        }
        return trail.stored(incoming);
    }

    private void project(String sessionId, long ownerId) {
        projection.project(EventStore.inForce(handle, sessionId), ownerId);
    }

    private boolean hold(Actor actor, long ownerId, Incoming incoming, HeldReason reason) {
        boolean isNew = store(ownerId, incoming, reason.code());
        if (isNew) {
            EventStore.keepSender(handle, incoming.id(), actor);
        }
        return isNew;
    }

    private void touch(long ownerId, Incoming incoming) {
        ownerByTouchedSession.putIfAbsent(incoming.sessionId(), ownerId);
        if (isStart(incoming)) {
            begunSessions.add(incoming.sessionId());
        }
    }

    private boolean store(long ownerId, Incoming incoming, @Nullable String heldCode) {
        long revision = nextRevision(ownerId);
        boolean inFuture =
                incoming.at() != null && incoming.at() > now.plus(TOO_EARLY).toEpochMilli();
        EventStore.Receipt receipt =
                new EventStore.Receipt(ownerId, revision, now.toEpochMilli(), inFuture, heldCode);
        boolean isNew = EventStore.add(handle, incoming, receipt);
        if (isNew) {
            revisionByOwner.put(ownerId, revision);
        }
        if (isNew && incoming.event() != null) {
            UnderstoodEvents.keep(incoming.body(), incoming.event());
        }
        return isNew;
    }

    private EventResult again(Incoming incoming) {
        return again(EventStore.byId(handle, incoming.id()).orElseThrow(), incoming);
    }

    private static EventResult again(EventStore.Stored stored, Incoming incoming) {
        if (!EventStore.sameEvent(stored.body(), incoming.body())) {
            return refused(incoming.id(), RefusedReason.ID_REUSED);
        }
        return stored.heldCode() == null
                ? EventResult.of(incoming.id(), EventResult.Status.DUPLICATE)
                : held(incoming.id(), stored.heldCode());
    }

    private static EventResult held(String id, String code) {
        return new EventResult(id, EventResult.Status.HELD, code, HeldReason.sentence(code));
    }

    private static EventResult refused(String id, RefusedReason reason) {
        return new EventResult(id, EventResult.Status.REFUSED, reason.code(), reason.sentence());
    }
}
