package org.tutortimes.desktop.timer;

import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.MarkingTarget;

/// Something that a tutor can record time on: a pile of submissions, or one student's work.
///
/// @param unitCode such as SIT221
/// @param abbreviation of the task definition, such as 1.2C
/// @param taskName of the task definition
/// @param studentName null for a pile
public record Choice(
        long unitRoleId,
        String unitCode,
        MarkingTarget target,
        String abbreviation,
        String taskName,
        @Nullable String studentName) {}
