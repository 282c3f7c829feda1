package org.tutortimes.server.report;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.report.HoursStore.RoleTotal;
import org.tutortimes.server.report.UnitFigures.TutorFigures;
import org.tutortimes.server.report.UnitFigures.Unit;

/// Puts a unit's figures together.
public final class UnitReport {

    private static final int LATEST_SESSIONS = 8;
    private static final int LAST_WEEK = 0;
    private static final int THIS_WEEK = 1;

    private final Database database;
    private final InstantSource clock;
    private final UnitStore units = new UnitStore();
    private final HoursStore hours = new HoursStore();

    public UnitReport(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The figures of a unit; empty for an unknown one. Who may see them is for the caller to ask.
    public Optional<UnitFigures> read(Scope scope, PeriodChoice period) {
        return database.read(handle ->
                units.unit(handle, scope.unitId())
                        .map(unit -> figures(handle, unit, scope, period)));
    }

    private UnitFigures figures(Handle handle, Unit unit, Scope scope, PeriodChoice period) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = now.atZone(unit.zone()).toLocalDate();
        LocalDate monday = PeriodChoice.mondayOf(today);
        Cells twoWeeks = PeriodChoice.weeks(monday.minusWeeks(1), monday, unit.zone());
        Cells cells = period.cells(firstDay(handle, unit, scope, today), today, unit.zone());
        CutHours recent = CutHours.read(hours, handle, scope, twoWeeks);
        CutHours cut = CutHours.read(hours, handle, scope, cells);
        boolean wholeUnit = period == PeriodChoice.WHOLE_UNIT;
        List<RoleTotal> begun =
                wholeUnit
                        ? ever(handle, scope)
                        : hours.totals(
                                handle,
                                scope,
                                cells.startMillis(0),
                                cells.startMillis(cells.count()));
        return new UnitFigures(
                unit,
                now,
                scope.isWhole()
                        ? unit.totalSeconds()
                        : ever(handle, scope).stream().mapToLong(RoleTotal::seconds).sum(),
                recent.secondsOfAll(THIS_WEEK),
                recent.secondsOfAll(LAST_WEEK),
                tutors(units.members(handle, scope), recent, begun, wholeUnit ? null : cut),
                units.running(handle, scope),
                units.paused(handle, scope),
                cells,
                cut.byCell(),
                units.latest(handle, scope, LATEST_SESSIONS));
    }

    private List<RoleTotal> ever(Handle handle, Scope scope) {
        return hours.totals(handle, scope, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /// @param cut the period's hours; null where the totals of whole sessions are what is wanted
    private static List<TutorFigures> tutors(
            List<UnitStore.Member> members,
            CutHours recent,
            List<RoleTotal> begun,
            @Nullable CutHours cut) {
        Map<Long, RoleTotal> totals =
                begun.stream()
                        .collect(Collectors.toMap(RoleTotal::unitRoleId, Function.identity()));
        return members.stream()
                .filter(member -> member.active() || member.lastActive() != null)
                .map(member -> {
                    long role = member.unitRoleId();
                    RoleTotal total = totals.getOrDefault(role, new RoleTotal(role, 0, 0, 0));
                    return new TutorFigures(
                            role,
                            member.name(),
                            member.role(),
                            recent.seconds(role, THIS_WEEK),
                            cut == null ? total.seconds() : cut.seconds(role),
                            total.sessions(),
                            total.submissions(),
                            member.lastActive());
                })
                .sorted(Comparator.comparingLong(TutorFigures::seconds).reversed())
                .toList();
    }

    private LocalDate firstDay(Handle handle, Unit unit, Scope scope, LocalDate today) {
        ZoneId zone = unit.zone();
        LocalDate firstWorked =
                units.firstStart(handle, scope)
                        .map(start -> start.atZone(zone).toLocalDate())
                        .orElse(today);
        LocalDate start = unit.startDate();
        return start != null && start.isBefore(firstWorked) ? start : firstWorked;
    }
}
