package org.tutortimes.server.marking;

import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.SeenUnit;

/// Who reads marking sessions of a unit. Here an unknown unit and a forbidden one differ, as they
/// do in OnTrack.
final class MarkingAccess {

    private final UnitAccess units;

    MarkingAccess(UnitAccess units) {
        this.units = units;
    }

    /// What the caller sees of a unit: everybody's sessions or their own.
    SeenUnit seen(Caller caller, long unitId) {
        return units.seen(caller.userId(), caller.admin(), unitId)
                .orElseThrow(() ->
                        new Refused(
                                units.exists(unitId)
                                        ? forbidden("You have no role in this unit.")
                                        : new Refusal.NotFound("unit")));
    }

    /// The same, for who must see everybody's.
    SeenUnit whole(Caller caller, long unitId) {
        SeenUnit seen = seen(caller, unitId);
        if (!seen.scope().isWhole()) {
            throw new Refused(forbidden("Only convenors of the unit may do this."));
        }
        return seen;
    }

    private static Refusal forbidden(String sentence) {
        return new Refusal.Forbidden(sentence, "not_your_unit");
    }
}
