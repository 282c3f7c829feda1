package org.tutortimes.trust.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.trust.oracle.DeskState;
import org.tutortimes.trust.oracle.NaiveSession;
import org.tutortimes.trust.oracle.NaiveUnitRole;
import org.tutortimes.trust.oracle.SessionFigures;

/// Whether the window of a desk says what its events mean.
final class Shown {
    private static final String INVARIANT = "what is shown is what the events mean";
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
        if (clocksAreRight) {
            judgeDay(shown, story);
        }
    }

    private static boolean says(TimerSnapshot.Row row, SessionFigures meant) {
        Instant end = row.end();
        return row.status().name().toLowerCase(Locale.ROOT).equals(meant.status())
                && row.start().toEpochMilli() == meant.start()
                && (end == null ? -1 : end.toEpochMilli()) == meant.end()
                && row.millis() == meant.counted();
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
