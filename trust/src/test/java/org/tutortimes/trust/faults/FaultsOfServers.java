package org.tutortimes.trust.faults;

import java.util.List;

/// Mistakes of the server, and of the arithmetic that both sides share.
final class FaultsOfServers {
    private static final String EVENT_STORE = "server/events/EventStore.java";
    private static final String INBOX_BATCH = "server/events/InboxBatch.java";
    private static final String PROJECTION = "server/projection/Projection.java";

    static final List<PlantedFault> ALL =
            List.of(
                    PlantedFault.of(
                                    "Events are told apart by their times",
                                    INBOX_BATCH,
                                    "        boolean isNew = EventStore.add(handle, incoming,"
                                            + " receipt);",
                                    """
                                    boolean isNew = org.tutortimes.server.database.Sql.list(handle,
                                            "SELECT 1 FROM timer_events WHERE session_id = ? AND at = ?",
                                            row -> 1, incoming.sessionId(), incoming.at()).isEmpty()
                                        && EventStore.add(handle, incoming, receipt);\
                                    """)
                            .and(
                                    INBOX_BATCH,
                                    "return again(EventStore.byId(handle, incoming.id())"
                                            + ".orElseThrow(), incoming);",
                                    "return EventStore.byId(handle, incoming.id())"
                                            + ".map(stored -> again(stored, incoming)).orElseGet("
                                            + "() -> EventResult.of(incoming.id(),"
                                            + " EventResult.Status.DUPLICATE));"),
                    PlantedFault.of(
                            "The last writer wins",
                            EVENT_STORE,
                            "WHERE session_id = ? AND held_code IS NULL\",",
                            "WHERE session_id = ? AND held_code IS NULL AND device_id IN (SELECT"
                                    + " e.device_id FROM timer_events e WHERE e.session_id ="
                                    + " timer_events.session_id AND (e.kind = 'started' OR"
                                    + " e.revision = (SELECT MAX(l.revision) FROM timer_events l"
                                    + " WHERE l.session_id = e.session_id)))\","),
                    PlantedFault.of(
                                    "What a device lacks is found by a time",
                                    EVENT_STORE,
                                    "ON e.user_id = u.id AND e.revision > ?",
                                    "ON e.user_id = u.id AND e.received_at > ?")
                            .and(
                                    "server/sync/SyncExchange.java",
                                    ": lacked.latest();",
                                    ": now().toEpochMilli();"),
                    PlantedFault.of(
                            "A device gets back nothing that bears its name",
                            "server/sync/SyncExchange.java",
                            "sent.stream()",
                            "sent.stream().filter(event -> request.since() == 0 ||"
                                    + " !event.body().contains(request.deviceId().toString()))"),
                    PlantedFault.of(
                                    "A unit's total is read, added to, and written",
                                    PROJECTION,
                                    "        Optional<SessionStore.Row> before ="
                                            + " SessionStore.row(handle, id);",
                                    """
                                    long[] totals = org.tutortimes.server.database.Sql.first(handle,
                                        \"""
                                        SELECT u.id, u.total_tutor_time - COALESCE((
                                            SELECT duration_seconds FROM tutor_times WHERE id = ?
                                            AND status = 'completed' AND deleted_at IS NULL), 0)
                                        FROM units u JOIN unit_roles r ON r.unit_id = u.id
                                        WHERE r.id = ?\""",
                                        row -> new long[] {row.getLong(1), row.getLong(2)},
                                        id, replayed.unitRoleId()).orElseThrow();
                                    Optional<SessionStore.Row> before =
                                        SessionStore.row(handle, id);\
                                    """)
                            .and(
                                    PROJECTION,
                                    "        changedUnits.add(owner.unitId());",
                                    """
                                    org.tutortimes.server.database.Sql.update(handle,
                                        "UPDATE units SET total_tutor_time = ? WHERE id = ?",
                                        totals[1] + session.secondsInTotal(), totals[0]);
                                    changedUnits.add(owner.unitId());\
                                    """),
                    PlantedFault.of(
                            "Acknowledged before it is committed",
                            "server/database/GroupWriter.java",
                            "            piece.run(handle);",
                            "            piece.run(handle);\n            piece.succeed();"),
                    PlantedFault.of(
                            "What comes twice is stored twice, under names of the server's own",
                            EVENT_STORE,
                            "                        event.id(),\n"
                                    + "                        event.sessionId(),\n"
                                    + "                        receipt.userId(),",
                            "java.util.UUID.randomUUID(), event.sessionId(), receipt.userId(),"),
                    PlantedFault.of(
                            "A bad event spoils its batch",
                            "server/events/EventInbox.java",
                            "        RefusedReason reason = RefusedReason.MALFORMED;",
                            """
                            if (event != null) {
                                throw new org.tutortimes.server.Refused(
                                    new org.tutortimes.server.Refusal.NotJson());
                            }
                            RefusedReason reason = RefusedReason.MALFORMED;\
                            """),
                    PlantedFault.of(
                            "What waits for its start waits for ever",
                            INBOX_BATCH,
                            "EventStore.heldOfSession(handle, sessionId).forEach(this::release);",
                            "EventStore.heldOfSession(handle, sessionId);"),
                    PlantedFault.of(
                            "Who lost the role is refused, and not held",
                            "server/events/Admission.java",
                            "            return hold(sender, begun, HeldReason.ROLE_LOST);",
                            "            return new"
                                    + " Verdict.Refuse(RefusedReason.NOT_YOUR_UNIT_ROLE);"),
                    PlantedFault.of(
                            "Overlapping time counts twice",
                            "model/replay/Counting.java",
                            "        return free;",
                            "        return List.of(segment);"),
                    PlantedFault.of(
                            "The segment that was started first counts",
                            "model/replay/Counting.java",
                            "segments.stream().sorted(STARTED_LAST)",
                            "segments.stream().sorted(STARTED_LAST.reversed())"),
                    PlantedFault.of(
                            "The neighbours of a changed session are not counted again",
                            "server/projection/Recount.java",
                            "if (millis != other.countedMillis() &&",
                            "if (millis > 1L << 40 &&"),
                    PlantedFault.of(
                            "A deleted session comes back with its next event",
                            "model/replay/Replay.java",
                            "                .filter(placed ->\n"
                                    + "                        placed.event().fact() instanceof"
                                    + " Fact.Deleted\n",
                            "                .limit(1).filter(placed ->\n"
                                    + "                        placed.event().fact() instanceof"
                                    + " Fact.Deleted\n"),
                    PlantedFault.of(
                            "The last event closes a session, not any completion",
                            "model/replay/Replay.java",
                            "        boolean completed = completion.isPresent();",
                            "        boolean completed = completion.filter(done ->"
                                    + " done.equals(order.getLast())).isPresent();"),
                    PlantedFault.of(
                            "Two sessions of a unit role are active",
                            "server/projection/ActiveChoice.java",
                            "other.active() && !isChosen(other)",
                            "other.active() && isChosen(other)"));

    private FaultsOfServers() {}
}
