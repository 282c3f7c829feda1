package org.tutortimes.desktop.sync;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.account.AccountStore;
import org.tutortimes.desktop.journal.Journal;
import org.tutortimes.desktop.reference.ReferenceStore;
import org.tutortimes.desktop.store.LocalDatabase;
import org.tutortimes.desktop.sync.SyncStatus.Refused;
import org.tutortimes.model.sync.EventResult;
import org.tutortimes.model.sync.SyncAnswer;
import org.tutortimes.model.wire.Json;

/// The journal seen as a queue: what the server has not confirmed, by account.
final class Outbox {
    private final Jdbi jdbi;
    private final Journal journal;
    private final AccountStore accounts;
    private final ReferenceStore references;

    /// An event that waits.
    record Waiting(String id, JsonNode event, int bytes) {}

    Outbox(
            LocalDatabase database,
            Journal journal,
            AccountStore accounts,
            ReferenceStore references) {
        this.jdbi = database.jdbi();
        this.journal = journal;
        this.accounts = accounts;
        this.references = references;
    }

    /// The oldest events that wait, as many as fit; at least one where there is one.
    ///
    /// @param without events that are left out for now
    List<Waiting> batch(String account, int mostEvents, int mostBytes, Collection<String> without) {
        List<Waiting> batch = new ArrayList<>();
        int bytes = 0;
        for (Waiting waiting : oldest(account, mostEvents + without.size())) {
            bytes += waiting.bytes();
            if (!batch.isEmpty() && (bytes > mostBytes || batch.size() == mostEvents)) {
                return batch;
            }
            if (without.contains(waiting.id())) {
                bytes -= waiting.bytes();
            } else {
                batch.add(waiting);
            }
        }
        return batch;
    }

    private List<Waiting> oldest(String account, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT event_id, body FROM journal
                                WHERE account_id = :account AND sent_at_ms IS NULL
                                    AND answer IS NULL
                                ORDER BY position LIMIT :limit
                                """)
                        .bind("account", account)
                        .bind("limit", limit)
                        .map((row, _) -> waiting(row.getString(1), row.getString(2)))
                        .list());
    }

    int count(String account) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT COUNT(*) FROM journal
                                WHERE account_id = :account AND sent_at_ms IS NULL
                                    AND answer IS NULL
                                """)
                        .bind("account", account)
                        .mapTo(Integer.class)
                        .one());
    }

    /// What the server refused, with its reasons.
    List<Refused> refused(String account) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT event_id, session_id, answer_code, answer_message
                                FROM journal
                                WHERE account_id = :account AND answer = 'refused'
                                ORDER BY position
                                """)
                        .bind("account", account)
                        .map((row, _) ->
                                new Refused(
                                        UUID.fromString(row.getString(1)),
                                        UUID.fromString(row.getString(2)),
                                        row.getString(3),
                                        row.getString(4)))
                        .list());
    }

    /// Takes an answer in, all of it or nothing: what became of the events that were sent, the
    /// server's own events and how far they reach, and the reference data. An answer that says
    /// nothing new, as most do, costs no write.
    ///
    /// @param since how far the server's events had come before
    /// @return the sessions that look different now
    Set<UUID> take(String account, long since, SyncAnswer answer, Instant now) {
        boolean saysNothing =
                answer.results().isEmpty()
                        && answer.events().isEmpty()
                        && answer.next() == since
                        && answer.reference() == null;
        return saysNothing ? Set.of() : takeAll(account, answer, now);
    }

    private Set<UUID> takeAll(String account, SyncAnswer answer, Instant now) {
        return jdbi.inTransaction(handle -> {
            Set<UUID> touched = new HashSet<>();
            for (EventResult result : answer.results()) {
                touched.addAll(mark(handle, account, result, now));
            }
            touched.addAll(journal.take(handle, account, answer.events(), now));
            accounts.came(handle, account, answer.next());
            if (answer.reference() != null) {
                references.merge(handle, account, answer.reference());
            }
            return touched;
        });
    }

    private static List<UUID> mark(Handle handle, String account, EventResult result, Instant now) {
        String answer =
                switch (result.status()) {
                    case STORED, DUPLICATE -> null;
                    case HELD -> "held";
                    case REFUSED -> "refused";
                };
        boolean kept = result.status() != EventResult.Status.REFUSED;
        List<UUID> sessions =
                handle.createQuery(
                                """
                                UPDATE journal SET sent_at_ms = :sent, answer = :answer,
                                    answer_code = :code, answer_message = :message
                                WHERE event_id = :id AND account_id = :account
                                RETURNING session_id
                                """)
                        .bind("sent", kept ? (Long) now.toEpochMilli() : null)
                        .bind("answer", answer)
                        .bind("code", text(result.code(), answer))
                        .bind("message", text(result.message(), answer))
                        .bind("id", result.id())
                        .bind("account", account)
                        .mapTo(String.class)
                        .map(UUID::fromString)
                        .list();
        if (result.status() == EventResult.Status.STORED) {
            sessions.forEach(session -> applied(handle, session));
        }
        return sessions;
    }

    /// The server applies a session's events again: what it held of them is applied too.
    private static void applied(Handle handle, UUID session) {
        handle.createUpdate(
                        """
                        UPDATE journal SET answer = NULL, answer_code = NULL, answer_message = NULL
                        WHERE session_id = :session AND answer = 'held'
                        """)
                .bind("session", session.toString())
                .execute();
    }

    private static @Nullable String text(@Nullable String given, @Nullable String answer) {
        return given == null && answer != null ? "unknown" : given;
    }

    private static Waiting waiting(String id, String body) {
        int bytes = body.getBytes(StandardCharsets.UTF_8).length + 1;
        try {
            return new Waiting(id, Json.tree(body), bytes);
        } catch (JacksonException _) {
            // What a damaged file left: the server refuses it, and the tutor sees that.
            return new Waiting(id, JsonNodeFactory.instance.objectNode().put("id", id), bytes);
        }
    }
}
