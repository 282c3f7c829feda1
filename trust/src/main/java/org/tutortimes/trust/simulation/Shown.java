package org.tutortimes.trust.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.trust.machine.Story;
import org.tutortimes.trust.oracle.DeskState;
import org.tutortimes.trust.oracle.NaiveSession;
import org.tutortimes.trust.oracle.NaiveUnitRole;
import org.tutortimes.trust.oracle.SessionFigures;

/// Whether the window of a desk says what its events mean.
final class Shown {
    private static final String INVARIANT = "what is shown is what the events mean";
    private static final String ACTIVE = "active";
    private static final ZoneId HERE = ZoneId.of("Australia/Melbourne");
    private static final long CLOCKS_DIFFER = 60_000;

    private final String name;
    private final Desk desk;
    private final long now;
    private final Map<String, SessionFigures> figures = new TreeMap<>();
    private final Iterable<NaiveUnitRole> roles;

    Shown(String name, Desk desk, DeskState journal, long now) {
        this.name = name;
        this.desk = desk;
        this.now = now;
        this.roles = journal.replayed(Tutors.account(desk.user()));
        for (NaiveUnitRole role : roles) {
            for (NaiveSession session : role.sessions()) {
                figures.put(session.id(), SessionFigures.of(role, session));
            }
        }
    }

    /// @param clocksAreRight whether the day of each event is certain
    void judge(Story story, boolean clocksAreRight) {
        TimerSnapshot shown = desk.shown();
        if (shown == null) {
            story.violated(INVARIANT, name + "nothing is shown");
            return;
        }
        for (TimerSnapshot.Row row : shown.today()) {
            SessionFigures meant = figures.get(row.sessionId().toString());
            if (meant == null || meant.deleted() || !says(row, meant)) {
                story.violated(INVARIANT, name + row + " and ought to be " + meant);
            }
        }
        judgeCurrent(shown.current(), story);
        if (clocksAreRight) {
            judgeDay(shown, story);
        }
    }

    /// In the window's upper half is what runs somewhere, or else what had its last word last.
    private void judgeCurrent(TimerSnapshot.@Nullable Current shown, Story story) {
        List<NaiveSession> unfinished = new ArrayList<>();
        for (NaiveUnitRole role : roles) {
            role.sessions().stream().filter(NaiveSession::isUnfinished).forEach(unfinished::add);
        }
        Optional<NaiveSession> meant =
                unfinished.stream()
                        .max(
                                Comparator.<NaiveSession, Boolean>comparing(
                                                session -> figures(session).status().equals(ACTIVE))
                                        .thenComparingLong(NaiveSession::latestTime)
                                        .thenComparing(NaiveSession::id));
        boolean isTrue =
                shown == null
                        ? meant.isEmpty()
                        : meant.filter(session ->
                                        session.id().equals(shown.sessionId().toString())
                                                && says(shown, figures(session)))
                                .isPresent();
        if (!isTrue) {
            story.violated(
                    INVARIANT, name + shown + " and ought to be " + meant.map(this::figures));
        }
    }

    private SessionFigures figures(NaiveSession session) {
        return Objects.requireNonNull(figures.get(session.id()));
    }

    private static boolean says(TimerSnapshot.Current current, SessionFigures meant) {
        Instant since = current.runningSince();
        boolean active = meant.status().equals(ACTIVE);
        return current.status().name().toLowerCase(Locale.ROOT).equals(meant.status())
                && current.closedMillis() == meant.counted()
                && current.startedAt().toEpochMilli() == meant.start()
                && (since == null ? -1 : since.toEpochMilli()) == (active ? meant.open() : -1)
                && (current.pausedAt() == null) == active
                && target(current.choice()).equals(meant.target());
    }

    private static boolean says(TimerSnapshot.Row row, SessionFigures meant) {
        Instant end = row.end();
        return row.status().name().toLowerCase(Locale.ROOT).equals(meant.status())
                && row.start().toEpochMilli() == meant.start()
                && (end == null ? -1 : end.toEpochMilli()) == meant.end()
                && row.millis() == meant.counted()
                && target(row.choice()).equals(meant.target());
    }

    private static String target(Choice choice) {
        return switch (choice.target()) {
            case MarkingTarget.OneTask one -> "task_id " + one.taskId();
            case MarkingTarget.Pile pile -> "task_definition_id " + pile.taskDefinitionId();
        };
    }

    private void judgeDay(TimerSnapshot shown, Story story) {
        LocalDate today = Instant.ofEpochMilli(now).atZone(HERE).toLocalDate();
        boolean sameDayForAll =
                now - midnight(today) > CLOCKS_DIFFER
                        && midnight(today.plusDays(1)) - now > CLOCKS_DIFFER;
        if (!sameDayForAll) {
            return;
        }
        judgeList(shown, today, story);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        long day = seconds(today, today);
        long week = seconds(monday, today);
        if (shown.todayMillis() != day * 1_000 || shown.weekMillis() != week * 1_000) {
            story.violated(
                    INVARIANT,
                    "%stoday %d ms and this week %d ms, and ought to be %d s and %d s"
                            .formatted(name, shown.todayMillis(), shown.weekMillis(), day, week));
        }
    }

    /// No session of this day is missing, and besides them only the current one is there.
    private void judgeList(TimerSnapshot shown, LocalDate today, Story story) {
        Set<String> missing = new TreeSet<>();
        for (NaiveUnitRole role : roles) {
            role.sessions().stream()
                    .filter(session -> !session.deleted())
                    .filter(session ->
                            session.touches(midnight(today), midnight(today.plusDays(1))))
                    .forEach(session -> missing.add(session.id()));
        }
        TimerSnapshot.Current current = shown.current();
        for (TimerSnapshot.Row row : shown.today()) {
            boolean isCurrent = current != null && row.sessionId().equals(current.sessionId());
            if (!missing.remove(row.sessionId().toString()) && !isCurrent) {
                story.violated(INVARIANT, name + row + " is of another day");
            }
        }
        if (!missing.isEmpty()) {
            story.violated(INVARIANT, name + missing + " are missing");
        }
    }

    private long seconds(LocalDate first, LocalDate last) {
        long seconds = 0;
        for (NaiveUnitRole role : roles) {
            for (NaiveSession session : role.sessions()) {
                seconds +=
                        role.secondsBetween(session, midnight(first), midnight(last.plusDays(1)));
            }
        }
        return seconds;
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay(HERE).toInstant().toEpochMilli();
    }
}
