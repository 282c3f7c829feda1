package org.tutortimes.server.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Period;

/// What somebody takes away: the completed sessions of a unit, as far as they see it, that begin in
/// a period.
record Export(SeenUnit unit, Period period) {

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    long unitId() {
        return unit.scope().unitId();
    }

    /// Where its days begin and its clocks run.
    ZoneId zone() {
        return period.zone();
    }

    /// Such as `SIT221-marking-2026-07-13-to-2026-07-19.csv`, for any disk and any shell.
    ///
    /// @param now the last day where the period does not end
    String fileName(ExportFormat format, Instant now) {
        String code = EDGES.matcher(UNSAFE.matcher(unit.code()).replaceAll("-")).replaceAll("");
        return "%s-marking-%sto-%s.%s"
                .formatted(
                        code.isEmpty() ? "unit-" + unitId() : code,
                        period.from() == null ? "" : day(period.from()) + "-",
                        period.to() == null ? day(now) : day(period.to().minusMillis(1)),
                        format.extension());
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone()).toLocalDate();
    }
}
