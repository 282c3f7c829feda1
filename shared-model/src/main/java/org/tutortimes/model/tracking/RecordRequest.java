package org.tutortimes.model.tracking;

import org.jspecify.annotations.Nullable;

/// Asks for timer sessions over the unrecorded time of a marking session.
///
/// @param taskDefinitionId what was marked; needed where no action of the session says it, and of
///   no effect otherwise
public record RecordRequest(@Nullable Long taskDefinitionId) {}
