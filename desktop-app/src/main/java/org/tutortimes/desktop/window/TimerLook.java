package org.tutortimes.desktop.window;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.fx.Shape;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.TimerSnapshot.Current;

/// What the window's upper half says and offers, but for the running figure.
///
/// @param stateLine such as "Running"
/// @param reasonLine goes on with the state line in small type, may be empty
/// @param taskLine what is marked, empty where nothing is chosen
/// @param whoLine whose work, and since when
/// @param primary what the one main button does
/// @param primaryText what it says
/// @param canComplete whether there is a session to complete
/// @param hint what the main button will do besides, empty where that is plain
/// @param brief for the title bar, empty without a session
record TimerLook(
        Shape.Kind shape,
        String stateLine,
        String reasonLine,
        String taskLine,
        String whoLine,
        Primary primary,
        String primaryText,
        boolean canComplete,
        String hint,
        String brief) {

    /// What the main button does.
    enum Primary {
        CHOOSE,
        START,
        PAUSE,
        RESUME
    }

    /// @param chosen what the tutor has picked to mark next, or null
    /// @param threshold how long without input is idle
    static TimerLook of(
            @Nullable Current current,
            @Nullable Choice chosen,
            Duration threshold,
            TimeText times) {
        if (current == null) {
            return ofNothing(chosen);
        }
        TimerLook look = ofSession(current, threshold, times);
        return chosen == null || chosen.equals(current.choice())
                ? look
                : look.withNext(chosen, current);
    }

    private static TimerLook ofNothing(@Nullable Choice chosen) {
        if (chosen == null) {
            return new TimerLook(
                    Shape.Kind.NONE,
                    "Nothing is running",
                    "",
                    "",
                    "Choose a task or a student, then start the clock.",
                    Primary.CHOOSE,
                    "Choose what to mark",
                    false,
                    "",
                    "");
        }
        return new TimerLook(
                Shape.Kind.RING,
                "Ready",
                "",
                ChoiceText.task(chosen),
                ChoiceText.who(chosen),
                Primary.START,
                "Start",
                false,
                "",
                "");
    }

    private static TimerLook ofSession(Current current, Duration threshold, TimeText times) {
        boolean isRunning = current.runningSince() != null;
        PauseText state =
                current.pausedAt() == null
                        ? new PauseText("Running", "")
                        : PauseText.of(current.pausedAt(), threshold, times);
        String since = " · since " + times.timeAndDay(current.startedAt());
        return new TimerLook(
                isRunning ? Shape.Kind.DOT : Shape.Kind.BARS,
                state.when(),
                state.why(),
                ChoiceText.task(current.choice()),
                ChoiceText.who(current.choice()) + since,
                isRunning ? Primary.PAUSE : Primary.RESUME,
                isRunning ? "Pause" : "Resume",
                true,
                "",
                ChoiceText.brief(current.choice()));
    }

    private TimerLook withNext(Choice next, Current current) {
        String before = ChoiceText.brief(current.choice());
        String what = isRunning() ? before + " pauses meanwhile." : before + " stays paused.";
        return new TimerLook(
                shape,
                stateLine,
                reasonLine,
                taskLine,
                whoLine,
                Primary.START,
                "Start " + next.abbreviation(),
                canComplete,
                "Starts " + ChoiceText.brief(next) + "; " + what,
                brief);
    }

    private boolean isRunning() {
        return shape == Shape.Kind.DOT;
    }
}
