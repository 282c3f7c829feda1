package org.tutortimes.model.timer;

/// What the marking time is spent on.
public sealed interface MarkingTarget {

    /// One student's work.
    record OneTask(long taskId) implements MarkingTarget {}

    /// A pile of submissions for one task definition.
    record Pile(long taskDefinitionId) implements MarkingTarget {}
}
