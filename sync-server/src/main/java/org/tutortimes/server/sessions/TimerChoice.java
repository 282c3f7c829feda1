package org.tutortimes.server.sessions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.server.request.Period;

/// Which timer sessions of a unit a table shows.
///
/// @param unitRoleIds whose; null for everybody's
/// @param taskDefinitionId what was marked; null for anything
/// @param period in which they began
record TimerChoice(
        long unitId,
        @Nullable List<Long> unitRoleIds,
        @Nullable Long taskDefinitionId,
        @Nullable SessionStatus status,
        boolean flaggedOnly,
        boolean deletedToo,
        Period period) {}
