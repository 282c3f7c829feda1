package org.tutortimes.server.report;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.database.Database;

/// Whose time in which units a person may see: admins and convenors everybody's, tutors their own.
public final class UnitAccess {

    /// A unit as a list of units shows it.
    ///
    /// @param whole whether the person may see everybody's time in it
    /// @param totalSeconds completed time of all tutors
    public record VisibleUnit(
            long id, String code, String name, boolean whole, long totalSeconds) {}

    /// What a person sees of one unit.
    ///
    /// @param zone where its days begin
    public record SeenUnit(Scope scope, String code, String name, ZoneId zone) {}

    private final Database database;

    public UnitAccess(Database database) {
        this.database = database;
    }

    /// The units of a person, by code.
    public List<VisibleUnit> unitsOf(long userId, boolean admin) {
        return database.read(handle -> UnitAccessStore.unitsOf(handle, userId, admin));
    }

    /// What a person may see of a unit; empty where there is no such unit for them.
    public Optional<SeenUnit> seen(long userId, boolean admin, long unitId) {
        return database.read(handle -> UnitAccessStore.unitOf(handle, userId, admin, unitId));
    }

    /// The same for whoever cannot go on without.
    ///
    /// @throws Refused where there is no such unit for them
    public SeenUnit required(long userId, boolean admin, long unitId) {
        return seen(userId, admin, unitId)
                .orElseThrow(() -> new Refused(new Refusal.NotFound("unit")));
    }

    /// Whether there is such a unit for anybody.
    public boolean exists(long unitId) {
        return database.read(handle -> UnitAccessStore.exists(handle, unitId));
    }

    /// Whose time a person may see in a unit; empty where there is no such unit for them.
    public Optional<Scope> scopeOf(long userId, boolean admin, long unitId) {
        return seen(userId, admin, unitId).map(SeenUnit::scope);
    }
}
