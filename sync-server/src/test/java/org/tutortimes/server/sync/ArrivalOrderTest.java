package org.tutortimes.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.check.Check;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.events.UnitChanges;

@OnBothDatabases
class ArrivalOrderTest {

    private static final int HISTORIES = 60;
    private static final Instant NOW = Instant.parse("2026-08-03T20:00:00Z");
    private static final Caller TIA =
            new Caller(SampleData.TIA, "tia", "Tia", false, "t", "192.0.2.1");
    private static final List<String> PROJECTION =
            List.of("tutor_time_segments", "tutor_times", "timer_events");

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private Database database;
    private EventInbox inbox;

    @BeforeEach
    void open() {
        database = Database.open(kind.migrated(folder));
        SampleData.load(database);
        inbox = new EventInbox(database, new UnitChanges());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anyOrderAndBatchingGivesWhatAllEventsTogetherSay() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            List<TimerEvent> history = RandomHistory.of(seed);
            List<Map<String, Object>> inOrder = stored(history, new Random(seed), seed);
            List<TimerEvent> shuffled = new ArrayList<>(history);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.addAll(shuffled.subList(0, shuffled.size() / 3));
            assertThat(stored(shuffled, new Random(-seed), seed))
                    .as("seed " + seed)
                    .isEqualTo(inOrder);
        }
    }

    @Test
    void eventsAreAppliedOnceTheTaskThatTheyWaitForIsThere() {
        for (long seed = 1; seed <= 10; seed++) {
            List<TimerEvent> history = RandomHistory.of(seed);
            List<Map<String, Object>> expected = stored(history, new Random(seed), seed);
            clear();
            database.write(handle -> handle.execute("UPDATE tasks SET project_id = 1002"));
            database.write(handle -> handle.execute("UPDATE unit_roles SET active = 0"));
            send(history, new Random(seed));
            database.write(
                    handle -> handle.execute("UPDATE unit_roles SET active = 1 WHERE id <> 120"));
            database.write(
                    handle -> handle.execute("UPDATE tasks SET project_id = 910 + id / 100"));
            database.write(handle -> inbox.releaseHeld(handle, NOW));
            assertThat(sessions()).as("seed " + seed).isEqualTo(expected);
            assertThat(new Check(database).failures()).as("seed " + seed).isEmpty();
        }
    }

    private List<Map<String, Object>> stored(List<TimerEvent> events, Random random, long seed) {
        clear();
        send(events, random);
        assertThat(new Check(database).failures()).as("seed " + seed).isEmpty();
        return sessions();
    }

    private void send(List<TimerEvent> events, Random random) {
        int next = 0;
        while (next < events.size()) {
            int end = Math.min(events.size(), next + 1 + random.nextInt(7));
            List<DecodedEvent> batch = new ArrayList<>();
            events.subList(next, end)
                    .forEach(event -> batch.add(new DecodedEvent.Understood(event)));
            database.write(handle -> inbox.receive(handle, TIA, batch, NOW));
            next = end;
        }
    }

    private void clear() {
        database.write(handle -> {
            PROJECTION.forEach(table -> handle.execute("DELETE FROM " + table));
            return handle.execute("UPDATE users SET event_revision = 0");
        });
    }

    private List<Map<String, Object>> sessions() {
        return database.read(ArrivalOrderTest::rows);
    }

    private static List<Map<String, Object>> rows(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT t.*, s.ordinal, s.start_time AS starts, s.end_time AS ends,
                            s.counted_ms AS counts
                        FROM tutor_times t LEFT JOIN tutor_time_segments s ON s.session_id = t.id
                        ORDER BY t.id, s.ordinal
                        """)
                .mapToMap()
                .list();
    }
}
