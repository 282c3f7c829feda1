package org.tutortimes.server.admin;

import org.tutortimes.model.account.UnitRoleKind;

/// A unit role and whose it is.
public record UnitRoleAnswer(
        long id,
        long unitId,
        long userId,
        String username,
        String name,
        UnitRoleKind role,
        boolean active) {}
