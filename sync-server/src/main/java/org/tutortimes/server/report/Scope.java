package org.tutortimes.server.report;

import org.jspecify.annotations.Nullable;

/// Whose time is looked at: everybody's in a unit, or one person's.
///
/// @param userId null for everybody
public record Scope(long unitId, @Nullable Long userId) {

    /// Everybody's time, for convenors and admins.
    public static Scope whole(long unitId) {
        return new Scope(unitId, null);
    }

    /// Only one person's time, for that person.
    public static Scope own(long unitId, long userId) {
        return new Scope(unitId, userId);
    }

    public boolean isWhole() {
        return userId == null;
    }
}
