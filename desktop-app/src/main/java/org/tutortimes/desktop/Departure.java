package org.tutortimes.desktop;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.fx.FxThread;
import org.tutortimes.desktop.fx.Question;
import org.tutortimes.desktop.fx.Question.Answer;
import org.tutortimes.desktop.timer.TimerActions;
import org.tutortimes.desktop.window.TimerViewModel;

/// Closing the window. While the clock runs it asks first: pause, complete, or stay.
final class Departure {
    private final DesktopWindow window;
    private final TimerViewModel timer;
    private final TimerActions actions;
    private final Runnable quit;

    Departure(DesktopWindow window, TimerViewModel timer, TimerActions actions, Runnable quit) {
        this.window = window;
        this.timer = timer;
        this.actions = actions;
        this.quit = quit;
    }

    /// The window shall close; it does so when what runs is stored.
    void asked(WindowEvent request) {
        request.consume();
        if (timer.isRunning().getValue()) {
            ask();
        } else {
            quit.run();
        }
    }

    private void ask() {
        Question[] question = new Question[1];
        question[0] =
                new Question(
                        "The clock is running",
                        "What shall happen with this session?",
                        List.of(
                                new Answer(
                                        "pauseAndClose",
                                        "Pause and close",
                                        () -> leave(actions::pauseForQuit, question[0])),
                                new Answer(
                                        "completeAndClose",
                                        "Complete and close",
                                        () -> leave(actions::complete, question[0])),
                                new Answer("stay", "Keep running", window::closeQuestion)));
        window.ask(question[0]);
    }

    private void leave(Supplier<CompletableFuture<Void>> action, Question question) {
        var _ =
                action.get()
                        .whenComplete((_, thrown) -> FxThread.run(() -> left(thrown, question)));
    }

    private void left(@Nullable Throwable thrown, Question question) {
        if (thrown == null) {
            quit.run();
        } else {
            question.showFailure(TimerViewModel.sentence(thrown));
        }
    }
}
