package org.tutortimes.server.request;

import java.time.Instant;

/// The years of four digits. Instants outside of them stand in no report and no timetable, and the
/// farthest of them cannot be stored.
public final class CalendarYears {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    static final String FAULT = "must be in one of the years 1 to 9999";

    private CalendarYears() {}

    /// Whether an instant lies in them.
    public static boolean hold(Instant instant) {
        return instant.isAfter(EARLIEST) && instant.isBefore(LATEST);
    }
}
