package org.tutortimes.desktop.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.account.Account;
import org.tutortimes.desktop.account.AccountStore;
import org.tutortimes.desktop.account.TokenFile;
import org.tutortimes.desktop.sync.SyncStatus.State;
import org.tutortimes.model.sync.SyncAnswer;
import org.tutortimes.model.sync.SyncRequest;
import org.tutortimes.model.wire.Api;

/// One go at the server: sends until nothing waits and asks until nothing is left to fetch, or
/// until something is in the way. Sync thread only.
final class SyncRound {
    private static final Duration WHILE_SIGNED_IN = Duration.ofSeconds(30);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);
    private static final String VERSION = "1.0.0";
    // The rest of the request is a few hundred bytes.
    private static final int MOST_EVENT_BYTES = Api.MOST_SYNC_BYTES - 4_096;

    private final Parts parts;
    private final SyncNews news;
    private final Backoff backoff;
    private final Set<String> tooLarge = new HashSet<>();
    private int mostEvents = Api.MOST_EVENTS;

    /// What a round works with.
    record Parts(
            Outbox outbox,
            SyncClient client,
            AccountStore accounts,
            TokenFile tokens,
            ServerOffset offset,
            InstantSource wall,
            UUID device) {}

    /// How a round ended.
    ///
    /// @param delay until the next one, where nothing happens before
    /// @param firm whether the server asked for that, so that a click does not cut it short
    record Outcome(Duration delay, boolean firm) {}

    SyncRound(Parts parts, SyncNews news, Backoff backoff) {
        this.parts = parts;
        this.news = news;
        this.backoff = backoff;
    }

    Outcome run() {
        Account account = parts.accounts().current().orElse(null);
        if (account == null) {
            news.status(new SyncStatus(State.SIGN_IN_NEEDED, 0, null, null, List.of()));
            return new Outcome(Backoff.LONGEST, false);
        }
        String token = parts.tokens().of(account.id()).orElse(null);
        if (token == null) {
            return signInNeeded(account);
        }
        Outcome outcome = null;
        while (outcome == null) {
            outcome = exchange(account, token);
        }
        return outcome;
    }

    /// One call; null where the next may follow at once.
    private @Nullable Outcome exchange(Account account, String token) {
        List<Outbox.Waiting> batch =
                parts.outbox().batch(account.id(), mostEvents, MOST_EVENT_BYTES, tooLarge);
        if (!batch.isEmpty()) {
            tell(account, State.SENDING, null);
        }
        AccountStore.Progress progress = parts.accounts().progress(account.id());
        SyncRequest request =
                new SyncRequest(
                        parts.device(),
                        VERSION,
                        parts.wall().instant(),
                        progress.since(),
                        progress.reference(),
                        batch.stream().map(Outbox.Waiting::event).toList());
        return switch (parts.client().sync(account, token, request)) {
            case SyncReply.Taken taken -> taken(account, taken, progress);
            case SyncReply.TryLater later -> {
                tell(account, State.OFFLINE, later.sentence());
                yield new Outcome(backoff.failed(later.after()), later.after() != null);
            }
            case SyncReply.SignInNeeded _ -> signInNeeded(account);
            case SyncReply.TooLarge _ -> halve(account, batch);
            case SyncReply.UpdateNeeded _ -> {
                tell(
                        account,
                        State.UPDATE_NEEDED,
                        "The server needs a newer Tutor Times. Recording goes on here; update to"
                                + " synchronise.");
                yield new Outcome(Backoff.LONGEST, false);
            }
            case SyncReply.Strange strange -> {
                tell(account, State.TROUBLE, strange.sentence());
                yield new Outcome(Backoff.LONGEST, false);
            }
        };
    }

    private @Nullable Outcome taken(
            Account account, SyncReply.Taken taken, AccountStore.Progress progress) {
        SyncAnswer answer = taken.answer();
        long since = progress.since();
        Instant now = parts.wall().instant();
        Set<UUID> touched = parts.outbox().take(account.id(), since, answer, now);
        backoff.worked();
        mostEvents = Math.min(Api.MOST_EVENTS, mostEvents * 2);
        parts.offset().learn(taken.roundTrip(), answer.serverTime()).ifPresent(news::notice);
        if (answer.reference() != null) {
            news.referenceChanged(account.id());
        }
        if (!touched.isEmpty()) {
            news.learned(touched);
        }
        int waiting = parts.outbox().count(account.id());
        if (waiting > tooLarge.size() || (answer.more() && answer.next() > since)) {
            return null;
        }
        if (waiting > 0) {
            // It may have been something on the way that took them for too large.
            tooLarge.clear();
            tell(account, State.TROUBLE, "The server finds some events too large to take.");
            return new Outcome(Backoff.LONGEST, false);
        }
        Instant noted = progress.lastSynced();
        // For the next start of the program; a round in which nothing happened costs no write.
        if (!touched.isEmpty()
                || noted == null
                || Duration.between(noted, now).abs().compareTo(NOTED_EVERY) > 0) {
            parts.accounts().synced(account.id(), now);
        }
        tell(account, State.SYNCED, null, 0, now);
        return new Outcome(WHILE_SIGNED_IN, false);
    }

    private @Nullable Outcome halve(Account account, List<Outbox.Waiting> batch) {
        if (batch.size() > 1) {
            mostEvents = batch.size() / 2;
            return null;
        }
        if (!batch.isEmpty()) {
            // Left out for the rest of this round: it must not hold up the others.
            tooLarge.add(batch.getFirst().id());
            return null;
        }
        tell(account, State.TROUBLE, "The server takes not even an empty message.");
        return new Outcome(Backoff.LONGEST, false);
    }

    private Outcome signInNeeded(Account account) {
        tell(account, State.SIGN_IN_NEEDED, "Sign in to synchronise. Recording goes on here.");
        return new Outcome(Backoff.LONGEST, false);
    }

    private void tell(Account account, State state, @Nullable String message) {
        tell(
                account,
                state,
                message,
                parts.outbox().count(account.id()),
                parts.accounts().progress(account.id()).lastSynced());
    }

    private void tell(
            Account account,
            State state,
            @Nullable String message,
            int waiting,
            @Nullable Instant synced) {
        news.status(
                new SyncStatus(
                        state, waiting, synced, message, parts.outbox().refused(account.id())));
    }
}
