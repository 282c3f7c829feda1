package org.tutortimes.desktop.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.desktop.timer.Desk.PILE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.journal.Journal;
import org.tutortimes.desktop.store.LocalDatabase;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;

class LongHistoryTest {
    private static final int SESSIONS = 100_000;

    @TempDir Path folder;

    @Test
    void aHundredThousandOldSessionsSlowNeitherTheStartNorAClick() {
        VirtualComputer computer = new VirtualComputer();
        fill(computer.instant().minus(Duration.ofDays(60)));

        Instant before = Instant.now();
        try (Desk desk = new Desk(folder, computer)) {
            Duration start = Duration.between(before, Instant.now());
            assertThat(desk.shown().today()).isEmpty();
            assertThat(start).as("start").isLessThan(Duration.ofMillis(1_500));

            before = Instant.now();
            for (int click = 0; click < 50; click++) {
                desk.keeper.start(PILE).join();
                desk.computer.pass(Duration.ofSeconds(2));
            }
            Duration each = Duration.between(before, Instant.now()).dividedBy(50);
            assertThat(each).as("a click").isLessThan(Duration.ofMillis(100));
            assertThat(desk.shown().today()).hasSize(50);
        }
    }

    /// Sessions of a minute, one after the other, completed and confirmed long ago.
    private void fill(Instant last) {
        try (LocalDatabase database =
                LocalDatabase.open(folder.resolve("journal.db"), false, last)) {
            UUID device = new Journal(database).device();
            database.jdbi()
                    .useTransaction(handle -> {
                        PreparedBatch events =
                                handle.prepareBatch(
                                        """
                                        INSERT INTO journal (event_id, account_id,
                                            session_id, device_id, seq, kind, at_ms, body,
                                            sent_at_ms)
                                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
                                        """);
                        PreparedBatch sessions =
                                handle.prepareBatch(
                                        """
                                        INSERT INTO sessions (session_id, account_id,
                                            unit_role_id, task_definition_id, start_ms,
                                            until_ms, latest_ms, unfinished)
                                        VALUES (?, ?, 100, 500, ?, ?, ?, 0)
                                        """);
                        for (int number = 0; number < SESSIONS; number++) {
                            Instant start = last.minusSeconds(90L * (SESSIONS - number));
                            add(events, sessions, device, number, start);
                        }
                        events.execute();
                        sessions.execute();
                    });
        }
    }

    private static void add(
            PreparedBatch events, PreparedBatch sessions, UUID device, int number, Instant start) {
        UUID session = new UUID(7, number);
        Instant end = start.plusSeconds(60);
        UUID opener = new UUID(8, number);
        add(events, event(opener, session, device, 2L * number + 1, start, started()));
        add(
                events,
                event(
                        new UUID(9, number),
                        session,
                        device,
                        2L * number + 2,
                        end,
                        new Fact.Completed(new Fact.Closing(opener, 60_000L), null)));
        sessions.add(
                session.toString(),
                Desk.TIA,
                start.toEpochMilli(),
                end.toEpochMilli(),
                end.toEpochMilli());
    }

    private static Fact started() {
        return new Fact.Started(PILE.unitRoleId(), PILE.target(), false);
    }

    private static TimerEvent event(
            UUID id, UUID session, UUID device, long seq, Instant at, Fact fact) {
        return new TimerEvent(id, session, device, seq, at, "UTC", 0, fact);
    }

    private static void add(PreparedBatch events, TimerEvent event) {
        var json = EventCodec.encode(event);
        events.add(
                event.id().toString(),
                Desk.TIA,
                event.sessionId().toString(),
                event.deviceId().toString(),
                event.seq(),
                json.path("kind").asText(),
                event.at().toEpochMilli(),
                Json.write(json));
    }
}
