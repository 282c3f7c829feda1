package org.tutortimes.desktop.timer;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.clock.DeviceClock;
import org.tutortimes.desktop.journal.SessionRecord;
import org.tutortimes.desktop.timer.TimerSnapshot.Current;
import org.tutortimes.desktop.timer.TimerSnapshot.Row;
import org.tutortimes.model.replay.Counting.CountedSegment;
import org.tutortimes.model.replay.TimerSession;
import org.tutortimes.model.report.DayCut;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.SessionStatus;

/// Draws up what the window shows. Days and weeks are those of this computer's zone.
final class SnapshotMaker {
    private final TimerState state;
    private final DeviceClock clock;
    private final ChoiceNames names;
    private final Supplier<ZoneId> zone;

    SnapshotMaker(TimerState state, DeviceClock clock, ChoiceNames names, Supplier<ZoneId> zone) {
        this.state = state;
        this.clock = clock;
        this.names = names;
        this.zone = zone;
    }

    LocalDate today() {
        return clock.now().atZone(zone.get()).toLocalDate();
    }

    /// When this week began.
    Instant weekStart() {
        return midnight(monday());
    }

    private LocalDate monday() {
        return today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    TimerSnapshot snapshot() {
        Segment day = new Segment(midnight(today()), midnight(today().plusDays(1)));
        Current current = current();
        UUID shown = current == null ? null : current.sessionId();
        List<Row> rows =
                state.book().sessions().stream()
                        .filter(session -> !session.replayed().deleted())
                        .filter(session -> session.id().equals(shown) || touches(session, day))
                        .sorted(Comparator.comparing(TimerSession::startTime).reversed())
                        .map(this::row)
                        .toList();
        Absence absence = state.absence();
        return new TimerSnapshot(
                state.account(),
                current,
                rows,
                countedOn(today(), today()),
                countedOn(monday(), today()),
                absence == null ? null : absence.shown(),
                state.notice());
    }

    private @Nullable Current current() {
        RunningSegment running = state.running();
        SessionRecord record =
                running == null
                        ? state.book().current().orElse(null)
                        : state.book().record(running.sessionId());
        if (record == null) {
            return null;
        }
        TimerSession session = Objects.requireNonNull(state.book().session(record.id()));
        SessionStatus status = running == null ? session.status() : SessionStatus.ACTIVE;
        Instant since = running == null ? session.runningSince() : running.start();
        long sinceMillis = running == null ? runningMillis(since) : running.startMillis();
        return new Current(
                session.id(),
                names.named(record.replay().unitRoleId(), record.replay().target()),
                status,
                session.countedMillis(),
                session.startTime(),
                since,
                sinceMillis,
                status == SessionStatus.ACTIVE ? null : record.lastPause());
    }

    /// The reading of the running clock at a time on another computer's clock.
    private long runningMillis(@Nullable Instant since) {
        return since == null ? 0 : clock.millis() - Duration.between(since, clock.now()).toMillis();
    }

    private Row row(TimerSession session) {
        SessionRecord record = Objects.requireNonNull(state.book().record(session.id()));
        return new Row(
                session.id(),
                names.named(record.replay().unitRoleId(), record.replay().target()),
                session.status(),
                session.startTime(),
                session.endTime(),
                session.countedMillis(),
                record.delivery());
    }

    private static boolean touches(TimerSession session, Segment day) {
        Instant open = session.runningSince();
        return (open != null && open.isBefore(day.end()))
                || within(session.replayed().startedAt(), day)
                || session.replayed().segments().stream().anyMatch(day::overlaps);
    }

    private static boolean within(Instant time, Segment day) {
        return !time.isBefore(day.start()) && time.isBefore(day.end());
    }

    /// In whole seconds of each session, as the server counts them.
    private long countedOn(LocalDate first, LocalDate last) {
        return state.book().sessions().stream()
                .mapToLong(session -> secondsOn(session, first, last) * 1_000)
                .sum();
    }

    private long secondsOn(TimerSession session, LocalDate first, LocalDate last) {
        List<Segment> counted =
                session.segments().stream()
                        .map(CountedSegment::counted)
                        .flatMap(List::stream)
                        .toList();
        return DayCut.secondsByDay(counted, zone.get())
                .subMap(first, last.plusDays(1))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone.get()).toInstant();
    }
}
