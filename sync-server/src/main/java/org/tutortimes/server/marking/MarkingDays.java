package org.tutortimes.server.marking;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.report.DayCut;
import org.tutortimes.server.request.Period;
import org.tutortimes.server.request.Query;

/// The days that a request asks for by `start_date`, `end_date` and `timezone`, both ends included;
/// the last eight where it does not say.
record MarkingDays(LocalDate first, LocalDate last, ZoneId zone) {

    private static final int USUAL_DAYS = 8;
    private static final int MOST_DAYS = 366;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9998, 12, 31);

    static MarkingDays of(Query query, ZoneId usualZone, Clock clock) {
        ZoneId zone = Period.zone(query, usualZone);
        LocalDate first = day(query, "start_date");
        LocalDate last = day(query, "end_date");
        LocalDate today = DayCut.dayOf(clock.instant(), zone);
        if (last == null) {
            last = first == null || first.isBefore(today) ? today : first;
        }
        if (first == null) {
            first = last.minusDays(USUAL_DAYS - 1);
        }
        if (last.isBefore(first)) {
            query.fault("end_date", "must not be earlier than start_date");
        } else if (first.plusDays(MOST_DAYS).isBefore(last)) {
            query.fault("end_date", "must be within a year of start_date");
        }
        return new MarkingDays(first, last, zone);
    }

    Instant from() {
        return first.atStartOfDay(zone).toInstant();
    }

    Instant to() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate day(Query query, String name) {
        String text = query.text(name);
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            if (day == null || (!day.isBefore(EARLIEST) && !day.isAfter(LATEST))) {
                return day;
            }
        } catch (DateTimeException e) {
            // Told below, as what lies before any record is.
        }
        query.fault(name, "must be a day, such as 2026-11-21");
        return null;
    }
}
