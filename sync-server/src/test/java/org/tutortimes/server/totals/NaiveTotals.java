package org.tutortimes.server.totals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.server.request.Period;

/// The totals of some sessions, found the long way: time is broken at every instant at which
/// anything begins or ends, and each piece is looked at by itself.
final class NaiveTotals {

    /// Of a row.
    record Figures(long seconds, long sessions, long submissions) {

        Figures and(Figures other) {
            return new Figures(
                    seconds + other.seconds,
                    sessions + other.sessions,
                    submissions + other.submissions);
        }
    }

    private record MarkedTask(List<String> row, long taskId) {}

    private static final Duration BESIDE = Duration.ofDays(3);

    private final List<RecordedSession> sessions;
    private final Map<Long, Long> definitionByTask;
    private final Map<Long, Long> studentByTask;
    private final TreeMap<Instant, LocalDate> dayByBeginning = new TreeMap<>();

    NaiveTotals(
            List<RecordedSession> sessions,
            Map<Long, Long> definitionByTask,
            Map<Long, Long> studentByTask,
            ZoneId zone) {
        this.sessions = sessions;
        this.definitionByTask = definitionByTask;
        this.studentByTask = studentByTask;
        findDays(zone);
    }

    /// A day begins when a clock on the wall first shows it, or a later one.
    private void findDays(ZoneId zone) {
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (RecordedSession session : sessions) {
            Instant end = session.segments().getLast().end();
            first = session.start().isBefore(first) ? session.start() : first;
            last = end.isAfter(last) ? end : last;
        }
        first = first.truncatedTo(ChronoUnit.HOURS).minus(BESIDE);
        LocalDate latest = LocalDate.MIN;
        for (Instant at = first; at.isBefore(last); at = at.plus(1, ChronoUnit.MINUTES)) {
            LocalDate shown = at.atZone(zone).toLocalDate();
            if (shown.isAfter(latest)) {
                dayByBeginning.put(at, shown);
                latest = shown;
            }
        }
    }

    /// Rows by what tells them apart, each dimension as a text.
    Map<List<String>, Figures> rows(List<String> by, Period period) {
        Map<List<String>, Figures> rows = new HashMap<>();
        if (by.isEmpty()) {
            rows.put(List.of(), new Figures(0, 0, 0));
        }
        Set<MarkedTask> marked = new HashSet<>();
        for (RecordedSession session : sessions) {
            if (session.isCompleted()) {
                addSeconds(session, by, period, rows);
                addCounts(session, by, period, rows, marked);
            }
        }
        return rows;
    }

    private void addSeconds(
            RecordedSession session,
            List<String> by,
            Period period,
            Map<List<String>, Figures> rows) {
        List<Instant> breaks = breaks(period);
        long countedMillis = 0;
        for (int index = 1; index < breaks.size(); index++) {
            Instant piece = breaks.get(index - 1);
            Instant end = breaks.get(index);
            if (holder(session.unitRoleId(), piece).equals(Optional.of(session))) {
                long before = countedMillis / 1_000;
                countedMillis += Duration.between(piece, end).toMillis();
                long seconds = countedMillis / 1_000 - before;
                if (seconds > 0 && isIn(period, piece)) {
                    rows.merge(row(session, by, piece), new Figures(seconds, 0, 0), Figures::and);
                }
            }
        }
    }

    private void addCounts(
            RecordedSession session,
            List<String> by,
            Period period,
            Map<List<String>, Figures> rows,
            Set<MarkedTask> marked) {
        if (isIn(period, session.start())) {
            List<String> row = row(session, by, session.start());
            long submissions =
                    switch (session.target()) {
                        case MarkingTarget.OneTask(long task) ->
                                marked.add(new MarkedTask(row, task)) ? 1 : 0;
                        case MarkingTarget.Pile _ ->
                                Objects.requireNonNullElse(session.submissions(), 0);
                    };
            rows.merge(row, new Figures(0, 1, submissions), Figures::and);
        }
    }

    private List<Instant> breaks(Period period) {
        Set<Instant> breaks = new TreeSet<>(dayByBeginning.keySet());
        for (RecordedSession session : sessions) {
            session.segments()
                    .forEach(segment -> {
                        breaks.add(segment.start());
                        breaks.add(segment.end());
                    });
        }
        Optional.ofNullable(period.from()).ifPresent(breaks::add);
        Optional.ofNullable(period.to()).ifPresent(breaks::add);
        return List.copyOf(breaks);
    }

    private static boolean isIn(Period period, Instant instant) {
        Instant from = period.from();
        Instant to = period.to();
        return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
    }

    /// Of those whose timer ran at an instant, the session that was started last.
    private Optional<RecordedSession> holder(long unitRoleId, Instant instant) {
        return sessions.stream()
                .filter(session -> session.unitRoleId() == unitRoleId)
                .filter(session -> session.end() != RecordedSession.End.DELETED)
                .filter(session -> opening(session, instant).isPresent())
                .max(
                        Comparator.<RecordedSession, Instant>comparing(
                                        session -> opening(session, instant).orElseThrow())
                                .thenComparing(session -> session.id().toString()));
    }

    private static Optional<Instant> opening(RecordedSession session, Instant instant) {
        return session.segments().stream()
                .filter(segment ->
                        !instant.isBefore(segment.start()) && instant.isBefore(segment.end()))
                .map(segment -> segment.start())
                .findFirst();
    }

    private List<String> row(RecordedSession session, List<String> by, Instant instant) {
        LocalDate day = dayByBeginning.floorEntry(instant).getValue();
        return by.stream().map(dimension -> text(session, dimension, day)).toList();
    }

    private String text(RecordedSession session, String dimension, LocalDate day) {
        long task = session.target() instanceof MarkingTarget.OneTask(long id) ? id : 0;
        return switch (dimension) {
            case "tutor" -> Long.toString(session.unitRoleId());
            case "task" ->
                    switch (session.target()) {
                        case MarkingTarget.OneTask _ -> String.valueOf(definitionByTask.get(task));
                        case MarkingTarget.Pile(long definition) -> Long.toString(definition);
                    };
            case "student" -> task == 0 ? "null" : String.valueOf(studentByTask.get(task));
            case "day" -> day.toString();
            case "week" -> day.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
            case "month" -> day.toString().substring(0, 7);
            default -> throw new IllegalArgumentException(dimension);
        };
    }
}
