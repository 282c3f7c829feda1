package org.tutortimes.desktop.journal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.store.LocalDatabase;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;

/// Every event that this computer knows, for ever; its own are queued for the server by being here.
///
/// What is appended is on the disk when the call returns, or not there at all when it throws. Any
/// thread may call.
public final class Journal {
    /// How many of this computer's latest starts are looked at for one that was never closed.
    private static final int MOST_OPENERS = 200;

    private final Jdbi jdbi;
    private final SessionStore sessions = new SessionStore();
    private final UUID device;

    public Journal(LocalDatabase database) {
        this.jdbi = database.jdbi();
        this.device =
                UUID.fromString(
                        jdbi.withHandle(handle ->
                                handle.createQuery("SELECT device_id FROM device")
                                        .mapTo(String.class)
                                        .one()));
    }

    /// Who this computer is among the writers of events.
    public UUID device() {
        return device;
    }

    /// The number of this computer's next event.
    public long nextSeq() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT 1 + MAX(seq_before, COALESCE(
                                    (SELECT MAX(seq) FROM journal
                                     WHERE journal.device_id = device.device_id), 0))
                                FROM device
                                """)
                        .mapTo(Long.class)
                        .one());
    }

    /// The latest time that this computer has given to an event.
    public Optional<Instant> latestTime() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT MAX(at_ms) FROM journal WHERE device_id = :device")
                        .bind("device", device.toString())
                        .mapTo(Long.class)
                        .findOne()
                        .map(Instant::ofEpochMilli));
    }

    /// Adds this computer's own events: durable and queued, all or none.
    public List<SessionRecord> append(String account, List<TimerEvent> events) {
        return jdbi.inTransaction(handle -> {
            for (TimerEvent event : events) {
                insert(handle, account, EventCodec.encode(event), null);
            }
            return replayed(handle, account, events.stream().map(TimerEvent::sessionId).toList());
        });
    }

    /// Adds events that came from the server, inside the caller's transaction.
    ///
    /// @return the sessions that they are about
    public Set<UUID> take(Handle handle, String account, Collection<JsonNode> events, Instant now) {
        Set<UUID> touched = new LinkedHashSet<>();
        for (JsonNode event : events) {
            if (!(EventCodec.decode(event) instanceof DecodedEvent.Malformed)) {
                insert(handle, account, event, now);
                touched.add(UUID.fromString(event.path("session_id").asText()));
            }
        }
        replayed(handle, account, touched);
        return touched;
    }

    /// Works out every session again, after the file was repaired.
    public void replayAll() {
        jdbi.useTransaction(handle ->
                handle.createQuery("SELECT DISTINCT account_id, session_id FROM journal")
                        .map((row, _) -> List.of(row.getString(1), row.getString(2)))
                        .list()
                        .forEach(pair ->
                                replayed(
                                        handle,
                                        pair.getFirst(),
                                        List.of(UUID.fromString(pair.getLast())))));
    }

    /// A session with its delivery as it stands now.
    public Optional<SessionRecord> session(UUID id) {
        return jdbi.withHandle(handle -> read(handle, id));
    }

    /// The sessions that matter for what is shown from that time on.
    public List<SessionRecord> shownFrom(String account, Instant from) {
        return jdbi.withHandle(handle ->
                sessions.shownFrom(handle, account, from).stream()
                        .flatMap(id -> read(handle, id).stream())
                        .toList());
    }

    /// The segments of this computer that its own word has not closed, the latest written first. In
    /// a journal that nobody copied it can only be the last; where an old copy was put back, its
    /// own later events come from the server behind newer ones.
    public List<OpenHere> openHere() {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                """
                                SELECT account_id, body FROM (
                                    SELECT * FROM journal
                                    WHERE +device_id = :device AND kind IN ('started', 'resumed')
                                    ORDER BY position DESC LIMIT :look) opener
                                WHERE NOT EXISTS (
                                    SELECT 1 FROM journal closer
                                    WHERE closer.session_id = opener.session_id
                                        AND +closer.device_id = opener.device_id
                                        AND closer.kind IN ('paused', 'completed')
                                        AND json_valid(closer.body)
                                        AND closer.body ->> 'opened_by' = opener.event_id)
                                ORDER BY position DESC
                                """)
                        .bind("device", device.toString())
                        .bind("look", MOST_OPENERS)
                        .map((row, _) -> opened(row.getString(1), row.getString(2)))
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .filter(open -> read(handle, open.opener().sessionId()).isPresent())
                        .toList());
    }

    /// A segment that this computer opened and has not closed.
    public record OpenHere(String account, TimerEvent opener) {}

    /// Empty for time that was entered by hand, which runs on no clock.
    private static Optional<OpenHere> opened(String account, String body) {
        return Optional.ofNullable(event(body))
                .filter(event -> !(event.fact() instanceof Fact.Started start) || !start.manual())
                .map(event -> new OpenHere(account, event));
    }

    private void insert(Handle handle, String account, JsonNode event, @Nullable Instant sentAt) {
        String at = event.path("at").asText();
        handle.createUpdate(
                        """
                        INSERT INTO journal (event_id, account_id, session_id, device_id, seq, kind,
                            at_ms, body, sent_at_ms)
                        VALUES (:id, :account, :session, :device, :seq, :kind, :at, :body, :sent)
                        ON CONFLICT (event_id) DO UPDATE
                        SET sent_at_ms = COALESCE(sent_at_ms, excluded.sent_at_ms), answer = NULL
                        """)
                .bind("id", event.path("id").asText())
                .bind("account", account)
                .bind("session", event.path("session_id").asText())
                .bind("device", event.path("device_id").asText())
                .bind("seq", event.path("seq").asLong())
                .bind("kind", event.path("kind").asText())
                .bind("at", Json.instant(at).toEpochMilli())
                .bind("body", Json.write(event))
                .bind("sent", sentAt == null ? null : (Long) sentAt.toEpochMilli())
                .execute();
    }

    private List<SessionRecord> replayed(Handle handle, String account, Collection<UUID> ids) {
        List<SessionRecord> records = new ArrayList<>();
        for (UUID id : new LinkedHashSet<>(ids)) {
            read(handle, id)
                    .ifPresent(session -> {
                        sessions.put(handle, account, session);
                        records.add(session);
                    });
        }
        return records;
    }

    private Optional<SessionRecord> read(Handle handle, UUID id) {
        List<TimerEvent> events = new ArrayList<>();
        boolean[] waiting = new boolean[1];
        boolean[] answered = new boolean[1];
        handle.createQuery(
                        """
                        SELECT body, sent_at_ms IS NULL AND answer IS NULL, answer IS NOT NULL
                        FROM journal WHERE session_id = :session
                        """)
                .bind("session", id.toString())
                .map((row, _) -> {
                    waiting[0] |= row.getBoolean(2);
                    answered[0] |= row.getBoolean(3);
                    return Optional.ofNullable(event(row.getString(1)));
                })
                .forEach(event -> event.ifPresent(events::add));
        return SessionRecord.of(events, device, delivery(answered[0], waiting[0]));
    }

    private static Delivery delivery(boolean needsAttention, boolean waiting) {
        if (needsAttention) {
            return Delivery.NEEDS_ATTENTION;
        }
        return waiting ? Delivery.WAITING : Delivery.SYNCED;
    }

    /// Null for a kind of a newer program, which is kept and not understood, and for what a damaged
    /// file left.
    private static @Nullable TimerEvent event(String body) {
        try {
            return EventCodec.decode(Json.tree(body)) instanceof DecodedEvent.Understood understood
                    ? understood.event()
                    : null;
        } catch (JacksonException _) {
            return null;
        }
    }
}
