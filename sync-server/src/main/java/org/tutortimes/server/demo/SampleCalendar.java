package org.tutortimes.server.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/// When the sample unit began, what falls due when, and how much marking a day therefore brings.
///
/// @param start a Monday, six weeks before the week of today
record SampleCalendar(LocalDate start, LocalDate today, ZoneId zone) {

    static final int WEEKS_BEFORE = 6;

    /// How marking swells and ebbs around a deadline: drafts before it, the pile after it.
    private static final List<Double> AROUND_DEADLINE =
            List.of(0.3, 0.8, 1.4, 1.6, 2.2, 1.6, 0.5, 0.2);

    private static final int DAYS_BEFORE_DEADLINE = 3;
    private static final double QUIET_DAY = 0.08;
    private static final double WEEKEND = 0.4;

    /// One task definition of the unit and its deadline.
    record Assignment(
            long id, String abbreviation, String name, int targetMinutes, LocalDate due) {}

    static SampleCalendar around(LocalDate today, ZoneId zone) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new SampleCalendar(monday.minusWeeks(WEEKS_BEFORE), today, zone);
    }

    List<Assignment> assignments() {
        return List.of(
                new Assignment(
                        501, "1.1P", "Vectors and generic collections", 6, start.plusDays(4)),
                new Assignment(502, "2.1P", "Sorting with comparers", 8, start.plusDays(13)),
                new Assignment(503, "3.1C", "Doubly linked lists", 11, start.plusDays(20)),
                new Assignment(504, "4.1C", "Hash tables and their costs", 12, start.plusDays(27)),
                new Assignment(505, "5.1D", "Heaps and priority queues", 15, start.plusDays(37)),
                new Assignment(506, "7.1HD", "Graph search project", 20, start.plusDays(46)));
    }

    /// The place of a task definition among the assignments.
    int assignmentIndex(long id) {
        return assignments().stream().map(Assignment::id).toList().indexOf(id);
    }

    /// How much of a week's marking falls on this day, compared with other days.
    double weight(LocalDate day) {
        double weight = QUIET_DAY;
        for (Assignment assignment : assignments()) {
            weight += weightOf(assignment, day);
        }
        return isWeekend(day) ? weight * WEEKEND : weight;
    }

    /// How much of a day's marking is for this assignment, compared with the others.
    double weightOf(Assignment assignment, LocalDate day) {
        long place = ChronoUnit.DAYS.between(assignment.due(), day) + DAYS_BEFORE_DEADLINE;
        return place >= 0 && place < AROUND_DEADLINE.size() ? AROUND_DEADLINE.get((int) place) : 0;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
