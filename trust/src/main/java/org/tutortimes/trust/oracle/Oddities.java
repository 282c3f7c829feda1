package org.tutortimes.trust.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tutortimes.trust.oracle.NaiveSession.Opened;

/// What is odd about a session: the flags that the design has for it, and what several writers have
/// done to it.
final class Oddities {
    private static final long SIX_HOURS = 6 * 3_600_000L;

    private Oddities() {}

    /// The names of its flags.
    static Set<String> flags(NaiveUnitRole role, NaiveSession session) {
        Set<String> flags = new TreeSet<>();
        for (Recorded event : session.order()) {
            if (session.time(event) != event.at()) {
                flags.add("clock_adjusted");
            }
            if (event.reason().equals("crash")) {
                flags.add("estimated_end");
            }
            if (event.opens() && !session.isCorrectedAway(session.opened(event))) {
                ofSegment(session, session.opened(event), flags);
            }
        }
        if (session.spans().stream().anyMatch(span -> span.length() > SIX_HOURS)) {
            flags.add("long_running");
        }
        if (session.completed() && session.recorded() < 1_000) {
            flags.add("empty");
        }
        if (!session.deleted() && session.recorded() > role.counted(session)) {
            flags.add("overlap");
        }
        return flags;
    }

    private static void ofSegment(NaiveSession session, Opened opened, Set<String> flags) {
        if (isClosedElsewhere(opened)) {
            flags.add("closed_elsewhere");
        }
        if (isAfterCompletion(session, opened.opener())
                || opened.closer().filter(end -> isAfterCompletion(session, end)).isPresent()) {
            flags.add("worked_after_completion");
        }
    }

    private static boolean isClosedElsewhere(Opened opened) {
        return opened.closer()
                .filter(closer -> !closer.device().equals(opened.opener().device()))
                .isPresent();
    }

    private static boolean isAfterCompletion(NaiveSession session, Recorded event) {
        return session.order().stream()
                .takeWhile(before -> !before.equals(event))
                .anyMatch(before -> before.is("completed"));
    }

    /// What several writers have done to it, by kind.
    static List<String> conflicts(NaiveSession session) {
        List<Recorded> order = session.order();
        List<String> kinds = new ArrayList<>();
        if (order.stream().map(Recorded::device).distinct().count() > 1) {
            kinds.add("several writers");
        }
        if (order.stream().filter(event -> event.is("completed")).count() > 1) {
            kinds.add("completed twice");
        }
        if (session.openSince().isPresent()) {
            kinds.add("left open");
        }
        if (session.deleted()) {
            kinds.add("deleted");
        }
        return kinds;
    }
}
