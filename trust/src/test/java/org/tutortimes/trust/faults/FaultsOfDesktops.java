package org.tutortimes.trust.faults;

import java.util.List;

/// Mistakes of the program on the tutor's computer.
final class FaultsOfDesktops {
    private static final String SYNC_CLIENT = "desktop/sync/SyncClient.java";
    private static final String SYNC_LOOP = "desktop/sync/SyncLoop.java";
    private static final String OUTBOX = "desktop/sync/Outbox.java";

    static final List<PlantedFault> ALL =
            List.of(
                    PlantedFault.of(
                            "The queue is dropped on 503",
                            SYNC_CLIENT,
                            "status >= 500\n                            ? new SyncReply.TryLater(",
                            """
                            status >= 500
                            ? new SyncReply.Taken(
                                new SyncAnswer(answered.roundTrip().sent(),
                                    request.events().stream().map(event -> EventResult.of(
                                        event.path("id").asText(),
                                        EventResult.Status.STORED)).toList(),
                                    List.of(), request.since(), false, null),
                                answered.roundTrip())
                            : status == 599 ? new SyncReply.TryLater(\
                            """),
                    PlantedFault.of(
                            "Events are marked as sent before the answer",
                            OUTBOX,
                            "                        .map((row, _) -> waiting(row.getString(1),"
                                    + " row.getString(2)))\n                        .list());",
                            """
                            .map((row, _) -> waiting(row.getString(1), row.getString(2)))
                            .list().stream().peek(each -> handle.execute(
                                "UPDATE journal SET sent_at_ms = 1 WHERE event_id = ?",
                                each.id())).toList());\
                            """),
                    PlantedFault.of(
                            "Nothing is planned after a failure",
                            SYNC_LOOP,
                            "            plan(woken && !firm ? Duration.ZERO : outcome.delay());",
                            """
                            if (outcome.delay().toSeconds() == 30) {
                                plan(woken && !firm ? Duration.ZERO : outcome.delay());
                            }\
                            """),
                    PlantedFault.of(
                            "An answer is taken in piece by piece, how far it reaches first",
                            OUTBOX,
                            "return jdbi.inTransaction(handle -> {\n"
                                    + "            Set<UUID> touched = new HashSet<>();",
                            """
                            return jdbi.withHandle(handle -> {
                            accounts.came(handle, account, answer.next());
                            Set<UUID> touched = new HashSet<>();\
                            """),
                    PlantedFault.of(
                            "What was once too large is left out for good",
                            "desktop/sync/SyncRound.java",
                            "            tooLarge.clear();\n",
                            ""),
                    PlantedFault.of(
                            "Signing out empties the queue",
                            "desktop/account/AccountStore.java",
                            "        jdbi.useHandle(handle ->\n                handle.createUpdate("
                                    + "\"DELETE FROM settings",
                            "        jdbi.useHandle(handle -> handle.execute("
                                    + "\"DELETE FROM journal WHERE sent_at_ms IS NULL\"));\n"
                                    + "        jdbi.useHandle(handle ->\n handle.createUpdate("
                                    + "\"DELETE FROM settings"),
                    PlantedFault.of(
                            "An account sends what another recorded",
                            OUTBOX,
                            "WHERE account_id = :account AND sent_at_ms IS NULL\n"
                                    + "                                    AND answer IS NULL\n"
                                    + "                                ORDER BY",
                            "WHERE sent_at_ms IS NULL AND :account <> '' AND answer IS NULL"
                                    + "\n ORDER BY"),
                    PlantedFault.of(
                            "An idle timer is paused when it is noticed",
                            "model/idle/IdleRule.java",
                            "new Verdict.WentIdle(lastInput)",
                            "new Verdict.WentIdle(now.nowMillis)"),
                    PlantedFault.of(
                            "Sleep is work",
                            "model/idle/IdleRule.java",
                            "gap >= SLEEP_GAP_MILLIS",
                            "gap >= 1_000 * SLEEP_GAP_MILLIS"),
                    PlantedFault.of(
                            "A pause that the disk refused is judged anew",
                            "desktop/timer/IdleWatch.java",
                            "        unwritten = verdict;\n        act(running, verdict);",
                            "        previous = now;\n        act(running, verdict);"),
                    PlantedFault.of(
                            "Work is measured by the wall clock",
                            "desktop/DesktopCore.java",
                            "                        computer.clock(), now, serverOffset,",
                            """
                            new org.tutortimes.desktop.clock.RunningClock() {
                                @Override public long nanos() {
                                    return computer.wall().instant().toEpochMilli() * 1_000_000;
                                }
                                @Override public String name() {
                                    return "the wall clock";
                                }
                            }, now, serverOffset,\
                            """),
                    PlantedFault.of(
                            "No heartbeat is written",
                            "desktop/timer/IdleWatch.java",
                            "now - lastBeatMillis >= BEAT_EVERY_MILLIS",
                            "now < 0"),
                    PlantedFault.of(
                            "A crash leaves the segment open",
                            "desktop/timer/CrashRecovery.java",
                            "if (open == null || opener == null) {",
                            "if (open == null || opener != null) {"),
                    PlantedFault.of(
                            "A start leaves the running segment open",
                            "desktop/timer/TimerSteps.java",
                            "        pauseRunning(now, PauseReason.SUPERSEDED, entries);\n"
                                    + "        EventPen.Entry started",
                            "        EventPen.Entry started"),
                    PlantedFault.of(
                            "The new state is shown though the disk took nothing",
                            "desktop/timer/TimerState.java",
                            "            book.put(pen.write(account, entries, book::latestTime));",
                            """
                            try {
                                book.put(pen.write(account, entries, book::latestTime));
                            } catch (RuntimeException e) {
                                return;
                            }\
                            """));

    private FaultsOfDesktops() {}
}
