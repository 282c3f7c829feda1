package org.tutortimes.desktop.window;

import java.util.UUID;
import org.tutortimes.desktop.fx.Shape;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.journal.Delivery;
import org.tutortimes.desktop.timer.TimerSnapshot.Row;
import org.tutortimes.model.report.DurationText;
import org.tutortimes.model.timer.SessionStatus;

/// A line of today's list in words.
///
/// @param times such as `13:02–13:38`, or `13:02, paused`
/// @param canResume whether it is paused and not the one in the upper half
record TodayRow(
        UUID sessionId,
        SessionStatus status,
        Delivery delivery,
        String times,
        String task,
        String who,
        String duration,
        boolean canResume) {

    /// @param seconds counted so far, the open segment with it
    static TodayRow of(Row row, long seconds, boolean isCurrent, TimeText times) {
        String start = times.time(row.start());
        return new TodayRow(
                row.sessionId(),
                row.status(),
                row.delivery(),
                switch (row.status()) {
                    case ACTIVE -> start + "–now";
                    case PAUSED -> start + " paused";
                    case COMPLETED ->
                            row.end() == null ? start : start + "–" + times.time(row.end());
                },
                row.choice().abbreviation(),
                ChoiceText.who(row.choice()),
                DurationText.words(seconds),
                row.status() == SessionStatus.PAUSED && !isCurrent);
    }

    Shape.Kind shape() {
        return switch (delivery) {
            case SYNCED -> Shape.Kind.TICK;
            case WAITING -> Shape.Kind.CLOCK;
            case NEEDS_ATTENTION -> Shape.Kind.TRIANGLE;
        };
    }

    String deliveryText() {
        return switch (delivery) {
            case SYNCED -> "On the server";
            case WAITING -> "Waits to be sent; safe on this computer";
            case NEEDS_ATTENTION -> "Needs attention: the server did not take all of it";
        };
    }

    /// The whole line for a screen reader.
    String spoken() {
        String status =
                switch (this.status) {
                    case ACTIVE -> "running";
                    case PAUSED -> "paused";
                    case COMPLETED -> "completed";
                };
        return "%s, %s, %s, %s, %s. %s."
                .formatted(times, task, who, duration, status, deliveryText());
    }
}
