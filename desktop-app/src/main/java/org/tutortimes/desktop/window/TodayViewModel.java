package org.tutortimes.desktop.window;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.desktop.timer.TimerSnapshot.Current;
import org.tutortimes.desktop.timer.TimerSnapshot.Row;
import org.tutortimes.model.report.DurationText;
import org.tutortimes.model.timer.SessionStatus;

/// Today's sessions and the sums of the day and the week.
public final class TodayViewModel {
    private final TimeText times;
    private final ObservableList<TodayRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper today = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper week = new ReadOnlyStringWrapper("");

    public TodayViewModel(TimeText times) {
        this.times = times;
    }

    /// Takes over what the timer thread published, or only a later figure.
    ///
    /// @param openMillis what the open segment has so far
    public void show(TimerSnapshot snapshot, long openMillis) {
        today.set(DurationText.words((snapshot.todayMillis() + openMillis) / 1_000));
        week.set(DurationText.words((snapshot.weekMillis() + openMillis) / 1_000));
        Current current = snapshot.current();
        UUID currentId = current == null ? null : current.sessionId();
        showRows(snapshot.today().stream().map(row -> row(row, currentId, openMillis)).toList());
    }

    private TodayRow row(Row row, @Nullable UUID currentId, long openMillis) {
        boolean isCurrent = row.sessionId().equals(currentId);
        boolean isRunning = isCurrent && row.status() == SessionStatus.ACTIVE;
        long millis = row.millis() + (isRunning ? openMillis : 0);
        return TodayRow.of(row, millis / 1_000, isCurrent, times);
    }

    /// Touches only the lines that changed, so that the place in the list stays.
    private void showRows(List<TodayRow> wanted) {
        if (wanted.size() != rows.size()) {
            rows.setAll(wanted);
            return;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).equals(rows.get(i))) {
                rows.set(i, wanted.get(i));
            }
        }
    }

    public ObservableList<TodayRow> rows() {
        return rows;
    }

    public ReadOnlyStringProperty today() {
        return today.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty week() {
        return week.getReadOnlyProperty();
    }
}
