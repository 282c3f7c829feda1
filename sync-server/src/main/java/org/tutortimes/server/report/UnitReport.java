package org.tutortimes.server.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.report.UnitAccess.VisibleUnit;
import org.tutortimes.server.report.UnitFigures.TutorFigures;
import org.tutortimes.server.report.UnitFigures.Unit;
import org.tutortimes.server.request.Period;

/// Puts a unit's figures together.
public final class UnitReport {

    private static final int LATEST_SESSIONS = 8;
    private static final int MOST_PAUSED = 8;
    private static final Duration LATELY = Duration.ofHours(12);

    private final Database database;
    private final InstantSource clock;
    private final UnitStore units = new UnitStore();

    public UnitReport(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The figures of a unit; empty for an unknown one. Who may see them is for the caller to ask.
    public Optional<UnitFigures> read(Scope scope, PeriodChoice period) {
        return database.read(handle -> read(handle, scope, period));
    }

    /// The same within a read that goes on to read more.
    public Optional<UnitFigures> read(Handle handle, Scope scope, PeriodChoice period) {
        return units.unit(handle, scope.unitId()).map(unit -> figures(handle, unit, scope, period));
    }

    /// These units at a glance.
    ///
    /// @param units that the reader sees
    public List<UnitCard> cards(List<VisibleUnit> units, long readerId) {
        return database.read(
                handle -> units.stream().map(unit -> card(handle, unit, readerId)).toList());
    }

    private UnitCard card(Handle handle, VisibleUnit visible, long readerId) {
        Scope scope =
                visible.whole() ? Scope.whole(visible.id()) : Scope.own(visible.id(), readerId);
        Unit unit = units.unit(handle, visible.id()).orElseThrow();
        LocalDate today = clock.instant().atZone(unit.zone()).toLocalDate();
        LocalDate monday = CellSize.WEEK.firstDay(today);
        Period week =
                new Period(
                        monday.atStartOfDay(unit.zone()).toInstant(),
                        monday.plusWeeks(1).atStartOfDay(unit.zone()).toInstant(),
                        unit.zone());
        return new UnitCard(
                unit.id(),
                unit.code(),
                unit.name(),
                visible.whole(),
                total(handle, unit, scope, null),
                CutTime.read(handle, scope, week, CellSize.WEEK).stream()
                        .mapToLong(CutTime.Portion::seconds)
                        .sum(),
                units.running(handle, scope, clock.instant()).size(),
                visible.whole() ? unit.budgetHours() : null);
    }

    private UnitFigures figures(Handle handle, Unit unit, Scope scope, PeriodChoice choice) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = now.atZone(unit.zone()).toLocalDate();
        LocalDate firstWorked = firstWorked(handle, unit, scope, today);
        Cells cells = choice.cells(firstDay(unit, firstWorked), today, unit.zone());
        boolean ever = choice == PeriodChoice.WHOLE_UNIT;
        CellSize size = choice.showsDays() ? CellSize.DAY : CellSize.WEEK;
        LocalDate monday = CellSize.WEEK.firstDay(today);
        Period period = ever ? Period.ever(unit.zone()) : recent(cells, monday);
        UnitHours hours =
                new UnitHours(
                        CutTime.read(handle, scope, period, size),
                        new UnitHours.Wanted(cells, monday, ever));
        return new UnitFigures(
                unit,
                now,
                total(handle, unit, scope, ever ? hours : null),
                hours.thisWeekSeconds(),
                hours.lastWeekSeconds(),
                hours.recentWeeks(Forecast.weeks(firstWorked, monday)),
                tutors(units.members(handle, scope), hours),
                hours.ofAll().submissions(),
                units.running(handle, scope, now),
                units.paused(handle, scope),
                units.latelyPaused(handle, scope, now.minus(LATELY), MOST_PAUSED),
                cells,
                hours.byCell(),
                units.latest(handle, scope, LATEST_SESSIONS));
    }

    /// The cells, and in any case this week and those that a forecast takes.
    private static Period recent(Cells cells, LocalDate monday) {
        LocalDate before = monday.minusWeeks(Forecast.MOST_WEEKS);
        LocalDate first = cells.firstDay(0).isBefore(before) ? cells.firstDay(0) : before;
        return new Period(
                first.atStartOfDay(cells.zone()).toInstant(),
                monday.plusWeeks(1).atStartOfDay(cells.zone()).toInstant(),
                cells.zone());
    }

    /// @param ever the hours of all time, where they were read
    private static long total(Handle handle, Unit unit, Scope scope, @Nullable UnitHours ever) {
        if (scope.isWhole()) {
            return unit.totalSeconds();
        }
        return ever == null ? CompletedStore.seconds(handle, scope) : ever.ofAll().seconds();
    }

    private static List<TutorFigures> tutors(List<UnitStore.Member> members, UnitHours hours) {
        return members.stream()
                .filter(member -> member.active() || member.lastActive() != null)
                .map(member -> {
                    Sums sums = hours.ofRole(member.unitRoleId());
                    return new TutorFigures(
                            member.unitRoleId(),
                            member.name(),
                            member.role(),
                            hours.thisWeekSeconds(member.unitRoleId()),
                            sums.seconds(),
                            sums.sessions(),
                            sums.submissions(),
                            member.lastActive());
                })
                .sorted(Comparator.comparingLong(TutorFigures::seconds).reversed())
                .toList();
    }

    private LocalDate firstWorked(Handle handle, Unit unit, Scope scope, LocalDate today) {
        return units.firstStart(handle, scope)
                .map(start -> start.atZone(unit.zone()).toLocalDate())
                .orElse(today);
    }

    private static LocalDate firstDay(Unit unit, LocalDate firstWorked) {
        LocalDate start = unit.startDate();
        return start != null && start.isBefore(firstWorked) ? start : firstWorked;
    }
}
