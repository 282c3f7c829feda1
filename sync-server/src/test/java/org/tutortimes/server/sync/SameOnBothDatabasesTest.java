package org.tutortimes.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.sync.SyncRequest;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.check.Check;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.events.UnitChanges;

/// The same requests get the same answers, and leave the same rows, whatever the database. On
/// PostgreSQL they go to two servers in turn.
class SameOnBothDatabasesTest {

    /// More of them by command: `-Dhistories=1000`.
    private static final int HISTORIES = Integer.getInteger("histories", 40);

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-08-03T20:00:00Z"), ZoneOffset.UTC);
    private static final Caller TIA =
            new Caller(SampleData.TIA, "tia", "Tia", false, "t", "192.0.2.7");
    private static final List<String> ROWS =
            List.of(
                    "SELECT * FROM tutor_times ORDER BY id",
                    "SELECT * FROM tutor_time_segments ORDER BY session_id, ordinal",
                    "SELECT * FROM timer_events ORDER BY user_id, revision",
                    "SELECT id, event_revision FROM users ORDER BY id",
                    "SELECT id, total_tutor_time FROM units ORDER BY id");

    @TempDir Path folder;

    /// A server as far as synchronisation goes.
    private record Node(Database database, SyncExchange exchange) {
        static Node on(TestDatabase kind, Path folder) {
            Database database = Database.open(kind.migrated(folder));
            EventInbox inbox = new EventInbox(database, new UnitChanges());
            return new Node(database, new SyncExchange(database, inbox, CLOCK));
        }
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void randomHistoriesGetTheSameAnswersAndLeaveTheSameRows() {
        Node sqlite = Node.on(TestDatabase.SQLITE, folder);
        Node first = Node.on(TestDatabase.POSTGRESQL, folder);
        Node second = Node.on(TestDatabase.POSTGRESQL, folder);
        try (Database one = sqlite.database();
                Database two = first.database();
                Database _ = second.database()) {
            SampleData.load(one);
            SampleData.load(two);
            for (long seed = 1; seed <= HISTORIES; seed++) {
                List<SyncRequest> requests = requests(seed);
                List<String> expected = answers(List.of(sqlite), requests);
                assertThat(answers(List.of(first, second), requests))
                        .as("seed " + seed)
                        .isEqualTo(expected);
                assertThat(rows(two)).as("seed " + seed).isEqualTo(rows(one));
                assertThat(new Check(two).failures()).as("seed " + seed).isEmpty();
                clear(one);
                clear(two);
            }
        }
    }

    private static List<SyncRequest> requests(long seed) {
        Random random = new Random(seed);
        List<TimerEvent> events = new ArrayList<>(RandomHistory.of(seed));
        Collections.shuffle(events, random);
        events.addAll(events.subList(0, events.size() / 4));
        List<SyncRequest> requests = new ArrayList<>();
        for (int next = 0; next < events.size(); ) {
            int end = Math.min(events.size(), next + 1 + random.nextInt(6));
            List<JsonNode> batch = new ArrayList<>();
            events.subList(next, end).forEach(event -> batch.add(EventCodec.encode(event)));
            requests.add(
                    new SyncRequest(
                            new UUID(seed, random.nextInt(3)),
                            "1.0.0",
                            CLOCK.instant(),
                            random.nextInt(3) == 0 ? 0 : random.nextInt(20),
                            null,
                            batch));
            next = end;
        }
        return requests;
    }

    private static List<String> answers(List<Node> nodes, List<SyncRequest> requests) {
        List<String> answers = new ArrayList<>();
        for (SyncRequest request : requests) {
            Node node = nodes.get(answers.size() % nodes.size());
            answers.add(Json.write(node.exchange().answer(TIA, request)));
        }
        return answers;
    }

    private static List<String> rows(Database database) {
        return database.read(handle ->
                ROWS.stream()
                        .flatMap(sql -> handle.createQuery(sql).mapToMap().list().stream())
                        .map(row -> row.values().stream().map(String::valueOf).toList().toString())
                        .toList());
    }

    private static void clear(Database database) {
        database.write(handle -> {
            handle.execute("DELETE FROM tutor_time_segments");
            handle.execute("DELETE FROM tutor_times");
            handle.execute("DELETE FROM held_event_senders");
            handle.execute("DELETE FROM timer_events");
            return handle.execute("UPDATE users SET event_revision = 0");
        });
    }
}
