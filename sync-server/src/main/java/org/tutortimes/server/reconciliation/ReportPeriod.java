package org.tutortimes.server.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.tutortimes.model.report.DayCut;
import org.tutortimes.server.request.Period;
import org.tutortimes.server.request.Query;

/// The period of these reports, which has both bounds: today and the seven days before it where the
/// request does not say.
public record ReportPeriod(Period period) {

    private static final int USUAL_DAYS = 8;
    private static final Duration LONGEST = Duration.ofDays(367);

    static ReportPeriod of(Query query, ZoneId usualZone, Clock clock) {
        Period asked = Period.of(query, usualZone);
        Period whole = completed(asked, clock);
        Instant from = whole.segment().start();
        Instant to = whole.segment().end();
        if (!from.isBefore(to)) {
            query.fault("to", "must be later than from");
        } else if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            query.fault("to", "must be within a year of from");
        }
        return new ReportPeriod(whole);
    }

    private static Period completed(Period asked, Clock clock) {
        Instant to = asked.to();
        Instant from = asked.from();
        LocalDate lastDay =
                DayCut.dayOf(to == null ? clock.instant() : to.minusMillis(1), asked.zone());
        return new Period(
                from == null ? midnight(lastDay.minusDays(USUAL_DAYS - 1), asked.zone()) : from,
                to == null ? midnight(lastDay.plusDays(1), asked.zone()) : to,
                asked.zone());
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
