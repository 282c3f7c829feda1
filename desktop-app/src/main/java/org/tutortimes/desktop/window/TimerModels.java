package org.tutortimes.desktop.window;

import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.desktop.tracking.ObservedViewModel;

/// What the timer's view shows, in its parts, kept in step.
public record TimerModels(
        TimerViewModel timer,
        TodayViewModel today,
        ChoiceViewModel choice,
        ObservedViewModel observed) {

    /// Takes over what the timer thread published.
    public void show(TimerSnapshot snapshot) {
        timer.show(snapshot);
        today.show(snapshot, timer.openMillis());
        if (choice.found().isEmpty()) {
            // The first reference data may have come with this.
            choice.look();
        }
    }

    /// Brings the running figures up to date.
    public void tick() {
        timer.tick();
        today.show(timer.snapshot().getValue(), timer.openMillis());
    }
}
