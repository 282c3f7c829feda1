package org.tutortimes.desktop.window;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.timer.TimerSnapshot.Away;
import org.tutortimes.model.report.DurationText;
import org.tutortimes.model.timer.PauseReason;

/// The banner's question about time away from the computer.
///
/// @param title what happened, such as "Away from 14:02 to 14:25"
/// @param keepText the button for "I was marking"
/// @param completeText the button that ends the session where the time away began
record AwayLook(String title, String keepText, String completeText) {

    static AwayLook of(Away away, TimeText times) {
        String since = times.timeAndDay(away.since());
        return new AwayLook(
                title(away.reason(), since, away.back() == null ? null : times.time(away.back())),
                "I was marking: keep " + keptText(away) + " and resume",
                "Complete at " + since);
    }

    private static String title(PauseReason reason, String since, @Nullable String back) {
        String what = reason == PauseReason.SLEEP ? "The computer slept from " : "No input from ";
        return back == null
                ? what + since + " on. The clock is paused."
                : what + since + " to " + back + ". Nothing of it is counted so far.";
    }

    private static String keptText(Away away) {
        return away.back() == null
                ? "the time"
                : DurationText.words(Duration.between(away.since(), away.back()).toSeconds());
    }
}
