package org.tutortimes.server.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.replay.Counting;
import org.tutortimes.model.replay.Counting.CountedSegment;
import org.tutortimes.model.report.DayCut;
import org.tutortimes.model.timer.Segment;

/// Completed seconds by unit role and cell.
///
/// Most sessions lie in one cell, and the database adds those up. Only the few that cross an edge
/// are cut, so that every cell is exact and the cells of a session sum to its duration.
final class CutHours {

    private final Map<Long, long[]> secondsByRole = new HashMap<>();
    private final int cells;

    private CutHours(int cells) {
        this.cells = cells;
    }

    static CutHours read(HoursStore store, Handle handle, Scope scope, Cells cells) {
        CutHours hours = new CutHours(cells.count());
        for (HoursStore.RoleCell inside : store.insideCells(handle, scope, cells)) {
            hours.add(inside.unitRoleId(), inside.cell(), inside.seconds());
        }
        for (HoursStore.CrossingSession session : store.crossing(handle, scope, cells)) {
            List<Segment> pieces = countedPieces(store, handle, session);
            for (Map.Entry<LocalDate, Long> day :
                    DayCut.secondsByDay(pieces, cells.zone()).entrySet()) {
                hours.add(session.unitRoleId(), cells.indexOf(day.getKey()), day.getValue());
            }
        }
        return hours;
    }

    /// What counts of a session. Its neighbours are looked for only where they took some of it.
    private static List<Segment> countedPieces(
            HoursStore store, Handle handle, HoursStore.CrossingSession session) {
        List<HoursStore.StoredSegment> own = store.segmentsOf(handle, session);
        if (own.stream().allMatch(HoursStore.StoredSegment::countsWhole)) {
            return own.stream().map(HoursStore.StoredSegment::segment).toList();
        }
        List<CountedSegment> counted =
                Counting.count(store.segmentsAround(handle, session))
                        .getOrDefault(session.id(), List.of());
        return counted.stream().flatMap(each -> each.counted().stream()).toList();
    }

    long seconds(long unitRoleId, int cell) {
        long[] byCell = secondsByRole.get(unitRoleId);
        return byCell == null ? 0 : byCell[cell];
    }

    long seconds(long unitRoleId) {
        long[] byCell = secondsByRole.get(unitRoleId);
        return byCell == null ? 0 : LongStream.of(byCell).sum();
    }

    long secondsOfAll(int cell) {
        return secondsByRole.values().stream().mapToLong(byCell -> byCell[cell]).sum();
    }

    List<Long> byCell() {
        long[] sums = new long[cells];
        Arrays.setAll(sums, this::secondsOfAll);
        return LongStream.of(sums).boxed().toList();
    }

    private void add(long unitRoleId, int cell, long seconds) {
        if (cell >= 0) {
            secondsByRole.computeIfAbsent(unitRoleId, _ -> new long[cells])[cell] += seconds;
        }
    }
}
