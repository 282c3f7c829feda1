package org.tutortimes.trust.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tutortimes.trust.simulation.Simulation.Outcome;

/// Leaves acts out of a history that fails, as long as it fails by the same invariant.
public final class Shortening {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final String invariant;
    private final long deadline = System.nanoTime() + LONGEST.toNanos();
    private Outcome shortest;

    private Shortening(Outcome failed) {
        this.shortest = failed;
        this.invariant = invariant(failed);
    }

    public static Outcome of(Outcome failed) {
        Shortening shortening = new Shortening(failed);
        for (int size = Math.max(1, failed.acts().size() / 2); size >= 1; size /= 2) {
            shortening.leaveOut(size);
        }
        return shortening.shortest;
    }

    private void leaveOut(int size) {
        int at = 0;
        while (at < shortest.acts().size() && System.nanoTime() < deadline) {
            List<Act> rest = new ArrayList<>(shortest.acts());
            rest.subList(at, Math.min(rest.size(), at + size)).clear();
            Outcome outcome = Simulation.run(shortest.seed(), rest);
            if (!outcome.isGood() && invariant(outcome).equals(invariant)) {
                shortest = outcome;
            } else {
                at += size;
            }
        }
    }

    private static String invariant(Outcome outcome) {
        return Simulation.invariantOf(outcome.violation());
    }
}
