package org.tutortimes.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.report.DayCut;
import org.tutortimes.server.request.Period;

/// Completed time, cut at the edges of the calendar and of a period.
///
/// Most sessions lie in one cell, and count there with all of their time. The few that cross an
/// edge are cut, so that every cell is exact and the cells of a session sum to its duration.
public final class CutTime {

    /// What a session gives to one cell.
    ///
    /// @param cell its first day
    /// @param begun whether the session began in this cell, and in the period
    public record Portion(CompletedSession session, LocalDate cell, long seconds, boolean begun) {}

    private record Cell(LocalDate firstDay, long start, long end) {

        boolean holds(long instant) {
            return start <= instant && instant < end;
        }
    }

    private final Period period;
    private final CellSize size;
    private final List<Portion> portions = new ArrayList<>();

    /// The cell of the last session: the next one is mostly in the same.
    private @Nullable Cell last;

    private CutTime(Period period, CellSize size) {
        this.period = period;
        this.size = size;
    }

    /// The time of the scope in the period.
    public static List<Portion> read(Handle handle, Scope scope, Period period, CellSize size) {
        return cut(handle, CompletedStore.sessions(handle, scope, period), period, size);
    }

    /// The same, with what was marked.
    public static List<Portion> readWithWork(
            Handle handle, Scope scope, Period period, CellSize size) {
        return cut(handle, CompletedStore.sessionsWithWork(handle, scope, period), period, size);
    }

    private static List<Portion> cut(
            Handle handle, List<CompletedSession> sessions, Period period, CellSize size) {
        CutTime time = new CutTime(period, size);
        List<CompletedSession> crossing = new ArrayList<>();
        for (CompletedSession session : sessions) {
            if (!time.addWhole(session)) {
                crossing.add(session);
            }
        }
        CountedTime counted = CountedTime.of(handle, crossing);
        crossing.forEach(session -> time.addCut(session, counted));
        return time.portions;
    }

    private boolean addWhole(CompletedSession session) {
        Cell cell = cellAt(session.start());
        long end = Math.min(cell.end(), period.toMillis());
        if (session.start() < period.fromMillis() || session.end() > end) {
            return false;
        }
        portions.add(new Portion(session, cell.firstDay(), session.seconds(), true));
        return true;
    }

    private void addCut(CompletedSession session, CountedTime counted) {
        boolean begun = session.start() >= period.fromMillis();
        LocalDate beginning = cellAt(session.start()).firstDay();
        Map<LocalDate, Long> seconds = new TreeMap<>();
        if (begun) {
            seconds.put(beginning, 0L);
        }
        DayCut.secondsByDay(counted.of(session), period.zone(), period.segment())
                .forEach((day, part) -> seconds.merge(size.firstDay(day), part, Long::sum));
        seconds.forEach((cell, part) ->
                portions.add(new Portion(session, cell, part, begun && cell.equals(beginning))));
    }

    private Cell cellAt(long instant) {
        if (last == null || !last.holds(instant)) {
            LocalDate day = DayCut.dayOf(Instant.ofEpochMilli(instant), period.zone());
            LocalDate first = size.firstDay(day);
            last =
                    new Cell(
                            first,
                            size.startMillis(first, period.zone()),
                            size.endMillis(first, period.zone()));
        }
        return last;
    }
}
