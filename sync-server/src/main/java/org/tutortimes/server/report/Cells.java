package org.tutortimes.server.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;

/// Consecutive days or weeks of a zone, by which time is added up.
///
/// @param edges the first day of each cell, and at the end the day after the last cell
public record Cells(List<LocalDate> edges, ZoneId zone) {
    public Cells {
        edges = List.copyOf(edges);
        if (edges.size() < 2) {
            throw new IllegalArgumentException("at least one cell is needed");
        }
    }

    public int count() {
        return edges.size() - 1;
    }

    /// The first day of a cell.
    public LocalDate firstDay(int cell) {
        return edges.get(cell);
    }

    /// The cell that holds a day, or −1 where none does.
    public int indexOf(LocalDate day) {
        if (day.isBefore(edges.getFirst()) || !day.isBefore(edges.getLast())) {
            return -1;
        }
        int found = Collections.binarySearch(edges, day);
        return found >= 0 ? found : -found - 2;
    }
}
