package org.tutortimes.model.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which segments a person may enter by hand, as a manual session or as a correction.
///
/// Source: design, timekeeping, "Replay" 4: what these rules let through is a valid correction for
/// replay, provided that its event is not effective before the last segment ends.
public final class EntryRules {

    /// A segment is no longer than this, in milliseconds: 31 days.
    public static final long MOST_SEGMENT_MILLIS = 31L * 24 * 3_600_000;

    private static final Duration LONGEST = Duration.ofMillis(MOST_SEGMENT_MILLIS);

    /// No event and no segment is older.
    public static final Instant EARLIEST = Instant.EPOCH;

    /// What is wrong with one field, such as `segments[2].end`.
    public record Fault(String field, String fault) {}

    private EntryRules() {}

    /// Every fault of the segments; none for those that may be entered, nor for none at all.
    ///
    /// @param segments empty in the place of one that could not be read
    /// @param now nobody has worked in the future yet
    public static List<Fault> faults(List<Optional<Segment>> segments, Instant now) {
        List<Fault> faults = new ArrayList<>();
        Instant reached = EARLIEST;
        for (int index = 0; index < segments.size(); index++) {
            Segment segment = segments.get(index).orElse(null);
            if (segment == null) {
                continue;
            }
            String field = "segments[" + index + "]";
            startFault(segment, reached)
                    .ifPresent(fault -> faults.add(new Fault(field + ".start", fault)));
            endFault(segment, now).ifPresent(fault -> faults.add(new Fault(field + ".end", fault)));
            reached = segment.end().isAfter(reached) ? segment.end() : reached;
        }
        return faults;
    }

    private static Optional<String> startFault(Segment segment, Instant reached) {
        if (segment.start().isBefore(EARLIEST)) {
            return Optional.of("must not lie before 1970");
        }
        return segment.start().isBefore(reached)
                ? Optional.of("must not lie before the end of the segment before it")
                : Optional.empty();
    }

    private static Optional<String> endFault(Segment segment, Instant now) {
        if (segment.isEmpty()) {
            return Optional.of("must lie after the start");
        }
        if (segment.end().isAfter(now)) {
            return Optional.of("must not lie in the future");
        }
        return Duration.between(segment.start(), segment.end()).compareTo(LONGEST) > 0
                ? Optional.of("must lie within 31 days of the start")
                : Optional.empty();
    }

    /// Whether the segments hold what a completed session must hold at least.
    public static boolean isEnough(List<Segment> segments) {
        return Segment.unionMillis(segments) >= TimerRules.LEAST_WORK_MILLIS;
    }
}
