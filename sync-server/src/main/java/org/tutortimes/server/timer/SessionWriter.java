package org.tutortimes.server.timer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.Replay;
import org.tutortimes.model.replay.ReplayedSession;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.events.EventStore;
import org.tutortimes.server.events.ServerDevice;
import org.tutortimes.server.units.RoleStore;

/// Writes events about sessions by the server's own device. They take the same way in as those from
/// a desktop.
public final class SessionWriter {

    private final Database database;
    private final EventInbox inbox;
    private final ServerDevice device;
    private final Clock clock;

    public SessionWriter(Database database, EventInbox inbox, ServerDevice device, Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.device = device;
        this.clock = clock;
    }

    /// What a transaction is for.
    interface Change {
        void in(Handle handle);
    }

    /// Something that takes effect at an instant.
    record Stamped(Instant at, Fact fact) {}

    /// A session that a call was to make, and whether this very call made it.
    public record Outcome(SessionAnswer session, boolean isNew) {}

    /// What a new session is to be.
    ///
    /// @param id of the session, or null for a new one
    /// @param start its first fact
    record Beginning(@Nullable UUID id, Fact.Started start) {}

    /// All that happens in a new session, by rising instants; the facts are always the same.
    interface History {
        List<Stamped> at(Instant now);
    }

    Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    <T> T read(Function<Handle, T> work) {
        return database.read(work);
    }

    <T> T write(Function<Handle, T> work) {
        return database.write(work);
    }

    /// Begins a session of the caller's own, once.
    ///
    /// @param rule what else may refuse it
    Outcome begin(Handle handle, Caller caller, Beginning beginning, History history, Change rule) {
        UUID id = beginning.id() == null ? device.newId() : beginning.id();
        Fact.Started start = beginning.start();
        inbox.lock(handle, caller.userId(), id);
        RoleStore.UnitRole role = VisibilityStore.held(handle, caller, start.unitRoleId());
        List<Stamped> all = history.at(now());
        boolean isKnown =
                KnownSession.isBegun(handle, caller, id, all.stream().map(Stamped::fact).toList());
        if (!isKnown) {
            VisibilityStore.refuseUnknown(handle, start.target(), role.unitId());
            rule.in(handle);
            List<TimerEvent> events =
                    all.stream()
                            .map(each -> device.event(handle, id, each.at(), each.fact()))
                            .toList();
            inbox.record(handle, caller, caller.userId(), events, now());
        }
        return new Outcome(view(handle, id).answer(), !isKnown);
    }

    /// Changes a session, if the caller may.
    SessionAnswer change(Caller caller, UUID id, Change change) {
        return database.write(handle -> {
            inbox.lock(handle, id);
            SessionView session = view(handle, id);
            VisibilityStore.refuseUnchangeable(handle, caller, session);
            change.in(handle);
            return view(handle, id).answer();
        });
    }

    static SessionView view(Handle handle, UUID id) {
        return TutorTimeStore.byId(handle, id)
                .orElseThrow(() -> new Refused(new Refusal.NotFound("timer session")));
    }

    /// The session, once the pause is written that a later start of another session means.
    SessionView settled(Handle handle, Caller caller, UUID id) {
        SessionView session = view(handle, id);
        Instant openSince = session.openSince();
        if (openSince == null || !session.isSuperseded()) {
            return session;
        }
        Instant later =
                TutorTimeStore.nextStart(handle, session.answer().unitRoleId(), openSince, id)
                        .orElse(openSince);
        Fact.Closing closing =
                Replay.replay(EventStore.inForce(handle, id.toString()))
                        .map(ReplayedSession::open)
                        .map(open ->
                                new Fact.Closing(open.openedBy(), open.workedMillisUntil(later)))
                        .orElse(null);
        add(handle, caller, session, now(), new Fact.Paused(PauseReason.SUPERSEDED, closing));
        return view(handle, id);
    }

    /// Adds to a session what happens at an instant.
    void add(Handle handle, Caller caller, SessionView session, Instant at, Fact fact) {
        TimerEvent event = device.event(handle, session.id(), stamp(session, at), fact);
        inbox.record(handle, caller, session.answer().userId(), List.of(event), now());
    }

    /// Whoever writes an event stamps it after all that it knows of the session.
    static Instant stamp(SessionView session, Instant at) {
        Instant earliest = session.latestEventAt().plusMillis(1);
        return at.isBefore(earliest) ? earliest : at;
    }
}
