package org.tutortimes.server.tracking;

import org.jdbi.v3.core.Handle;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// Who marks in a unit.
public final class Marking {

    private Marking() {}

    /// Refuses as OnTrack does: a unit that is not known as unknown, and whoever does not mark in
    /// it as forbidden.
    public static void refuseOthers(Handle handle, Person person, long unitId) {
        if (PlaceStore.unit(handle, unitId).isEmpty()) {
            throw new Refused(new Refusal.NotFound("unit"));
        }
        if (!PlaceStore.marksIn(handle, person.userId(), unitId)) {
            throw new Refused(
                    new Refusal.Forbidden(
                            "Only tutors and convenors of the unit may do this.", "not_a_tutor"));
        }
    }
}
