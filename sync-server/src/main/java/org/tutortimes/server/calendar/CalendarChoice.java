package org.tutortimes.server.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.server.request.CalendarYears;
import org.tutortimes.server.request.Query;

/// Which sessions a calendar shows.
///
/// @param unitRoleId whose; null for everybody's
/// @param taskDefinitionId what was marked; null for anything
/// @param withoutTutorials whether sessions that began in a tutorial are left out
record CalendarChoice(
        @Nullable Long unitRoleId,
        @Nullable Long taskDefinitionId,
        Kind kind,
        boolean withoutTutorials) {

    private static final Duration LONGEST = Duration.ofDays(400);

    /// Of which record the sessions are.
    enum Kind {
        BOTH,
        TIMER,
        MARKING
    }

    /// Reads `tutor`, `task`, `kind` and `tutorials`.
    static CalendarChoice of(Query query) {
        String kind = query.oneOf("kind", "timer", "marking");
        return new CalendarChoice(
                query.number("tutor"),
                query.number("task"),
                kind == null ? Kind.BOTH : kind.equals("timer") ? Kind.TIMER : Kind.MARKING,
                "hide".equals(query.oneOf("tutorials", "hide")));
    }

    /// Reads `start` and `end`: what a clock of the zone shows, though a script says that it is
    /// UTC.
    static Segment stretch(Query query, ZoneId zone) {
        Instant start = instant(query, "start", zone);
        Instant end = instant(query, "end", zone);
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            query.fault("end", "must be later than start, by a year at most");
        }
        return new Segment(start, end);
    }

    private static Instant instant(Query query, String name, ZoneId zone) {
        String text = query.text(name);
        try {
            Instant instant =
                    LocalDateTime.parse(text == null ? "" : text.replaceFirst("Z$", ""))
                            .atZone(zone)
                            .toInstant();
            if (CalendarYears.hold(instant)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Told below, as what is no time of a calendar is.
        }
        query.fault(name, "must be a local time, such as 2026-11-30T00:00:00");
        return Instant.EPOCH;
    }
}
