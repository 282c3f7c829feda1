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
/// the days of a session always sum to its duration, on days of 23 and 25 hours too. Weeks and
/// months are sums of their days.
///
/// Source: design, timekeeping, "Days".
public final class DayCut {

    private static final Segment EVER = new Segment(Instant.MIN, Instant.MAX);

    private DayCut() {}

    /// The calendar day whose midnight an instant comes after.
    ///
    /// Where a clock is set back over midnight it shows the old day once more; that midnight has
    /// passed all the same, so such an instant belongs to the new day.
    public static LocalDate dayOf(Instant instant, ZoneId zone) {
        LocalDate shown = instant.atZone(zone).toLocalDate();
        LocalDate next = shown.plusDays(1);
        return instant.isBefore(midnight(next, zone)) ? shown : next;
    }

    /// Counted whole seconds by calendar day; days without any are left out, and so are days whose
    /// part of a second is carried on to the next.
    ///
    /// @param counted what counts of *one* session: disjoint, in any order
    /// @param zone where midnight is
    public static SortedMap<LocalDate, Long> secondsByDay(
            Collection<Segment> counted, ZoneId zone) {
        return secondsByDay(counted, zone, EVER);
    }

    /// The same for the part of the session that lies in a period. The ends of the period are cut
    /// as midnight is, so that periods that follow one another add up to the whole.
    public static SortedMap<LocalDate, Long> secondsByDay(
            Collection<Segment> counted, ZoneId zone, Segment period) {
        SortedMap<LocalDate, Long> millisByDay = new TreeMap<>();
        long millisSoFar = 0;
        for (Segment segment : counted) {
            millisSoFar += segment.before(period.start()).map(Segment::millis).orElse(0L);
            segment.from(period.start())
                    .flatMap(rest -> rest.before(period.end()))
                    .ifPresent(inside -> addByDay(inside, zone, millisByDay));
        }
        SortedMap<LocalDate, Long> secondsByDay = new TreeMap<>();
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
            LocalDate day = dayOf(reached, zone);
            Instant midnight = midnight(day.plusDays(1), zone);
            Instant end = midnight.isBefore(segment.end()) ? midnight : segment.end();
            millisByDay.merge(day, new Segment(reached, end).millis(), Long::sum);
            reached = end;
        }
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
