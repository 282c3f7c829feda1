package org.tutortimes.desktop.tracking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.sync.Reference;

/// Marking that the server observed while no timer ran, as it is offered to the tutor. All figures
/// are the server's.
///
/// @param unitCode null where the tutor has one unit only, which needs no name
/// @param start of the first of it
/// @param end of the last of it
/// @param isInterrupted whether there is something else between the two
/// @param seconds in all
/// @param parts what was marked; empty where the tutor has to say it
/// @param tasks what the tutor can say then
public record Unrecorded(
        long markingSessionId,
        @Nullable String unitCode,
        Instant start,
        Instant end,
        boolean isInterrupted,
        long seconds,
        List<Part> parts,
        List<Reference.TaskDefinition> tasks) {

    public Unrecorded {
        parts = List.copyOf(parts);
        tasks = List.copyOf(tasks);
    }

    /// What of it was about one task.
    ///
    /// @param name empty where this computer does not know it
    public record Part(String abbreviation, String name, long seconds) {}
}
