package org.tutortimes.server.totals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tutortimes.server.report.CellSize;

/// By what a unit's time can be added up.
public enum Dimension {
    TUTOR(CellSize.ALL_TIME),
    TASK(CellSize.ALL_TIME),
    STUDENT(CellSize.ALL_TIME),
    DAY(CellSize.DAY),
    WEEK(CellSize.WEEK),
    MONTH(CellSize.MONTH);

    private final CellSize cellSize;

    Dimension(CellSize cellSize) {
        this.cellSize = cellSize;
    }

    /// The dimension of this name in the API; empty for an unknown one.
    public static Optional<Dimension> named(String name) {
        return Arrays.stream(values()).filter(each -> each.apiName().equals(name)).findFirst();
    }

    /// Its name in the API.
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Into what stretches it cuts time.
    CellSize cellSize() {
        return cellSize;
    }

    /// Whether it cuts time.
    public boolean isOfTime() {
        return cellSize != CellSize.ALL_TIME;
    }

    /// Whether it asks what was marked.
    boolean isOfWork() {
        return this == TASK || this == STUDENT;
    }
}
