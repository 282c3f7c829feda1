package org.tutortimes.desktop.journal;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.tutortimes.desktop.store.LocalDatabase;
import org.tutortimes.model.replay.ReplayedSession;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.Segment;

/// What replay made of each session, so that only those that are shown must be replayed again.
public final class SessionStore {
    private static final long STILL_OPEN = Long.MAX_VALUE;

    /// What a session was recorded on, and when it was started.
    public record Used(long unitRoleId, MarkingTarget target, Instant at) {}

    /// What was started last, newest first; the same thing may come several times.
    public static List<Used> usedLast(LocalDatabase database, String account, int limit) {
        return database.jdbi()
                .withHandle(handle ->
                        handle.createQuery(
                                        """
                                        SELECT unit_role_id, task_id, task_definition_id, start_ms
                                        FROM sessions WHERE account_id = :account
                                        ORDER BY start_ms DESC LIMIT :limit
                                        """)
                                .bind("account", account)
                                .bind("limit", limit)
                                .map((row, _) ->
                                        new Used(
                                                row.getLong(1),
                                                row.getObject(2) == null
                                                        ? new MarkingTarget.Pile(row.getLong(3))
                                                        : new MarkingTarget.OneTask(row.getLong(2)),
                                                Instant.ofEpochMilli(row.getLong(4))))
                                .list());
    }

    public void put(Handle handle, String account, SessionRecord session) {
        ReplayedSession replay = session.replay();
        MarkingTarget target = replay.target();
        handle.createUpdate(
                        """
                        INSERT INTO sessions (session_id, account_id, unit_role_id, task_id,
                            task_definition_id, start_ms, until_ms, latest_ms, unfinished)
                        VALUES (:id, :account, :unitRole, :task, :pile, :start, :until, :latest,
                            :unfinished)
                        ON CONFLICT (session_id) DO UPDATE SET
                            unit_role_id = excluded.unit_role_id, task_id = excluded.task_id,
                            task_definition_id = excluded.task_definition_id,
                            start_ms = excluded.start_ms, until_ms = excluded.until_ms,
                            latest_ms = excluded.latest_ms, unfinished = excluded.unfinished
                        """)
                .bind("id", replay.id().toString())
                .bind("account", account)
                .bind("unitRole", replay.unitRoleId())
                .bind("task", target instanceof MarkingTarget.OneTask one ? one.taskId() : null)
                .bind(
                        "pile",
                        target instanceof MarkingTarget.Pile pile ? pile.taskDefinitionId() : null)
                .bind("start", startMillis(replay))
                .bind("until", untilMillis(replay))
                .bind("latest", replay.latestEffectiveTime().toEpochMilli())
                .bind("unfinished", session.unfinished() ? 1 : 0)
                .execute();
    }

    /// The sessions with time after `from` or still open, the one that was touched last of those
    /// that may go on, and all that overlap one of these, for each instant counts once.
    public Set<UUID> shownFrom(Handle handle, String account, Instant from) {
        List<String> shown =
                handle.createQuery(
                                """
                                SELECT session_id FROM sessions
                                WHERE account_id = :account AND until_ms >= :from
                                UNION
                                SELECT session_id FROM (
                                    SELECT session_id FROM sessions
                                    WHERE account_id = :account AND unfinished = 1
                                    ORDER BY latest_ms DESC LIMIT 1)
                                """)
                        .bind("account", account)
                        .bind("from", from.toEpochMilli())
                        .mapTo(String.class)
                        .list();
        Set<UUID> ids = new LinkedHashSet<>();
        for (String id : shown) {
            ids.add(UUID.fromString(id));
            overlapping(handle, id).forEach(other -> ids.add(UUID.fromString(other)));
        }
        return ids;
    }

    private static List<String> overlapping(Handle handle, String id) {
        return handle.createQuery(
                        """
                        SELECT other.session_id FROM sessions shown
                        JOIN sessions other ON other.account_id = shown.account_id
                            AND other.unit_role_id = shown.unit_role_id
                            AND other.until_ms > shown.start_ms
                            AND other.start_ms < shown.until_ms
                        WHERE shown.session_id = :id
                        """)
                .bind("id", id)
                .mapTo(String.class)
                .list();
    }

    private static long startMillis(ReplayedSession replay) {
        return replay.segments().stream()
                .map(Segment::start)
                .min(Instant::compareTo)
                .filter(first -> first.isBefore(replay.startedAt()))
                .orElse(replay.startedAt())
                .toEpochMilli();
    }

    private static long untilMillis(ReplayedSession replay) {
        if (replay.open() != null) {
            return STILL_OPEN;
        }
        return replay.segments().stream()
                .map(Segment::end)
                .max(Instant::compareTo)
                .orElse(replay.startedAt())
                .toEpochMilli();
    }
}
