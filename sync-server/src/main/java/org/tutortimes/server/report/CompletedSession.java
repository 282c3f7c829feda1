package org.tutortimes.server.report;

import org.jspecify.annotations.Nullable;

/// A completed session, as figures need it.
///
/// @param start in milliseconds since 1970, as is `end`
/// @param taskId null for a pile
/// @param submissions of a pile, where the tutor said how many
/// @param work null where nobody asked for it
public record CompletedSession(
        String id,
        long unitRoleId,
        long start,
        long end,
        long seconds,
        @Nullable Long taskId,
        @Nullable Long submissions,
        @Nullable Work work) {

    /// What was marked.
    ///
    /// @param studentId whose work it is; null for a pile
    public record Work(long taskDefinitionId, @Nullable Long studentId) {}
}
