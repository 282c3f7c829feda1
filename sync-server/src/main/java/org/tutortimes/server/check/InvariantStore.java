package org.tutortimes.server.check;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Sql;

/// Invariants that SQL asks for best: each question answers with a sentence for each breach.
final class InvariantStore {

    private InvariantStore() {}

    /// All that is broken.
    static List<String> broken(Handle handle) {
        return Stream.of(
                        wrongTotals(handle),
                        severalActive(handle),
                        underAnothersRole(handle),
                        gapsInRevisions(handle),
                        revisionsOfReference(handle),
                        eventsWithoutSession(handle),
                        wrongSums(handle),
                        wrongCounts(handle))
                .flatMap(List::stream)
                .toList();
    }

    /// Units whose total is not the sum of their sessions, a sentence for each.
    private static List<String> wrongTotals(Handle handle) {
        return sentences(
                handle,
                """
                SELECT 'The total of unit ' || u.code || ' (' || u.id || ') is ' || u.total_tutor_time
                    || ' s, and its completed sessions sum to ' || COALESCE(t.seconds, 0) || ' s.'
                FROM units u LEFT JOIN (
                    SELECT unit_id, SUM(duration_seconds) AS seconds FROM tutor_times
                    WHERE status = 'completed' AND deleted_at IS NULL GROUP BY unit_id
                ) t ON t.unit_id = u.id
                WHERE u.total_tutor_time <> COALESCE(t.seconds, 0)
                """);
    }

    private static List<String> severalActive(Handle handle) {
        return sentences(
                handle,
                """
                SELECT 'Unit role ' || unit_role_id || ' has ' || COUNT(*) || ' active sessions.'
                FROM tutor_times WHERE status = 'active' AND deleted_at IS NULL
                GROUP BY unit_role_id HAVING COUNT(*) > 1
                """);
    }

    /// Sessions repeat the user and the unit of their role.
    private static List<String> underAnothersRole(Handle handle) {
        return sentences(
                handle,
                """
                SELECT 'Unit role ' || r.id || ' is of user ' || r.user_id || ' and unit '
                    || r.unit_id || ', and ' || COUNT(*) || ' of its sessions of user '
                    || t.user_id || ' and unit ' || t.unit_id || ', such as session '
                    || MIN(t.id) || '.'
                FROM tutor_times t JOIN unit_roles r ON r.id = t.unit_role_id
                WHERE t.user_id <> r.user_id OR t.unit_id <> r.unit_id
                GROUP BY r.id, r.user_id, r.unit_id, t.user_id, t.unit_id
                """);
    }

    /// A timer that has seen a revision is never sent what changed up to it.
    private static List<String> revisionsOfReference(Handle handle) {
        return sentences(
                handle,
                """
                SELECT 'A row of ' || c.name || ' was changed in revision ' || c.latest
                    || ', and the last one is ' || s.reference_revision
                    || ': timers would not be sent it.'
                FROM server_identity s JOIN (
                    SELECT 'units' AS name, MAX(changed_in) AS latest FROM units
                    UNION ALL SELECT 'unit_roles', MAX(changed_in) FROM unit_roles
                    UNION ALL SELECT 'projects', MAX(changed_in) FROM projects
                    UNION ALL SELECT 'task_definitions', MAX(changed_in) FROM task_definitions
                    UNION ALL SELECT 'tasks', MAX(changed_in) FROM tasks
                    UNION ALL SELECT 'tutorials', MAX(changed_in) FROM tutorials
                ) c ON c.latest > s.reference_revision
                """);
    }

    /// What an administrator sent before its session began has moved to the owner's events.
    private static List<String> gapsInRevisions(Handle handle) {
        return sentences(
                handle,
                """
                SELECT 'The revisions of user ' || u.id || ' have gaps: ' || u.event_revision
                    || ' given out, ' || COUNT(e.id) || ' found, up to '
                    || COALESCE(MAX(e.revision), 0) || '.'
                FROM users u LEFT JOIN timer_events e ON e.user_id = u.id
                    LEFT JOIN (
                        SELECT s.user_id, COUNT(*) AS events
                        FROM held_event_senders s JOIN timer_events e ON e.id = s.event_id
                        WHERE e.held_code IS NULL AND e.user_id <> s.user_id GROUP BY s.user_id
                    ) moved ON moved.user_id = u.id
                GROUP BY u.id, u.event_revision, moved.events
                HAVING COUNT(e.id) + COALESCE(moved.events, 0) <> u.event_revision
                    OR COALESCE(MAX(e.revision), 0) > u.event_revision
                    OR (moved.events IS NULL
                        AND COALESCE(MAX(e.revision), 0) <> u.event_revision)
                """);
    }

    private static List<String> eventsWithoutSession(Handle handle) {
        return sentences(
                handle,
                """
                SELECT DISTINCT 'Events of session ' || e.session_id
                    || ' are in force, and the session is not stored.'
                FROM timer_events e
                WHERE e.held_code IS NULL
                    AND NOT EXISTS (SELECT 1 FROM tutor_times t WHERE t.id = e.session_id)
                """);
    }

    private static List<String> wrongSums(Handle handle) {
        return sentences(
                handle,
                """
                SELECT 'Session ' || id || ' counts ' || counted_ms || ' ms of '
                    || recorded_ms || ' ms recorded, and lasts ' || duration_seconds || ' s.'
                FROM tutor_times
                WHERE counted_ms < 0 OR recorded_ms < counted_ms
                    OR duration_seconds <> counted_ms / 1000
                """);
    }

    /// What a marking session keeps of its activities is what they come to.
    private static List<String> wrongCounts(Handle handle) {
        return sentences(
                handle,
                """
                SELECT 'Marking session ' || s.id || ' counts ' || s.actions || ' actions, '
                    || s.assessments || ' assessments, ' || s.comments_added || ' comments and '
                    || s.submissions_opened || ' submissions, and its activities are '
                    || COALESCE(a.actions, 0) || ', ' || COALESCE(a.assessments, 0) || ', '
                    || COALESCE(a.comments, 0) || ' and ' || COALESCE(a.opened, 0) || '.'
                FROM marking_sessions s LEFT JOIN (
                    SELECT marking_session_id, COUNT(*) AS actions,
                        SUM(CASE WHEN action = 'assessing' THEN changed_status ELSE 0 END)
                            AS assessments,
                        SUM(CASE WHEN action = 'add-comment' THEN 1 ELSE 0 END) AS comments,
                        SUM(CASE WHEN action = 'get-submission-details' THEN 1 ELSE 0 END)
                            AS opened,
                        MAX(created_at) AS latest
                    FROM session_activities GROUP BY marking_session_id
                ) a ON a.marking_session_id = s.id
                WHERE s.actions <> COALESCE(a.actions, 0)
                    OR s.assessments <> COALESCE(a.assessments, 0)
                    OR s.comments_added <> COALESCE(a.comments, 0)
                    OR s.submissions_opened <> COALESCE(a.opened, 0)
                    OR COALESCE(s.last_action_at, 0) <> COALESCE(a.latest, 0)
                    OR s.duration_minutes <> (s.end_time - s.start_time) / 60000
                """);
    }

    private static List<String> sentences(Handle handle, String sql) {
        return Sql.list(handle, sql, row -> row.getString(1));
    }
}
