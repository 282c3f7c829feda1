package org.tutortimes.desktop.window;

import java.time.Duration;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.journal.Pause;

/// Says when a session was paused, and why: one sentence in two parts, the second in small type.
///
/// @param when such as "Paused at 14:02"
/// @param why such as "after 10 minutes without input"; empty where the tutor did it
record PauseText(String when, String why) {

    /// @param threshold how long without input is idle
    static PauseText of(Pause pause, Duration threshold, TimeText times) {
        String at = times.timeAndDay(pause.at());
        return switch (pause.reason()) {
            case BY_HAND -> new PauseText("Paused at " + at, "");
            case IDLE ->
                    new PauseText(
                            "Paused at " + at, "after " + minutes(threshold) + " without input");
            case SLEEP -> new PauseText("Paused at " + at, "when the computer went to sleep");
            case QUIT -> new PauseText("Paused at " + at, "when the program was closed");
            case CRASH -> new PauseText("Paused at about " + at, "when the program broke off");
            case SUPERSEDED -> new PauseText("Paused at " + at, "when another session began");
        };
    }

    private static String minutes(Duration threshold) {
        long minutes = threshold.toMinutes();
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
