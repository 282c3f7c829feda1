package org.tutortimes.server.history;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.server.request.Period;

/// Which of the sessions that somebody may see a request asks for.
///
/// @param statuses at least one
/// @param period in which a session must have *started*: so each belongs to one of several periods
///   that follow each other, and an index finds it
/// @param deletedToo whether deleted sessions are among them
/// @param limit the most sessions on the page
/// @param after the last session of the page before, or null for the first page
record Wanted(
        Set<SessionStatus> statuses,
        Period period,
        boolean deletedToo,
        int limit,
        @Nullable Position after) {

    /// A session's place in the list, which is by falling start, then falling id.
    record Position(long startTime, String id) {}

    Wanted {
        statuses = Set.copyOf(statuses);
    }
}
