package org.tutortimes.server.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A session of a test, as the server stores it: one segment, completed or still open.
public record SampleSession(
        UUID id,
        long unitId,
        long unitRoleId,
        long userId,
        Instant start,
        Duration length,
        boolean running,
        @Nullable Long taskId,
        String flags,
        @Nullable Long submissions) {

    /// A completed session of a pile.
    public static SampleSession of(long unitRoleId, Instant start, Duration length) {
        return new SampleSession(
                UUID.randomUUID(),
                SampleServer.UNIT,
                unitRoleId,
                unitRoleId - 99,
                start,
                length,
                false,
                null,
                "",
                null);
    }

    /// A session of one student's task that runs.
    public static SampleSession running(long unitRoleId, Instant since) {
        SampleSession session = of(unitRoleId, since, Duration.ZERO);
        return new SampleSession(
                session.id,
                session.unitId,
                unitRoleId,
                session.userId,
                since,
                Duration.ZERO,
                true,
                SampleServer.SAMS_TASK,
                "",
                null);
    }

    public SampleSession flagged(String flag) {
        return new SampleSession(
                id, unitId, unitRoleId, userId, start, length, running, taskId, flag, submissions);
    }

    public SampleSession ofTask(long task) {
        return new SampleSession(
                id, unitId, unitRoleId, userId, start, length, running, task, flags, null);
    }

    public SampleSession ofPile(long marked) {
        return new SampleSession(
                id, unitId, unitRoleId, userId, start, length, running, null, flags, marked);
    }

    int insert(Handle handle) {
        long begin = start.toEpochMilli();
        long end = start.plus(length).toEpochMilli();
        handle.execute(
                """
                INSERT INTO tutor_times (
                    id, user_id, unit_id, unit_role_id, task_id, task_definition_id, status,
                    start_time, end_time, duration_seconds, counted_ms, recorded_ms, submissions,
                    flags, open_since, opened_by, latest_event_at, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                userId,
                unitId,
                unitRoleId,
                taskId,
                taskId == null ? SampleServer.PILE : null,
                running ? "active" : "completed",
                begin,
                running ? null : end,
                length.toSeconds(),
                length.toMillis(),
                length.toMillis(),
                submissions,
                flags,
                running ? begin : null,
                running ? UUID.randomUUID() : null,
                end,
                end,
                end);
        return running
                ? 0
                : handle.execute(
                        "INSERT INTO tutor_time_segments VALUES (?, 0, ?, ?, ?, ?)",
                        id,
                        unitRoleId,
                        begin,
                        end,
                        length.toMillis());
    }
}
