package org.tutortimes.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.server.demo.SamplePeople.Person;
import org.tutortimes.server.demo.SampleSitting.Incident;

/// How one tutor marked from the unit's first day to the end of today: how much in which week, on
/// which days and at what hours.
final class SampleTutor {

    /// What sets the tutors apart.
    ///
    /// @param incidents what goes wrong once, by the number of the session that it befalls
    record Habits(double hoursAWeek, double eveningShare, List<Incident> incidents) {}

    private static final List<Habits> HABITS =
            List.of(
                    new Habits(5.4, 0.85, List.of(Incident.FORGOTTEN_STOP, Incident.CRASH)),
                    new Habits(6.6, 0.6, List.of(Incident.CRASH, Incident.FALSE_START)),
                    new Habits(7.6, 0.75, List.of(Incident.SECOND_DEVICE, Incident.FORGOTTEN_STOP)),
                    new Habits(8.5, 0.9, List.of(Incident.FALSE_START, Incident.FORGOTTEN_STOP)));

    private static final double LONGEST_DAY_MINUTES = 190;
    private static final double SHORTEST_DAY_MINUTES = 14;
    private static final double ONE_SITTING_MINUTES = 95;
    private static final long BETWEEN_SITTINGS_SECONDS = 25 * 60;

    private final SampleCalendar calendar;
    private final Random random;
    private final Habits habits;
    private final SampleSitting sitting;

    SampleTutor(SampleCalendar calendar, Person tutor, Random random) {
        this.calendar = calendar;
        this.random = random;
        int place = SamplePeople.TUTORS.indexOf(tutor);
        this.habits = HABITS.get(place);
        this.sitting =
                new SampleSitting(
                        calendar,
                        random,
                        SampleUnit.roleOf(tutor),
                        place,
                        new ArrayList<>(habits.incidents()));
        for (int week = 0; week <= SampleCalendar.WEEKS_BEFORE; week++) {
            markWeek(calendar.start().plusWeeks(week));
        }
    }

    /// The journals of the tutor's devices.
    List<List<TimerEvent>> journalsUpTo(Instant now) {
        return sitting.devices().stream()
                .map(device -> device.journalUpTo(now))
                .filter(journal -> !journal.isEmpty())
                .toList();
    }

    private void markWeek(LocalDate monday) {
        double minutes = Math.clamp(habits.hoursAWeek() * between(0.88, 1.12), 4.6, 9.2) * 60;
        List<Double> days = shares(monday, minutes);
        for (int day = 0; day < days.size(); day++) {
            if (!monday.plusDays(day).isAfter(calendar.today())) {
                markDay(monday.plusDays(day), days.get(day));
            }
        }
    }

    /// The minutes of each day: after the deadlines, capped, and not worth sitting down for a few.
    private List<Double> shares(LocalDate monday, double minutes) {
        List<Double> weights = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            weights.add(calendar.weight(monday.plusDays(day)) * between(0.6, 1.4));
        }
        double total = weights.stream().mapToDouble(Double::doubleValue).sum();
        List<Double> days = new ArrayList<>();
        double left = 0;
        for (double weight : weights) {
            double wish = minutes * weight / total + left;
            double day = wish < SHORTEST_DAY_MINUTES ? 0 : Math.min(wish, LONGEST_DAY_MINUTES);
            // What a day does not hold is done on the next.
            left = wish - day;
            days.add(day);
        }
        days.set(4, days.get(4) + left);
        return days;
    }

    private void markDay(LocalDate day, double minutes) {
        if (minutes < SHORTEST_DAY_MINUTES) {
            return;
        }
        List<LocalTime> starts = starts(day, minutes);
        Instant free = day.atStartOfDay(calendar.zone()).toInstant();
        for (LocalTime start : starts) {
            Instant wish =
                    day.atTime(start)
                            .atZone(calendar.zone())
                            .toInstant()
                            .plusMillis((long) (between(-40, 40) * 60_000));
            Instant begin = wish.isBefore(free) ? free : wish;
            free =
                    sitting.sit(day, begin, minutes / starts.size())
                            .plusSeconds(BETWEEN_SITTINGS_SECONDS);
        }
    }

    private List<LocalTime> starts(LocalDate day, double minutes) {
        boolean weekend = SampleCalendar.isWeekend(day);
        LocalTime early = weekend ? LocalTime.of(10, 40) : LocalTime.of(15, 30);
        LocalTime evening = LocalTime.of(19, 30);
        if (minutes > ONE_SITTING_MINUTES) {
            return List.of(early, evening);
        }
        return List.of(random.nextDouble() < habits.eveningShare() ? evening : early);
    }

    private double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }
}
