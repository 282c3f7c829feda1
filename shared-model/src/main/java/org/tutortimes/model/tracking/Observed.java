package org.tutortimes.model.tracking;

import java.time.Instant;

/// From when until when somebody was observed. Its end is not before its start, and equals it where
/// there was a single observation.
public record Observed(Instant start, Instant end) {
    public Observed {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("an end before its start");
        }
    }

    /// Whether both have an instant in common: being observed in one while the other begins or ends
    /// is in common too.
    public boolean meets(Observed other) {
        return !start.isAfter(other.end) && !other.start.isAfter(end);
    }
}
