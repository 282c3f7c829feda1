package org.tutortimes.model.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One action, as the reconciliation looks at it.
///
/// @param taskDefinitionId what it was about, or null where that is not known
public record Sighting(Instant at, @Nullable Long taskDefinitionId) {}
