package org.tutortimes.server.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.wire.Json;

/// The period that a request asks for by `from`, `to` and `timezone`: half-open, and without a
/// bound where none was given.
///
/// @param zone where its days begin and end
public record Period(@Nullable Instant from, @Nullable Instant to, ZoneId zone) {

    /// Reads the three parameters. `from` and `to` are instants, or days of the zone, which belong
    /// to the period as a whole. What is wrong becomes a fault of the query.
    ///
    /// @param usualZone where the request names none
    public static Period of(Query query, ZoneId usualZone) {
        return in(query, zone(query, usualZone));
    }

    /// The same for a page, which says by whose clock its days are: reads `from` and `to` alone.
    public static Period in(Query query, ZoneId zone) {
        Instant from = bound(query, "from", zone, 0);
        Instant to = bound(query, "to", zone, 1);
        if (from != null && to != null && !from.isBefore(to)) {
            query.fault("to", "must be later than from");
        }
        return new Period(from, to, zone);
    }

    /// All time.
    public static Period ever(ZoneId zone) {
        return new Period(null, null, zone);
    }

    /// In milliseconds since 1970; before everything where there is no bound.
    public long fromMillis() {
        return from == null ? Long.MIN_VALUE : from.toEpochMilli();
    }

    /// In milliseconds since 1970; after everything where there is no bound.
    public long toMillis() {
        return to == null ? Long.MAX_VALUE : to.toEpochMilli();
    }

    /// As a stretch of time.
    public Segment segment() {
        return new Segment(from == null ? Instant.MIN : from, to == null ? Instant.MAX : to);
    }

    /// The zone of `timezone`, or the usual one.
    public static ZoneId zone(Query query, ZoneId usualZone) {
        String name = query.text("timezone");
        try {
            return name == null ? usualZone : ZoneId.of(name);
        } catch (DateTimeException e) {
            query.fault("timezone", "must be a time zone, such as Australia/Melbourne");
            return ZoneOffset.UTC;
        }
    }

    private static @Nullable Instant bound(Query query, String name, ZoneId zone, int daysAfter) {
        String text = query.text(name);
        if (text == null) {
            return null;
        }
        try {
            Instant bound =
                    text.contains("T")
                            ? Json.instant(text)
                            : LocalDate.parse(text)
                                    .plusDays(daysAfter)
                                    .atStartOfDay(zone)
                                    .toInstant();
            if (CalendarYears.hold(bound)) {
                return bound;
            }
        } catch (DateTimeException e) {
            // Told below, as what cannot be in a report is.
        }
        query.fault(name, "must be a day, such as 2026-11-21, or an ISO-8601 instant");
        return null;
    }
}
