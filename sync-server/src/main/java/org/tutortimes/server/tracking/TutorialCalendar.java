package org.tutortimes.server.tracking;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.timer.Segment;

/// When somebody held tutorials of a unit, as the timetable, classes and class sessions say.
public final class TutorialCalendar {

    private TutorialCalendar() {}

    /// The tutorials of one's own that count and share time with a stretch.
    public static List<Segment> of(Handle handle, long userId, long unitId, Segment stretch) {
        return PlaceStore.tutorials(handle, userId, unitId, stretch.start()).in(stretch);
    }
}
