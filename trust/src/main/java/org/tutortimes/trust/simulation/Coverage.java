package org.tutortimes.trust.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tutortimes.trust.machine.Mishap;

/// What many runs together must have met: a fault that never came to pass has proved nothing.
public final class Coverage {
    private static final List<String> FAULTS =
            List.of(
                    "fault bad row",
                    "fault clock drifts",
                    "fault clock set by some minutes",
                    "fault clock set by up to a year",
                    "fault crash at its disk",
                    "fault crash from outside",
                    "fault crash over a click",
                    "fault crash while it started",
                    "fault disk full at a desk",
                    "fault disk full at a server",
                    "fault journal cloned",
                    "fault journal restored",
                    "fault power lost",
                    "fault role lost",
                    "fault server crash",
                    "fault server crash at its disk",
                    "fault signed out",
                    "fault sleep",
                    "fault tokens end",
                    "fault unknown kind");

    private static final List<String> EVENTS =
            List.of(
                    "event away_discarded ",
                    "event away_kept ",
                    "event completed ",
                    "event paused by_hand",
                    "event paused crash",
                    "event paused idle",
                    "event paused quit",
                    "event paused sleep",
                    "event paused superseded",
                    "event resumed ",
                    "event started ");

    private static final List<String> ANSWERS =
            List.of(
                    "answer duplicate ",
                    "answer held role_lost",
                    "answer held unknown_kind",
                    "answer held unknown_task",
                    "answer held waiting_for_start",
                    "answer refused malformed",
                    "answer stored ",
                    "web WEB_COMPLETE SessionAnswer",
                    "web WEB_CORRECT SessionAnswer",
                    "web WEB_DELETE SessionAnswer",
                    "web WEB_ENTER Outcome",
                    "web WEB_PAUSE SessionAnswer",
                    "web WEB_RESTORE SessionAnswer",
                    "web WEB_RESUME SessionAnswer",
                    "web WEB_START Outcome");

    private static final List<String> CONFLICTS =
            List.of(
                    "conflict completed twice",
                    "conflict deleted",
                    "conflict left open",
                    "conflict several writers",
                    "flag clock_adjusted",
                    "flag closed_elsewhere",
                    "flag empty",
                    "flag estimated_end",
                    "flag long_running",
                    "flag overlap",
                    "flag worked_after_completion",
                    "status active",
                    "status completed",
                    "status paused");

    private Coverage() {}

    /// What was never met.
    public static List<String> missing(Map<String, Long> counts) {
        List<String> wanted = new ArrayList<>();
        Stream.of(FAULTS, EVENTS, ANSWERS, CONFLICTS).forEach(wanted::addAll);
        for (Mishap mishap : Mishap.values()) {
            wanted.add("fault network " + mishap);
        }
        for (Deed deed : Deed.values()) {
            wanted.add("deed " + deed);
        }
        return wanted.stream().filter(kind -> !counts.containsKey(kind)).toList();
    }
}
