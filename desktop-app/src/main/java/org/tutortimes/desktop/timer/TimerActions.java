package org.tutortimes.desktop.timer;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// What the window may ask of the timer. Each answer comes when the event is durable on the local
/// disk, or fails with a [TimerFailure] whose message is a sentence for the tutor; the state is
/// then as before.
public interface TimerActions {

    /// Starts a session; the one that runs is paused first.
    CompletableFuture<Void> start(Choice choice);

    /// Pauses the running session.
    CompletableFuture<Void> pause();

    /// Resumes the paused session in the window.
    CompletableFuture<Void> resume();

    /// Takes up another paused session of today; the one that runs is paused first.
    CompletableFuture<Void> resume(UUID sessionId);

    /// Completes the session in the window, at its pause where it is paused.
    CompletableFuture<Void> complete();

    /// The banner's "I was marking": the away time counts, and the session goes on.
    CompletableFuture<Void> keepAwayAndResume();

    /// The banner's "Resume": the away time does not count, and the session goes on.
    CompletableFuture<Void> discardAwayAndResume();

    /// The banner's "Complete at …": the session ends at the last input.
    CompletableFuture<Void> completeAtAway();

    /// The tutor has read the notice.
    CompletableFuture<Void> dismissNotice();

    /// Before the program ends while a session runs: pauses it durably.
    CompletableFuture<Void> pauseForQuit();
}
