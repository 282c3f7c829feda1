package org.tutortimes.server.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.server.calendar.CalendarFeed.Tutor;
import org.tutortimes.server.calendar.CalendarStore.Where;
import org.tutortimes.server.tracking.TutorialCalendar;

/// When each of some tutors held tutorials.
record HeldTutorials(Map<Long, List<Segment>> byUser) {

    /// A session that reaches into a stretch may have begun in a tutorial before it.
    private static final Duration BEFORE = Duration.ofDays(1);

    static HeldTutorials read(Handle handle, Where where, List<Tutor> tutors) {
        Segment stretch = new Segment(where.stretch().start().minus(BEFORE), where.stretch().end());
        Map<Long, List<Segment>> byUser = new HashMap<>();
        for (Tutor tutor : tutors) {
            byUser.computeIfAbsent(
                    tutor.userId(),
                    user -> TutorialCalendar.of(handle, user, where.unitId(), stretch));
        }
        return new HeldTutorials(byUser);
    }

    List<Segment> of(Tutor tutor) {
        return byUser.getOrDefault(tutor.userId(), List.of());
    }

    /// Whether a tutor held one at an instant.
    boolean hold(Tutor tutor, Instant instant) {
        return of(tutor).stream()
                .anyMatch(each -> !each.start().isAfter(instant) && each.end().isAfter(instant));
    }
}
