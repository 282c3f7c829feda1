package org.tutortimes.model.tracking;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tutortimes.model.timer.Segment;

/// A tutorial that is held each week at the same time of a zone's clock. A meeting is half-open and
/// lasts for so much time, whatever the clock does meanwhile; one that would begin in the hour that
/// a clock skips begins an hour later.
///
/// Source: design, tracking, rule 9.
public record WeeklyTutorial(
        DayOfWeek weekday, LocalTime meetingTime, Duration length, ZoneId zone) {

    /// The meeting that an instant lies in; the last begun, should one outlast a week.
    public Optional<Segment> meetingAt(Instant instant) {
        // By the zone's calendar an instant may be a day ahead of a meeting that goes on over
        // midnight, and the clock may show the same hour twice.
        LocalDate latest = instant.atZone(zone).toLocalDate().plusDays(1);
        LocalDate day = latest.with(TemporalAdjusters.previousOrSame(weekday));
        Segment meeting = meetingOn(day);
        while (meeting.end().isAfter(instant)) {
            if (!meeting.start().isAfter(instant)) {
                return Optional.of(meeting);
            }
            day = day.minusWeeks(1);
            meeting = meetingOn(day);
        }
        return Optional.empty();
    }

    /// When the next meeting begins that begins after an instant.
    public Instant nextStartAfter(Instant instant) {
        LocalDate earliest = instant.atZone(zone).toLocalDate().minusDays(1);
        LocalDate day = earliest.with(TemporalAdjusters.nextOrSame(weekday));
        while (!meetingOn(day).start().isAfter(instant)) {
            day = day.plusWeeks(1);
        }
        return meetingOn(day).start();
    }

    /// The meetings that share time with a stretch, in their order.
    public List<Segment> meetingsIn(Segment stretch) {
        List<Segment> meetings = new ArrayList<>();
        Optional<Segment> going = meetingAt(stretch.start());
        going.ifPresent(meetings::add);
        Instant start = nextStartAfter(stretch.start());
        while (start.isBefore(stretch.end())) {
            meetings.add(new Segment(start, start.plus(length)));
            start = nextStartAfter(start);
        }
        return meetings;
    }

    private Segment meetingOn(LocalDate day) {
        Instant start = day.atTime(meetingTime).atZone(zone).toInstant();
        return new Segment(start, start.plus(length));
    }
}
