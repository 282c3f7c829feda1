package org.tutortimes.server.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.FactKind;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;

/// Completed sessions of one segment each, with the two events that made them.
final class SessionRows implements AutoCloseable {

    /// @param userId whose unit role has the same number
    /// @param number how many sessions the tutor had before
    record Stored(
            UUID id,
            UUID device,
            long userId,
            long unitId,
            MarkingTarget target,
            long start,
            long end,
            int number) {}

    private final Rows sessions;
    private final Rows segments;
    private final Rows events;

    SessionRows(Connection connection) throws SQLException {
        this.sessions =
                new Rows(
                        connection,
                        "tutor_times (id, user_id, unit_id, unit_role_id, task_id,"
                                + " task_definition_id, status, start_time, end_time,"
                                + " duration_seconds, counted_ms, recorded_ms, latest_event_at,"
                                + " created_at, updated_at)");
        this.segments =
                new Rows(
                        connection,
                        "tutor_time_segments (session_id, ordinal, unit_role_id, start_time,"
                                + " end_time, counted_ms)",
                        sessions);
        this.events =
                new Rows(
                        connection,
                        "timer_events (id, session_id, user_id, device_id, seq, kind, at, body,"
                                + " revision, received_at)");
    }

    void add(Stored session) throws SQLException {
        long millis = session.end() - session.start();
        MarkingTarget target = session.target();
        sessions.add(
                session.id().toString(),
                session.userId(),
                session.unitId(),
                session.userId(),
                target instanceof MarkingTarget.OneTask(long task) ? task : null,
                target instanceof MarkingTarget.Pile(long definition) ? definition : null,
                "completed",
                session.start(),
                session.end(),
                millis / 1_000,
                millis,
                millis,
                session.end(),
                session.end(),
                session.end());
        segments.add(
                session.id().toString(),
                0L,
                session.userId(),
                session.start(),
                session.end(),
                millis);
        long lastRevision = 2L * session.number();
        TimerEvent started =
                event(
                        session,
                        lastRevision + 1,
                        session.start(),
                        new Fact.Started(session.userId(), target, false));
        add(session, started);
        Fact.Closing closing = new Fact.Closing(started.id(), millis);
        add(
                session,
                event(session, lastRevision + 2, session.end(), new Fact.Completed(closing, null)));
    }

    private static TimerEvent event(Stored session, long seq, long at, Fact fact) {
        return new TimerEvent(
                new UUID(
                        session.id().getMostSignificantBits() + seq,
                        session.id().getLeastSignificantBits()),
                session.id(),
                session.device(),
                seq,
                Instant.ofEpochMilli(at),
                "Australia/Melbourne",
                0,
                fact);
    }

    private void add(Stored session, TimerEvent event) throws SQLException {
        events.add(
                event.id().toString(),
                event.sessionId().toString(),
                session.userId(),
                event.deviceId().toString(),
                event.seq(),
                FactKind.of(event.fact()).wireName(),
                event.at().toEpochMilli(),
                Json.write(EventCodec.encode(event)),
                event.seq(),
                event.at().toEpochMilli());
    }

    @Override
    public void close() throws SQLException {
        sessions.close();
        segments.close();
        events.close();
    }
}
