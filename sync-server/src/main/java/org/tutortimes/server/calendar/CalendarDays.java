package org.tutortimes.server.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.calendar.CalendarChoice.Kind;
import org.tutortimes.server.calendar.CalendarFeed.Item;
import org.tutortimes.server.calendar.CalendarFeed.Tutor;
import org.tutortimes.server.calendar.CalendarStore.MarkingItem;
import org.tutortimes.server.calendar.CalendarStore.Where;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.report.CellSize;
import org.tutortimes.server.report.CompletedSession;
import org.tutortimes.server.report.CutTime;
import org.tutortimes.server.report.Scope;
import org.tutortimes.server.request.Period;

/// What a calendar shows where its days are narrow: each tutor's time of each day of the unit.
record CalendarDays(Where where, CalendarChoice choice, List<Tutor> tutors, ZoneId zone) {

    List<Item> read(Handle handle, Words words) {
        Map<LocalDate, Map<Tutor, Long>> seconds =
                choice.kind() == Kind.MARKING ? observed(handle) : timed(handle);
        List<Item> items = new ArrayList<>();
        seconds.forEach((day, byTutor) ->
                tutors.forEach(tutor -> {
                    long sum = byTutor.getOrDefault(tutor, 0L);
                    if (sum > 0) {
                        items.add(item(day, tutor, words.duration(sum), words));
                    }
                }));
        return items;
    }

    private static Item item(LocalDate day, Tutor tutor, String duration, Words words) {
        return new Item(
                words.text("calendar.day-of", tutor.name(), duration),
                day.toString(),
                null,
                true,
                null,
                null,
                List.of(CalendarFeed.colour(tutor)));
    }

    private Map<LocalDate, Map<Tutor, Long>> timed(Handle handle) {
        Long userId = where.userId();
        Scope scope =
                userId == null ? Scope.whole(where.unitId()) : Scope.own(where.unitId(), userId);
        Period period = new Period(where.stretch().start(), where.stretch().end(), zone);
        Map<Long, Tutor> byRole = new HashMap<>();
        tutors.forEach(tutor -> byRole.put(tutor.unitRoleId(), tutor));
        HeldTutorials tutorials =
                choice.withoutTutorials()
                        ? HeldTutorials.read(handle, where, tutors)
                        : new HeldTutorials(Map.of());
        Map<LocalDate, Map<Tutor, Long>> seconds = new TreeMap<>();
        for (CutTime.Portion portion : CutTime.readWithWork(handle, scope, period, CellSize.DAY)) {
            Tutor tutor = byRole.get(portion.session().unitRoleId());
            if (tutor != null && isWanted(portion.session(), tutor, tutorials)) {
                add(seconds, portion.cell(), tutor, portion.seconds());
            }
        }
        return seconds;
    }

    private boolean isWanted(CompletedSession session, Tutor tutor, HeldTutorials tutorials) {
        Long definition = choice.taskDefinitionId();
        boolean isOfTask =
                definition == null
                        || Objects.requireNonNull(session.work()).taskDefinitionId() == definition;
        return isOfTask && !tutorials.hold(tutor, Instant.ofEpochMilli(session.start()));
    }

    private Map<LocalDate, Map<Tutor, Long>> observed(Handle handle) {
        Map<Long, Tutor> byUser = new HashMap<>();
        tutors.forEach(tutor -> byUser.putIfAbsent(tutor.userId(), tutor));
        Map<LocalDate, Map<Tutor, Long>> seconds = new TreeMap<>();
        if (choice.taskDefinitionId() != null) {
            // A marking session is about whatever was done in it, not about one task.
            return seconds;
        }
        for (MarkingItem each : CalendarStore.marking(handle, where, Integer.MAX_VALUE)) {
            Instant start = each.start();
            boolean begunHere = !start.isBefore(where.stretch().start());
            if (begunHere && !(choice.withoutTutorials() && each.duringTutorial())) {
                add(
                        seconds,
                        start.atZone(zone).toLocalDate(),
                        byUser.get(each.userId()),
                        each.minutes() * 60);
            }
        }
        return seconds;
    }

    private static void add(
            Map<LocalDate, Map<Tutor, Long>> seconds,
            LocalDate day,
            @Nullable Tutor tutor,
            long more) {
        if (tutor != null) {
            seconds.computeIfAbsent(day, _ -> new HashMap<>()).merge(tutor, more, Long::sum);
        }
    }
}
