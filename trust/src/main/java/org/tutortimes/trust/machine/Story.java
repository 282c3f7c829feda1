package org.tutortimes.trust.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What happened in a run: a line for each thing that somebody may want to read, how often each
/// kind of thing was met, and the first thing that must never be.
public final class Story {
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private @Nullable String violation;
    private long nowMillis;

    public void at(long millis) {
        nowMillis = millis;
    }

    public void tell(String line) {
        lines.add("%9.3f s  %s".formatted(nowMillis / 1_000.0, line));
    }

    /// A thing of this kind was met.
    ///
    /// @param group such as `fault`, `event`, `conflict`
    public void count(String group, String kind) {
        counts.merge(group + " " + kind, 1L, Long::sum);
    }

    /// Something that the design forbids. Only the first of a run is kept: the rest follows from
    /// it.
    public void violated(String invariant, String what) {
        if (violation == null) {
            violation = invariant + ": " + what;
            tell("VIOLATED " + violation);
        }
    }

    public @Nullable String violation() {
        return violation;
    }

    public List<String> lines() {
        return lines;
    }

    public Map<String, Long> counts() {
        return counts;
    }
}
