package org.tutortimes.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tutortimes.model.replay.Counting.CountedSegment;
import org.tutortimes.model.replay.Replay;
import org.tutortimes.model.replay.TimerSession;
import org.tutortimes.model.report.DayCut;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.server.demo.SampleData.Journal;

/// The sample data as replay sees them.
record SampleMarking(Instant now, SampleData data, Map<Long, List<TimerSession>> sessionsByTutor) {

    static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    static final long SEED = 221;

    static SampleMarking on(LocalDate day, LocalTime time) {
        Instant now = day.atTime(time).atZone(MELBOURNE).toInstant();
        SampleData data = SampleData.upTo(now, MELBOURNE, SEED);
        Map<Long, List<TimerSession>> sessions = new TreeMap<>();
        data.journals().stream()
                .collect(Collectors.groupingBy(Journal::userId))
                .forEach((user, journals) -> sessions.put(user, sessions(journals)));
        return new SampleMarking(now, data, sessions);
    }

    private static List<TimerSession> sessions(List<Journal> journals) {
        Map<UUID, List<TimerEvent>> bySession =
                journals.stream()
                        .flatMap(journal -> journal.events().stream())
                        .collect(Collectors.groupingBy(TimerEvent::sessionId));
        return TimerSession.ofUnitRole(
                bySession.values().stream()
                        .flatMap(events -> Replay.replay(events).stream())
                        .toList());
    }

    List<TimerSession> sessions() {
        return sessionsByTutor.values().stream().flatMap(Collection::stream).toList();
    }

    List<TimerEvent> events() {
        return data.journals().stream().flatMap(journal -> journal.events().stream()).toList();
    }

    SampleCalendar calendar() {
        return SampleCalendar.around(now.atZone(MELBOURNE).toLocalDate(), MELBOURNE);
    }

    static List<Segment> counted(Collection<TimerSession> sessions) {
        return sessions.stream()
                .flatMap(session -> session.segments().stream())
                .map(CountedSegment::counted)
                .flatMap(List::stream)
                .toList();
    }

    /// Hours by day, of the given sessions; days without any are absent.
    static Map<LocalDate, Double> hoursByDay(Collection<TimerSession> sessions) {
        Map<LocalDate, Double> hours = new TreeMap<>();
        for (TimerSession session : sessions) {
            DayCut.secondsByDay(counted(List.of(session)), MELBOURNE)
                    .forEach((day, seconds) -> hours.merge(day, seconds / 3600.0, Double::sum));
        }
        return hours;
    }

    /// Breaks within a sitting: gaps of 2 to 60 minutes between two stretches of work.
    List<Duration> breaks() {
        List<Duration> breaks = new ArrayList<>();
        for (List<TimerSession> sessions : sessionsByTutor.values()) {
            List<Segment> worked = counted(sessions).stream().sorted(Segment.BY_START).toList();
            for (int place = 1; place < worked.size(); place++) {
                Duration gap =
                        Duration.between(worked.get(place - 1).end(), worked.get(place).start());
                if (gap.toMinutes() >= 2 && gap.toMinutes() <= 60) {
                    breaks.add(gap);
                }
            }
        }
        return breaks;
    }
}
