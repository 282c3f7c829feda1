package org.tutortimes.desktop.tracking;

import com.fasterxml.jackson.core.JacksonException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.reference.ChoiceIndex;
import org.tutortimes.desktop.reference.OwnUnit;
import org.tutortimes.desktop.store.StorageFailure;
import org.tutortimes.desktop.sync.ServerOffset;
import org.tutortimes.desktop.sync.SyncLoop;
import org.tutortimes.desktop.tracking.TrackingCalls.Caller;
import org.tutortimes.desktop.web.ServerReply;
import org.tutortimes.model.wire.ApiError;
import org.tutortimes.model.wire.Json;

/// Knows what the server observed of the account's marking while no timer ran, and records it on
/// the tutor's word. It asks on the sync thread, at most once in five minutes.
public final class ObservedMarking implements ObservedActions {
    private static final Duration ASKED_EVERY = Duration.ofMinutes(5);

    private final Parts parts;
    private final ReconciliationRound round;
    private @Nullable String account;
    private @Nullable Long askedNanos;
    private List<Unrecorded> offered = List.of();
    private @Nullable Consumer<List<Unrecorded>> listener;

    /// What it works with.
    ///
    /// @param byItself whether it asks when it is time; otherwise by [#askNow]
    public record Parts(
            TrackingCalls calls,
            ChoiceIndex choices,
            NotMarking notMarking,
            SyncLoop sync,
            ServerOffset offset,
            Computer computer,
            boolean byItself) {

        /// The wall clock, corrected by what is known of the server's.
        Instant now() {
            return computer.wall().instant().plus(offset.kept());
        }

        long nanos() {
            return computer.clock().nanos();
        }
    }

    public ObservedMarking(Parts parts) {
        this.parts = parts;
        this.round = new ReconciliationRound(parts.calls());
    }

    /// Gets what is offered now and whenever that changes; on this thread and on the sync thread.
    public synchronized void listen(Consumer<List<Unrecorded>> listening) {
        listener = listening;
        listening.accept(offered);
    }

    /// Another account may be in use, or none: what was observed of one is none of another's.
    public void belongTo(@Nullable String current) {
        if (!Objects.equals(account, current)) {
            account = current;
            askedNanos = null;
            round.forget();
            offer(List.of());
        }
    }

    /// The server has all that this computer recorded, so that it knows what is unrecorded.
    public void synced() {
        boolean isDue = askedNanos == null || parts.nanos() - askedNanos >= ASKED_EVERY.toNanos();
        if (parts.byItself() && isDue) {
            askedNanos = parts.nanos();
            var _ = askNow();
        }
    }

    /// Asks, whenever that was done last.
    public CompletableFuture<Void> askNow() {
        return parts.sync()
                .call(() -> {
                    ask();
                    return null;
                });
    }

    private void ask() {
        Caller caller = parts.calls().caller().orElse(null);
        if (caller != null) {
            askedNanos = parts.nanos();
            round.ask(caller, parts.choices().units(), parts.now(), parts.computer().zone().get());
            offerTo(caller);
        }
    }

    @Override
    public CompletableFuture<Void> record(long markingSessionId, @Nullable Long taskDefinitionId) {
        return asCaller(caller -> {
            ServerReply reply = parts.calls().record(caller, markingSessionId, taskDefinitionId);
            String refusal = refusal(reply);
            if (refusal != null) {
                throw new NotRecorded("Could not be recorded: " + refusal);
            }
            round.recorded(markingSessionId);
            offerTo(caller);
            // The new sessions are in the list as soon as they can be.
            var _ =
                    parts.sync()
                            .callAfterRound(() -> {
                                ask();
                                return null;
                            });
        });
    }

    @Override
    public CompletableFuture<Void> notMarking(long markingSessionId) {
        return asCaller(caller -> {
            try {
                parts.notMarking().add(caller.account().id(), markingSessionId, parts.now());
            } catch (RuntimeException e) {
                throw StorageFailure.of(e);
            }
            offerTo(caller);
        });
    }

    private CompletableFuture<Void> asCaller(Consumer<Caller> action) {
        Callable<Void> work =
                () -> {
                    action.accept(
                            parts.calls()
                                    .caller()
                                    .orElseThrow(() ->
                                            new NotRecorded(
                                                    "Could not be recorded: sign in first.")));
                    return null;
                };
        return parts.sync().call(work);
    }

    private void offerTo(Caller caller) {
        List<OwnUnit> units = parts.choices().units();
        offer(
                round.offers(
                        caller.account().userId(),
                        units,
                        parts.notMarking().of(caller.account().id()),
                        parts.now()));
    }

    private synchronized void offer(List<Unrecorded> offers) {
        offered = offers;
        if (listener != null) {
            listener.accept(offers);
        }
    }

    /// Why the server has not recorded it; null where it has.
    private static @Nullable String refusal(ServerReply reply) {
        return switch (reply) {
            case ServerReply.Unreachable nobody -> goingOn(nobody.sentence()) + " Try again.";
            case ServerReply.Foreign other -> goingOn(other.sentence());
            case ServerReply.Answered answered ->
                    switch (answered.status()) {
                        case 200, 201 -> null;
                        case 401 -> "sign in first.";
                        default -> goingOn(said(answered));
                    };
        };
    }

    private static String said(ServerReply.Answered answered) {
        try {
            ApiError error =
                    answered.json() == null ? null : Json.read(answered.json(), ApiError.class);
            if (error != null && error.error() != null) {
                return error.error();
            }
        } catch (JacksonException _) {
            // Not an error of ours: said below.
        }
        return answered.status() >= 500
                ? "the server has a problem at the moment. Try again."
                : "the server answered with status " + answered.status() + ".";
    }

    /// A sentence as the second half of another.
    private static String goingOn(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
