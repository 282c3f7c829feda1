package org.tutortimes.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.replay.SessionAnswer.SegmentAnswer;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.projection.SessionAnswerStore;

/// Reads a page of sessions: one statement for their rows, and one for the segments of all of them.
final class SessionListStore {

    private record OwnedSegment(String sessionId, SegmentAnswer segment) {}

    private SessionListStore() {}

    /// The sessions of the page, and one more if there is one.
    static List<SessionAnswer> page(Handle handle, Seen seen, Wanted wanted) {
        Object[] values = values(seen, wanted);
        Map<String, List<SegmentAnswer>> segments =
                Sql.list(
                                handle,
                                """
                                SELECT s.session_id, s.start_time, s.end_time, s.counted_ms
                                FROM (SELECT t.id %s) p
                                JOIN tutor_time_segments s ON s.session_id = p.id
                                ORDER BY s.session_id, s.ordinal
                                """
                                        .formatted(page(seen, wanted)),
                                SessionListStore::segment,
                                values)
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        OwnedSegment::sessionId,
                                        Collectors.mapping(
                                                OwnedSegment::segment, Collectors.toList())));
        return Sql.list(
                handle,
                "SELECT t.* " + page(seen, wanted),
                row ->
                        SessionAnswerStore.answer(
                                row, segments.getOrDefault(row.getString("id"), List.of())),
                values);
    }

    /// The status is compared as an expression, because SQLite would else look up all sessions of
    /// that status. Unfinished ones are few and have an index of their own, where a page needs no
    /// others.
    private static String page(Seen seen, Wanted wanted) {
        boolean unfinished = !wanted.statuses().contains(SessionStatus.COMPLETED);
        return """
        FROM tutor_times t
        WHERE %s %s AND t.start_time >= ? AND t.start_time <= ?
            AND (t.start_time < ? OR t.id < ?)
            AND t.status || '' IN (?, ?, ?) AND (? = 1 OR t.deleted_at IS NULL)
        ORDER BY t.start_time DESC, t.id DESC LIMIT ?
        """
                .formatted(seen.condition(), unfinished ? "AND t.status <> 'completed'" : "");
    }

    private static Object[] values(Seen seen, Wanted wanted) {
        Wanted.Position after = wanted.after();
        long before = after == null ? Long.MAX_VALUE : after.startTime();
        List<Object> values = new ArrayList<>(seen.values());
        values.add(wanted.period().fromMillis());
        values.add(Math.min(before, wanted.period().toMillis() - 1));
        values.add(before);
        values.add(after == null ? "" : after.id());
        // A status that stands there twice changes nothing, and the statement stays the same.
        Iterator<SessionStatus> statuses = wanted.statuses().iterator();
        SessionStatus status = statuses.next();
        for (int place = 0; place < SessionStatus.values().length; place++) {
            values.add(status.name().toLowerCase(Locale.ROOT));
            status = statuses.hasNext() ? statuses.next() : status;
        }
        values.add(wanted.deletedToo());
        values.add(wanted.limit() + 1);
        return values.toArray();
    }

    private static OwnedSegment segment(ResultSet row) throws SQLException {
        return new OwnedSegment(
                row.getString(1),
                new SegmentAnswer(
                        Instant.ofEpochMilli(row.getLong(2)),
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.getLong(4)));
    }
}
