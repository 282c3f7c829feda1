package org.tutortimes.desktop.window;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.journal.Delivery;
import org.tutortimes.desktop.journal.Pause;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.desktop.timer.TimerSnapshot.Away;
import org.tutortimes.desktop.timer.TimerSnapshot.Current;
import org.tutortimes.desktop.timer.TimerSnapshot.Row;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.SessionStatus;

/// Snapshots for tests, on one afternoon.
public final class Snapshots {
    public static final UUID FIRST = new UUID(1, 1);
    public static final UUID SECOND = new UUID(1, 2);

    private Snapshots() {}

    /// A time on the afternoon, such as `14:02:00`, UTC.
    public static Instant at(String time) {
        return Instant.parse("2026-11-21T" + time + "Z");
    }

    public static TimerSnapshot of(@Nullable Current current, Row... today) {
        long millis = List.of(today).stream().mapToLong(Row::millis).sum();
        return new TimerSnapshot("tia", current, List.of(today), millis, millis * 3, null, null);
    }

    /// Of an account that has nothing to go on with.
    public static TimerSnapshot resting(String account) {
        return new TimerSnapshot(account, null, List.of(), 0, 0, null, null);
    }

    public static TimerSnapshot withAway(TimerSnapshot snapshot, Away away) {
        return new TimerSnapshot(
                snapshot.account(),
                snapshot.current(),
                snapshot.today(),
                snapshot.todayMillis(),
                snapshot.weekMillis(),
                away,
                snapshot.notice());
    }

    public static TimerSnapshot withNotice(TimerSnapshot snapshot, String notice) {
        return new TimerSnapshot(
                snapshot.account(),
                snapshot.current(),
                snapshot.today(),
                snapshot.todayMillis(),
                snapshot.weekMillis(),
                snapshot.away(),
                notice);
    }

    /// Runs since the running clock read `sinceMillis`.
    public static Current running(Choice choice, long closedMillis, long sinceMillis) {
        return new Current(
                FIRST,
                choice,
                SessionStatus.ACTIVE,
                closedMillis,
                at("13:40:00"),
                at("13:40:00"),
                sinceMillis,
                null);
    }

    public static Current paused(Choice choice, long closedMillis, PauseReason reason) {
        return new Current(
                FIRST,
                choice,
                SessionStatus.PAUSED,
                closedMillis,
                at("13:40:00"),
                null,
                0,
                new Pause(at("14:02:00"), reason));
    }

    public static Row row(UUID id, Choice choice, String start, String end, Delivery delivery) {
        Instant from = at(start);
        Instant to = at(end);
        long millis = to.toEpochMilli() - from.toEpochMilli();
        return new Row(id, choice, SessionStatus.COMPLETED, from, to, millis, delivery);
    }

    public static Row row(Current current, Delivery delivery) {
        return new Row(
                current.sessionId(),
                current.choice(),
                current.status(),
                current.startedAt(),
                null,
                current.closedMillis(),
                delivery);
    }
}
