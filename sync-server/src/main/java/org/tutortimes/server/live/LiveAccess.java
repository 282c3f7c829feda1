package org.tutortimes.server.live;

import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Authentication;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.report.Scope;
import org.tutortimes.server.report.UnitAccess;

/// Who may see what of a unit, when a stream begins and as long as it lasts.
public final class LiveAccess {

    private final UnitAccess units;
    private final Authentication authentication;

    public LiveAccess(UnitAccess units, Authentication authentication) {
        this.units = units;
        this.authentication = authentication;
    }

    /// What the caller may see.
    ///
    /// @throws Refused where there is no such unit for them
    public Scope scopeOf(Caller caller, long unitId) {
        return units.scopeOf(caller.userId(), caller.admin(), unitId)
                .orElseThrow(() -> new Refused(new Refusal.NotFound("unit")));
    }

    /// Whether a caller, by the same token as before, is still signed in and may still see just
    /// this.
    public boolean maySee(Caller before, String token, Scope scope) {
        return authentication
                .callerOf(token, before.address())
                .flatMap(caller -> units.scopeOf(caller.userId(), caller.admin(), scope.unitId()))
                .filter(scope::equals)
                .isPresent();
    }
}
