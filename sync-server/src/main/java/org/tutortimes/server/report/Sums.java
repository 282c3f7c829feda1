package org.tutortimes.server.report;

import java.util.HashSet;
import java.util.Set;
import org.tutortimes.server.report.CutTime.Portion;

/// Adds portions of sessions up.
///
/// Seconds are those of all portions. A session counts where it began, and so do its submissions:
/// piles as the tutor counted them, and each single task once, however often it was marked.
public final class Sums {

    private final Set<Long> tasks = new HashSet<>();
    private long seconds;
    private long sessions;
    private long ofPiles;

    public void add(Portion portion) {
        seconds += portion.seconds();
        if (portion.begun()) {
            sessions++;
            Long task = portion.session().taskId();
            Long submissions = portion.session().submissions();
            if (task != null) {
                tasks.add(task);
            } else if (submissions != null) {
                ofPiles += submissions;
            }
        }
    }

    public long seconds() {
        return seconds;
    }

    public long sessions() {
        return sessions;
    }

    public long submissions() {
        return tasks.size() + ofPiles;
    }
}
