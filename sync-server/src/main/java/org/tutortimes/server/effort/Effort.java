package org.tutortimes.server.effort;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What marking takes in a unit, by completed sessions that began in a period.
///
/// @param tasks by the time that they took, most first
/// @param students the spread of the time for each student; null where there are too few
/// @param unusual students who took far more than others, most first
public record Effort(List<OfTask> tasks, @Nullable Spread students, List<OfStudent> unusual) {
    public Effort {
        tasks = List.copyOf(tasks);
        unusual = List.copyOf(unusual);
    }

    /// What a task definition took.
    ///
    /// @param targetMinutes what a submission should take; null where nobody said
    /// @param seconds of all sessions, also those of piles that nobody counted
    /// @param submissions single tasks and counted piles
    /// @param secondsOfSubmissions what those took
    /// @param perSubmission null where there are too few
    public record OfTask(
            long taskDefinitionId,
            String abbreviation,
            String name,
            @Nullable Long targetMinutes,
            long seconds,
            long submissions,
            long secondsOfSubmissions,
            @Nullable Spread perSubmission) {}

    /// What a student's work took.
    public record OfStudent(long studentId, String name, long seconds) {}
}
