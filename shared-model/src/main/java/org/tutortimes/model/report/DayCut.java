package org.tutortimes.model.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tutortimes.model.timer.Segment;

/// Cuts a session's counted time at midnight of a zone.
///
/// A day's seconds are floor(counted ms up to its end) − floor(counted ms up to its start), so that
/// the days of a session always sum to its duration, on days of 23 and 25 hours too.
///
/// Source: design, timekeeping, "Days".
public final class DayCut {

    private DayCut() {}

    /// Counted whole seconds by calendar day; days without any are left out, and so are days whose
    /// part of a second is carried on to the next.
    ///
    /// @param counted what counts of *one* session: disjoint, in any order
    /// @param zone where midnight is
    public static SortedMap<LocalDate, Long> secondsByDay(
            Collection<Segment> counted, ZoneId zone) {
        SortedMap<LocalDate, Long> millisByDay = new TreeMap<>();
        for (Segment segment : counted) {
            addByDay(segment, zone, millisByDay);
        }
        SortedMap<LocalDate, Long> secondsByDay = new TreeMap<>();
        long millisSoFar = 0;
        for (var day : millisByDay.entrySet()) {
            long secondsBefore = millisSoFar / 1_000;
            millisSoFar += day.getValue();
            long seconds = millisSoFar / 1_000 - secondsBefore;
            if (seconds > 0) {
                secondsByDay.put(day.getKey(), seconds);
            }
        }
        return secondsByDay;
    }

    private static void addByDay(
            Segment segment, ZoneId zone, SortedMap<LocalDate, Long> millisByDay) {
        Instant reached = segment.start();
        while (reached.isBefore(segment.end())) {
            LocalDate day = reached.atZone(zone).toLocalDate();
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            Instant end = midnight.isBefore(segment.end()) ? midnight : segment.end();
            millisByDay.merge(day, new Segment(reached, end).millis(), Long::sum);
            reached = end;
        }
    }
}
