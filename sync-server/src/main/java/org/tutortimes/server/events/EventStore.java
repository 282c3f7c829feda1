package org.tutortimes.server.events;

import com.fasterxml.jackson.core.JacksonException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.database.Sql;

/// Rows of `timer_events`: added, and never changed but for `held_code`, and `at` where the kind
/// was not known at first.
public final class EventStore {

    /// A stored event.
    record Stored(String id, long userId, String body, @Nullable String heldCode) {}

    /// A stored event that waits for something.
    ///
    /// @param sender who sent it; the owner where that is not on record
    record Held(long userId, boolean admin, String heldCode, Incoming event, Actor sender) {}

    /// An event that goes back to a device.
    public record Sent(long revision, String body) {}

    /// What a device lacks.
    ///
    /// @param latest the user's latest revision, of whatever device
    public record Lacked(long latest, List<Sent> events) {}

    private static final String HELD =
            """
            SELECT e.user_id, u.system_role, e.held_code, e.body,
                CASE WHEN s.event_id IS NULL THEN e.user_id ELSE s.user_id END AS sender_id,
                COALESCE(s.actor, u.username) AS sender_name,
                COALESCE(s.address, 'unknown') AS sender_address
            FROM timer_events e JOIN users u ON u.id = e.user_id
                LEFT JOIN held_event_senders s ON s.event_id = e.id
            WHERE e.held_code IS NOT NULL
            """;

    private EventStore() {}

    /// The session's events that are in force, in no order.
    public static List<TimerEvent> inForce(Handle handle, String sessionId) {
        return Sql.list(
                handle,
                "SELECT body FROM timer_events WHERE session_id = ? AND held_code IS NULL",
                row -> UnderstoodEvents.of(row.getString(1), EventStore::understood),
                sessionId);
    }

    static Optional<Stored> byId(Handle handle, String id) {
        return Sql.first(
                handle,
                "SELECT id, user_id, body, held_code FROM timer_events WHERE id = ?",
                row ->
                        new Stored(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4)),
                id);
    }

    /// What is stored beside the event itself.
    ///
    /// @param heldCode why it is not in force yet, or null
    record Receipt(
            long userId,
            long revision,
            long receivedAt,
            boolean inFuture,
            @Nullable String heldCode) {}

    /// Adds an event.
    ///
    /// @return false where there is one with this id already, which stays
    static boolean add(Handle handle, Incoming event, Receipt receipt) {
        return Sql.update(
                        handle,
                        """
                        INSERT INTO timer_events
                            (id, session_id, user_id, device_id, seq, kind, at, body,
                             revision, received_at, in_future, held_code)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO NOTHING
                        """,
                        event.id(),
                        event.sessionId(),
                        receipt.userId(),
                        event.deviceId(),
                        event.seq(),
                        event.kind(),
                        event.at(),
                        event.body(),
                        receipt.revision(),
                        receipt.receivedAt(),
                        receipt.inFuture(),
                        receipt.heldCode())
                > 0;
    }

    /// Who began a session whose start is stored, and perhaps held.
    public static Optional<Long> starterOf(Handle handle, String sessionId) {
        return Sql.first(
                handle,
                """
                SELECT user_id FROM timer_events WHERE session_id = ? AND kind = 'started'
                ORDER BY received_at, id LIMIT 1
                """,
                row -> row.getLong(1),
                sessionId);
    }

    /// All held events, those first that begin a session.
    static List<Held> held(Handle handle) {
        return Sql.list(
                handle,
                HELD + "ORDER BY e.kind <> 'started', e.user_id, e.revision",
                EventStore::held);
    }

    static List<Held> heldOfSession(Handle handle, String sessionId) {
        return Sql.list(
                handle,
                HELD + "AND e.session_id = ? ORDER BY e.user_id, e.revision",
                EventStore::held,
                sessionId);
    }

    /// Holds an event for another reason. Its time was not known while its kind was not.
    static void setHeldCode(Handle handle, Incoming event, String heldCode) {
        Sql.update(
                handle,
                "UPDATE timer_events SET held_code = ?, at = ? WHERE id = ?",
                heldCode,
                event.at(),
                event.id());
    }

    /// Puts a held event in force.
    ///
    /// @return true, as a held event is always there
    static boolean release(Handle handle, Incoming event) {
        Sql.update(handle, "DELETE FROM held_event_senders WHERE event_id = ?", event.id());
        return Sql.update(
                        handle,
                        "UPDATE timer_events SET held_code = NULL, at = ? WHERE id = ?",
                        event.at(),
                        event.id())
                > 0;
    }

    /// Puts a held event in force among the events of another user than its sender, who stays on
    /// record: a revision of theirs is empty from now on.
    ///
    /// @return true, as a held event is always there
    static boolean releaseTo(Handle handle, Incoming event, long userId, long revision) {
        return Sql.update(
                        handle,
                        """
                        UPDATE timer_events
                        SET held_code = NULL, at = ?, user_id = ?, revision = ? WHERE id = ?
                        """,
                        event.at(),
                        userId,
                        revision,
                        event.id())
                > 0;
    }

    /// Keeps who sent a held event, for the audit log when it takes effect.
    static void keepSender(Handle handle, String id, Actor sender) {
        Sql.update(
                handle,
                """
                INSERT INTO held_event_senders (event_id, user_id, actor, address)
                VALUES (?, ?, ?, ?)
                """,
                id,
                sender.userId(),
                sender.name(),
                sender.address());
    }

    static long revision(Handle handle, long userId) {
        return Sql.first(
                        handle,
                        "SELECT event_revision FROM users WHERE id = ?",
                        row -> row.getLong(1),
                        userId)
                .orElseThrow();
    }

    static void setRevision(Handle handle, long userId, long revision) {
        Sql.update(handle, "UPDATE users SET event_revision = ? WHERE id = ?", revision, userId);
    }

    /// A user's events after a revision, the oldest first.
    ///
    /// @param except the ids of events that the device has for certain. Not all of its own: its
    ///   journal may be an old copy, or one that two computers have
    /// @param most events that are given
    public static Lacked after(
            Handle handle, long userId, long since, Set<String> except, int most) {
        List<Sent> events = new ArrayList<>();
        List<Long> latest =
                Sql.list(
                        handle,
                        """
                        SELECT u.event_revision, e.revision, e.body, e.id
                        FROM users u LEFT JOIN timer_events e
                            ON e.user_id = u.id AND e.revision > ?
                        WHERE u.id = ? ORDER BY e.revision LIMIT ?
                        """,
                        row -> {
                            String body = row.getString(3);
                            if (body != null
                                    && events.size() < most
                                    && !except.contains(row.getString(4))) {
                                events.add(new Sent(row.getLong(2), body));
                            }
                            return row.getLong(1);
                        },
                        since,
                        userId,
                        most + except.size());
        return new Lacked(latest.getFirst(), events);
    }

    /// Whether two texts are the same event, though one may have been stored before this version
    /// knew its kind.
    static boolean sameEvent(String stored, String incoming) {
        return stored.equals(incoming) || canonical(stored).equals(canonical(incoming));
    }

    private static String canonical(String body) {
        return switch (decoded(body)) {
            case DecodedEvent.Understood understood -> Incoming.of(understood.event()).body();
            case DecodedEvent.UnknownKind unknown -> Incoming.of(unknown).body();
            case DecodedEvent.Malformed _ -> body;
        };
    }

    private static Held held(ResultSet row) throws SQLException {
        Incoming event =
                switch (decoded(row.getString("body"))) {
                    case DecodedEvent.Understood understood -> Incoming.of(understood.event());
                    case DecodedEvent.UnknownKind unknown -> Incoming.of(unknown);
                    case DecodedEvent.Malformed malformed ->
                            throw new IllegalStateException(
                                    "a stored event is malformed: " + malformed);
                };
        Actor sender =
                new Actor(
                        Sql.nullableLong(row, "sender_id"),
                        row.getString("sender_name"),
                        row.getString("sender_address"));
        return new Held(
                row.getLong("user_id"),
                row.getString("system_role").equals("admin"),
                row.getString("held_code"),
                event,
                sender);
    }

    private static TimerEvent understood(String body) {
        if (decoded(body) instanceof DecodedEvent.Understood understood) {
            return understood.event();
        }
        throw new IllegalStateException("an event in force is not understood: " + body);
    }

    private static DecodedEvent decoded(String body) {
        try {
            return EventCodec.decode(Json.tree(body));
        } catch (JacksonException e) {
            throw new IllegalStateException("a stored event is no JSON", e);
        }
    }
}
