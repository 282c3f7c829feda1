package org.tutortimes.server.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.replay.SessionAnswer.SegmentAnswer;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.projection.SessionAnswerStore;
import org.tutortimes.server.report.Scope;

/// Reads the completed sessions of an export page by page, the first that began first.
final class ExportStore {

    /// A file of fewer sessions is read in one go, and so from one snapshot.
    static final int PAGE = 2_000;

    private record OwnedSegment(String sessionId, SegmentAnswer segment) {}

    /// Completed is what is neither of the others: asked for by its name, SQLite would look up all
    /// completed sessions, and behind an expression PostgreSQL would take it for rare and sort all
    /// of the unit's sessions for each page.
    private static final String PAGE_OF_SESSIONS =
            """
            (SELECT * FROM tutor_times o
                WHERE %s AND o.start_time >= ? AND o.start_time < ?
                    AND (o.start_time > ? OR o.id > ?)
                    AND o.status NOT IN ('active', 'paused') AND o.deleted_at IS NULL
                ORDER BY o.start_time, o.id LIMIT %d) t
            """;

    private static final String OF_EVERYBODY = PAGE_OF_SESSIONS.formatted("o.unit_id = ?", PAGE);

    private static final String OF_ONE =
            PAGE_OF_SESSIONS.formatted("o.unit_id = ? AND o.user_id = ?", PAGE);

    private ExportStore() {}

    /// A page; fewer than [#PAGE] sessions where it is the last.
    ///
    /// @param withSegments whether the sessions say when their timers ran
    /// @param after the last session of the page before; null for the first page
    static List<ExportedSession> page(
            Handle handle, Export export, boolean withSegments, @Nullable SessionAnswer after) {
        String page = export.unit().scope().isWhole() ? OF_EVERYBODY : OF_ONE;
        Object[] values = values(export, after);
        return sessions(
                handle, page, values, withSegments ? segments(handle, page, values) : Map.of());
    }

    private static Object[] values(Export export, @Nullable SessionAnswer after) {
        Scope scope = export.unit().scope();
        long reached = after == null ? Long.MIN_VALUE : after.startTime().toEpochMilli();
        List<Object> values = new ArrayList<>();
        values.add(scope.unitId());
        if (scope.userId() != null) {
            values.add(scope.userId());
        }
        values.add(Math.max(reached, export.period().fromMillis()));
        values.add(export.period().toMillis());
        values.add(reached);
        values.add(after == null ? "" : after.id());
        return values.toArray();
    }

    /// Cross joins keep the order of the tables: the page first, then the names of its rows.
    private static List<ExportedSession> sessions(
            Handle handle,
            String page,
            Object[] values,
            Map<String, List<SegmentAnswer>> segments) {
        return Sql.list(
                handle,
                """
                SELECT t.*, u.name AS tutor, d.abbreviation AS task, d.name AS task_name,
                    s.name AS student
                FROM %s
                CROSS JOIN users u
                LEFT JOIN tasks k ON k.id = t.task_id
                LEFT JOIN projects p ON p.id = k.project_id
                LEFT JOIN users s ON s.id = p.user_id
                CROSS JOIN task_definitions d
                WHERE u.id = t.user_id
                    AND d.id = COALESCE(t.task_definition_id, k.task_definition_id)
                ORDER BY t.start_time, t.id
                """
                        .formatted(page),
                row -> session(row, segments.getOrDefault(row.getString("id"), List.of())),
                values);
    }

    private static Map<String, List<SegmentAnswer>> segments(
            Handle handle, String page, Object[] values) {
        return Sql.list(
                        handle,
                        """
                        SELECT s.session_id, s.start_time, s.end_time, s.counted_ms
                        FROM %s
                        JOIN tutor_time_segments s ON s.session_id = t.id
                        ORDER BY s.session_id, s.ordinal
                        """
                                .formatted(page),
                        ExportStore::segment,
                        values)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                OwnedSegment::sessionId,
                                Collectors.mapping(OwnedSegment::segment, Collectors.toList())));
    }

    private static OwnedSegment segment(ResultSet row) throws SQLException {
        return new OwnedSegment(
                row.getString(1),
                new SegmentAnswer(
                        Instant.ofEpochMilli(row.getLong(2)),
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.getLong(4)));
    }

    private static ExportedSession session(ResultSet row, List<SegmentAnswer> segments)
            throws SQLException {
        return new ExportedSession(
                SessionAnswerStore.answer(row, segments),
                row.getString("tutor"),
                row.getString("task"),
                row.getString("task_name"),
                row.getString("student"));
    }
}
