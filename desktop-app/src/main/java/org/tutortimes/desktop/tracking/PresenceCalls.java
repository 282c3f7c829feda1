package org.tutortimes.desktop.tracking;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.reference.ChoiceIndex;
import org.tutortimes.desktop.sync.SyncLoop;
import org.tutortimes.desktop.timer.Presence;
import org.tutortimes.desktop.tracking.TrackingCalls.Caller;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.tracking.HeartbeatRequest;

/// Tells the server, once a minute while the timer runs and there is input, that somebody is at
/// work: the tracker's heartbeat, which begins or extends a marking session there.
///
/// It says what is true at that moment or nothing. What could not be said is dropped, for later it
/// would be backdating: the server dates a heartbeat by when it comes. Nobody is told of a failure.
///
/// Not to be confused with the journal's heartbeat, which stays on this computer and says after a
/// crash how far the work had come.
public final class PresenceCalls implements Consumer<Presence> {
    private static final Duration EVERY = Duration.ofMinutes(1);

    /// A call may have to wait behind a synchronisation. While the timer runs somebody is seen anew
    /// every second; what is as old as that may be over, and is not sent.
    private static final Duration OVER_AFTER = Duration.ofSeconds(1);

    private final TrackingCalls calls;
    private final ChoiceIndex choices;
    private final RunningClock clock;
    private final SyncLoop sync;
    private final boolean byItself;
    private @Nullable Seen latest;
    private @Nullable Long calledNanos;
    private boolean isPlanned;
    private boolean isSignInNeeded;

    private record Seen(Presence presence, long nanos) {}

    /// Calls nobody before it has seen somebody.
    ///
    /// @param sync whose thread the calls are made on
    /// @param byItself whether it calls when it is time; otherwise each is asked for by [#callNow]
    public PresenceCalls(
            TrackingCalls calls,
            ChoiceIndex choices,
            RunningClock clock,
            SyncLoop sync,
            boolean byItself) {
        this.calls = calls;
        this.choices = choices;
        this.clock = clock;
        this.sync = sync;
        this.byItself = byItself;
    }

    /// Somebody works at a running timer; on the timer's thread, which is not held up.
    @Override
    public synchronized void accept(Presence presence) {
        latest = new Seen(presence, clock.nanos());
        if (byItself && !isPlanned && isDue()) {
            isPlanned = true;
            var _ = callNow();
        }
    }

    /// Whether the server takes no call before somebody signs in anew.
    public synchronized void signInNeeded(boolean isNeeded) {
        isSignInNeeded = isNeeded;
    }

    /// One call, if it is time for one and somebody is there.
    public CompletableFuture<Void> callNow() {
        return sync.call(() -> {
            Optional<Presence> due = takeDue();
            due.ifPresent(this::call);
            return null;
        });
    }

    private synchronized Optional<Presence> takeDue() {
        isPlanned = false;
        if (latest == null || !isDue() || since(latest.nanos()).compareTo(OVER_AFTER) >= 0) {
            return Optional.empty();
        }
        calledNanos = clock.nanos();
        return Optional.of(latest.presence());
    }

    private boolean isDue() {
        return latest != null
                && latest.presence().sinceInputMillis() < EVERY.toMillis()
                && !isSignInNeeded
                && (calledNanos == null || since(calledNanos).compareTo(EVERY) >= 0);
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(clock.nanos() - nanos);
    }

    private void call(Presence presence) {
        OptionalLong unit = choices.unitOf(presence.unitRoleId());
        Caller caller =
                calls.caller()
                        .filter(found -> found.account().id().equals(presence.account()))
                        .orElse(null);
        if (caller == null || unit.isEmpty()) {
            return;
        }
        Long task =
                switch (presence.target()) {
                    case MarkingTarget.OneTask one -> one.taskId();
                    case MarkingTarget.Pile _ -> null;
                };
        // Whatever the answer: it is said, or it is dropped.
        var _ = calls.heartbeat(caller, new HeartbeatRequest(unit.getAsLong(), null, task));
    }
}
