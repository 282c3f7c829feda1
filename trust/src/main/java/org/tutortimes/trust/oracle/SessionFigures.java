package org.tutortimes.trust.oracle;

import java.util.List;
import java.util.Set;
import org.tutortimes.trust.oracle.NaiveSession.Span;

/// What must be said of a session, wherever it is said. Times are milliseconds since 1970.
///
/// @param end -1 while it is not completed
/// @param open since when it runs, or -1
/// @param target whose work it is about: `task_id` or `task_definition_id`, and its number
/// @param submissions how many of a pile were marked, or -1
public record SessionFigures(
        String status,
        long start,
        long end,
        long durationSeconds,
        long counted,
        long recorded,
        long open,
        boolean deleted,
        long unitRole,
        String target,
        long submissions,
        Set<String> flags) {

    /// Worked out from its events, and from those of the other sessions of its unit role.
    public static SessionFigures of(NaiveUnitRole role, NaiveSession session) {
        long counted = role.counted(session);
        List<Span> spans = session.spans();
        long first =
                Math.min(
                        spans.isEmpty() ? Long.MAX_VALUE : spans.getFirst().start(),
                        session.openSince().orElse(Long.MAX_VALUE));
        long start = first == Long.MAX_VALUE ? session.startedAt() : first;
        long end = session.completed() ? session.lastEnd().orElse(start) : -1;
        return new SessionFigures(
                role.status(session),
                start,
                end,
                counted / 1_000,
                counted,
                session.recorded(),
                session.openSince().orElse(-1L),
                session.deleted(),
                session.unitRole(),
                session.target(),
                session.submissions(),
                Oddities.flags(role, session));
    }
}
