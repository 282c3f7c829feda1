package org.tutortimes.server.attempts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.model.classes.Highlight;

/// A student's attempt as the API gives it.
///
/// @param classSessionId null for one outside of any class session
/// @param highlights how many stand
/// @param highlightedText those that stand, in the order in which they came
public record Attempt(
        UUID id,
        @Nullable UUID classSessionId,
        long studentId,
        @Nullable Long testId,
        @Nullable Long taskId,
        AttemptStatus status,
        Instant startedAt,
        @Nullable Instant submittedAt,
        int highlights,
        List<Highlight> highlightedText) {

    /// @param all what was ever highlighted in it
    static Attempt of(Attempt attempt, List<Highlight> all) {
        List<Highlight> standing = all.stream().filter(Highlight::stands).toList();
        return new Attempt(
                attempt.id,
                attempt.classSessionId,
                attempt.studentId,
                attempt.testId,
                attempt.taskId,
                attempt.status,
                attempt.startedAt,
                attempt.submittedAt,
                standing.size(),
                standing);
    }

    public boolean isOpen() {
        return status == AttemptStatus.IN_PROGRESS;
    }
}
