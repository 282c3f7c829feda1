package org.tutortimes.server.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.tutortimes.server.report.CutTime.Portion;

/// A unit's time as its page shows it: by tutor, by day or week, and of this week and the last.
final class UnitHours {

    /// What the page asks for.
    ///
    /// @param thisMonday with which this week begins
    /// @param everBegan whether the tutors' figures are of all time, and not of the cells alone
    record Wanted(Cells cells, LocalDate thisMonday, boolean everBegan) {}

    private final Wanted wanted;
    private final Map<Long, Sums> byRole = new HashMap<>();
    private final Map<Long, Long> thisWeekByRole = new HashMap<>();
    private final Sums ofAll = new Sums();
    private final long[] byCell;
    private final Map<LocalDate, Long> byWeek = new HashMap<>();

    UnitHours(List<Portion> portions, Wanted wanted) {
        this.wanted = wanted;
        this.byCell = new long[wanted.cells().count()];
        portions.forEach(this::add);
    }

    private void add(Portion portion) {
        long role = portion.session().unitRoleId();
        LocalDate monday = CellSize.WEEK.firstDay(portion.cell());
        if (monday.equals(wanted.thisMonday())) {
            thisWeekByRole.merge(role, portion.seconds(), Long::sum);
        }
        byWeek.merge(monday, portion.seconds(), Long::sum);
        int cell = wanted.cells().indexOf(portion.cell());
        if (cell >= 0) {
            byCell[cell] += portion.seconds();
        }
        if (cell >= 0 || wanted.everBegan()) {
            byRole.computeIfAbsent(role, _ -> new Sums()).add(portion);
            ofAll.add(portion);
        }
    }

    /// Of the period.
    Sums ofRole(long unitRoleId) {
        return byRole.getOrDefault(unitRoleId, new Sums());
    }

    /// Of the period.
    Sums ofAll() {
        return ofAll;
    }

    long thisWeekSeconds(long unitRoleId) {
        return thisWeekByRole.getOrDefault(unitRoleId, 0L);
    }

    long thisWeekSeconds() {
        return thisWeekByRole.values().stream().mapToLong(Long::longValue).sum();
    }

    long lastWeekSeconds() {
        return secondsOfWeek(wanted.thisMonday().minusWeeks(1));
    }

    /// Of the whole weeks before this one, the last first.
    List<Long> recentWeeks(long most) {
        return LongStream.rangeClosed(1, most)
                .mapToObj(ago -> secondsOfWeek(wanted.thisMonday().minusWeeks(ago)))
                .toList();
    }

    private long secondsOfWeek(LocalDate monday) {
        return byWeek.getOrDefault(monday, 0L);
    }

    List<Long> byCell() {
        return LongStream.of(byCell).boxed().toList();
    }
}
