package org.tutortimes.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tutortimes.desktop.journal.Delivery;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.desktop.timer.TimerSnapshot.Row;
import org.tutortimes.desktop.window.Choices;
import org.tutortimes.desktop.window.Snapshots;
import org.tutortimes.model.timer.SessionStatus;

/// A tutor's day, as long as a picture needs it.
final class SampleDay {

    private SampleDay() {}

    static TimerSnapshot running(int sessions) {
        var running = Snapshots.running(Choices.SAM, 0, 0);
        return Snapshots.of(running, rows(sessions, Snapshots.row(running, Delivery.WAITING)));
    }

    static Row[] rows(int sessions, Row first) {
        List<Row> rows = new ArrayList<>(List.of(first));
        List<Choice> choices =
                List.of(
                        Choices.ADA,
                        Choices.ARRAYS,
                        Choices.student(
                                53, "7.3HD", "Trees", "Maximiliana Papadopoulos-Featherstonehaugh"),
                        Choices.LINKED_LISTS);
        for (int i = 0; i < sessions; i++) {
            Delivery delivery = i == 1 ? Delivery.NEEDS_ATTENTION : Delivery.SYNCED;
            rows.add(
                    Snapshots.row(
                            new UUID(2, i),
                            choices.get(i % 4),
                            "%02d:%02d:00".formatted(12 - i / 4, 45 - i % 4 * 15),
                            "%02d:%02d:20".formatted(12 - i / 4, 58 - i % 4 * 15),
                            delivery));
        }
        rows.set(
                rows.size() - 1,
                new Row(
                        Snapshots.SECOND,
                        Choices.LINKED_LISTS,
                        SessionStatus.PAUSED,
                        Snapshots.at("09:10:00"),
                        null,
                        8_400_000,
                        Delivery.SYNCED));
        return rows.toArray(Row[]::new);
    }
}
