package org.tutortimes.desktop.window;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.TimerActions;

/// Writes down what was asked of the timer and answers when told to.
public final class RecordedActions implements TimerActions {
    final List<String> asked = new ArrayList<>();
    CompletableFuture<Void> answer = CompletableFuture.completedFuture(null);

    private CompletableFuture<Void> ask(String what) {
        asked.add(what);
        return answer;
    }

    @Override
    public CompletableFuture<Void> start(Choice choice) {
        return ask("start " + ChoiceText.brief(choice));
    }

    @Override
    public CompletableFuture<Void> pause() {
        return ask("pause");
    }

    @Override
    public CompletableFuture<Void> resume() {
        return ask("resume");
    }

    @Override
    public CompletableFuture<Void> resume(UUID sessionId) {
        return ask("resume " + sessionId);
    }

    @Override
    public CompletableFuture<Void> complete() {
        return ask("complete");
    }

    @Override
    public CompletableFuture<Void> keepAwayAndResume() {
        return ask("keepAwayAndResume");
    }

    @Override
    public CompletableFuture<Void> discardAwayAndResume() {
        return ask("discardAwayAndResume");
    }

    @Override
    public CompletableFuture<Void> completeAtAway() {
        return ask("completeAtAway");
    }

    @Override
    public CompletableFuture<Void> dismissNotice() {
        return ask("dismissNotice");
    }

    @Override
    public CompletableFuture<Void> pauseForQuit() {
        return ask("pauseForQuit");
    }
}
