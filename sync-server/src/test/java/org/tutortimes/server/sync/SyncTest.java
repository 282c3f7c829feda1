package org.tutortimes.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.check.Check;

@OnBothDatabases
class SyncTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T12:00:00Z");
    private final Wire device = new Wire();
    private final UUID session = UUID.randomUUID();
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
    }

    @AfterEach
    void stop() {
        assertThat(new Check(server.database()).failures()).isEmpty();
        server.close();
    }

    @Test
    void eventsOfABatchAreStoredAndAppliedAndCounted() {
        TimerEvent started = device.started(session, "2026-08-03T09:00:00Z");
        TimerEvent completed = device.completed(started, "2026-08-03T09:30:00Z", 1_800_000);
        Answer answer = sync(device.request(started, completed));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(statuses(answer)).containsExactly("stored", "stored");
        assertThat(answer.body().get("next").asLong()).isEqualTo(2);
        assertThat(total()).isEqualTo(1800);
    }

    @Test
    void interruptedBatchSentAgainChangesNothing() {
        TimerEvent started = device.started(session, "2026-08-03T09:00:00Z");
        TimerEvent completed = device.completed(started, "2026-08-03T09:30:00Z", 1_800_000);
        sync(device.request(started));
        Answer again = sync(device.request(started, completed));
        assertThat(statuses(again)).containsExactly("duplicate", "stored");
        assertThat(statuses(sync(device.request(started, completed))))
                .containsExactly("duplicate", "duplicate");
        assertThat(total()).isEqualTo(1800);
    }

    @Test
    void reusedIdIsRefusedAndTheFirstEventStays() {
        TimerEvent started = device.started(session, "2026-08-03T09:00:00Z");
        sync(device.request(started));
        TimerEvent other =
                new TimerEvent(
                        started.id(),
                        session,
                        device.device(),
                        9,
                        started.at(),
                        "Australia/Melbourne",
                        0,
                        new Fact.Resumed());
        Answer answer = sync(device.request(other));
        assertThat(answer.body().at("/results/0/code").asText()).isEqualTo("id_reused");
        assertThat(answer.body().get("next").asLong()).isEqualTo(1);
    }

    @Test
    void badEventDelaysNoOther() {
        TimerEvent started = device.started(session, "2026-08-03T09:00:00Z");
        ObjectNode body = (ObjectNode) tree(device.request(started));
        body.withArray("events").insert(0, "rubbish");
        body.withArray("events").addObject().put("id", "x").put("kind", 7);
        Answer answer = sync(Json.write(body));
        assertThat(statuses(answer)).containsExactly("refused", "stored", "refused");
        assertThat(answer.body().at("/results/2/id").asText()).isEqualTo("x");
        assertThat(answer.body().at("/results/0/code").asText()).isEqualTo("malformed");
    }

    @Test
    void eventsBeforeTheirStartWaitForIt() {
        TimerEvent started = device.started(session, "2026-08-03T09:00:00Z");
        TimerEvent completed = device.completed(started, "2026-08-03T09:30:00Z", 1_800_000);
        Answer early = sync(device.request(completed));
        assertThat(early.body().at("/results/0/code").asText()).isEqualTo("waiting_for_start");
        assertThat(statuses(sync(device.request(completed)))).containsExactly("held");
        assertThat(statuses(sync(device.request(started)))).containsExactly("stored");
        assertThat(statuses(sync(device.request(completed)))).containsExactly("duplicate");
        assertThat(total()).isEqualTo(1800);
    }

    @Test
    void othersUnitRoleAndOthersSessionAreRefused() {
        TimerEvent started = device.started(session, "2026-08-03T09:00:00Z");
        Answer notTheirs = server.post("tom", "/api/sync", device.request(started));
        assertThat(notTheirs.body().at("/results/0/code").asText()).isEqualTo("not_your_unit_role");
        sync(device.request(started));
        TimerEvent foreign = new Wire().completed(started, "2026-08-03T09:30:00Z", 60_000);
        Answer refused = server.post("tom", "/api/sync", device.request(foreign));
        assertThat(refused.body().at("/results/0/code").asText()).isEqualTo("not_your_session");
        assertThat(refused.body().get("next").asLong()).isZero();
    }

    @Test
    void lostRoleAndUnknownTaskAndUnknownKindAreHeld() {
        Answer lost =
                sync(device.request(device.started(session, "2026-08-03T09:00:00Z", 120, 9200)));
        assertThat(lost.body().at("/results/0/code").asText()).isEqualTo("role_lost");
        Answer unknown =
                sync(
                        device.request(
                                device.started(UUID.randomUUID(), "2026-08-03T09:00:00Z", 100, 1)));
        assertThat(unknown.body().at("/results/0/code").asText()).isEqualTo("unknown_task");
        ObjectNode body = (ObjectNode) tree(device.request());
        ObjectNode event =
                EventCodec.encode(device.started(UUID.randomUUID(), "2026-08-03T09:00:00Z"));
        body.withArray("events").add(event.put("kind", "teleported"));
        assertThat(sync(Json.write(body)).body().at("/results/0/code").asText())
                .isEqualTo("unknown_kind");
        assertThat(statuses(sync(Json.write(body)))).containsExactly("held");
    }

    @Test
    void timeOfTwoDevicesCountsOnce() {
        Wire laptop = new Wire();
        TimerEvent first = device.started(session, "2026-08-03T09:00:00Z");
        TimerEvent second = laptop.started(UUID.randomUUID(), "2026-08-03T09:20:00Z");
        sync(device.request(first, device.completed(first, "2026-08-03T10:00:00Z", 3_600_000)));
        sync(laptop.request(second, laptop.completed(second, "2026-08-03T09:50:00Z", 1_800_000)));
        assertThat(total()).isEqualTo(3600);
        JsonNode overlapped = server.get("tia", "/api/tutor-times/" + session).body();
        assertThat(overlapped.get("duration_seconds").asLong()).isEqualTo(1800);
        assertThat(overlapped.get("overlapped_seconds").asLong()).isEqualTo(1800);
        assertThat(overlapped.get("flags").toString()).contains("overlap");
    }

    @Test
    void actingOnASupersededSessionWritesThePauseThatThisMeans() {
        TimerEvent first = device.started(session, "2026-08-03T09:00:00Z");
        TimerEvent second = new Wire().started(UUID.randomUUID(), "2026-08-03T09:20:00Z");
        sync(device.request(first, second));
        assertThat(server.get("tia", "/api/tutor-times/" + session).body().get("status").asText())
                .isEqualTo("paused");
        Answer completed = server.put("tia", "/api/tutor-times/" + session + "/complete", null);
        assertThat(completed.status()).isEqualTo(200);
        assertThat(completed.body().get("duration_seconds").asLong()).isEqualTo(20 * 60);
    }

    @Test
    void anotherDeviceGetsWhatItLacksAndTheWriterDoesNotGetItBack() {
        TimerEvent started = device.started(session, "2026-08-03T09:00:00Z");
        sync(device.request(1, null, started));
        Wire laptop = new Wire();
        Answer all = sync(laptop.request(0, null));
        assertThat(all.body().get("events")).hasSize(1);
        assertThat(all.body().at("/events/0")).hasToString(EventCodec.encode(started).toString());
        TimerEvent more = device.paused(started, "2026-08-03T09:10:00Z", 600_000);
        Answer own = sync(device.request(1, null, more));
        assertThat(own.body().get("events")).isEmpty();
        assertThat(own.body().get("next").asLong()).isEqualTo(2);
        assertThat(sync(laptop.request(1, null)).body().get("events")).hasSize(1);
        assertThat(sync(device.request(0, null)).body().get("events")).hasSize(2);
    }

    @Test
    void manyEventsComeBackInPiecesWithoutGaps() {
        Wire laptop = new Wire();
        for (int batch = 0; batch < 3; batch++) {
            List<TimerEvent> events = new ArrayList<>();
            for (int count = 0; count < 200; count++) {
                events.add(device.started(UUID.randomUUID(), "2026-08-03T09:00:00Z"));
            }
            assertThat(sync(device.request(events.toArray(TimerEvent[]::new))).status())
                    .isEqualTo(200);
        }
        Answer first = sync(laptop.request(0, null));
        assertThat(first.body().get("more").asBoolean()).isTrue();
        assertThat(first.body().get("next").asLong()).isEqualTo(500);
        Answer rest = sync(laptop.request(500, null));
        assertThat(rest.body().get("events")).hasSize(100);
        assertThat(rest.body().get("more").asBoolean()).isFalse();
    }

    @Test
    void referenceDataComeOnceAndThenOnlyWhatChanged() {
        JsonNode all = sync(device.request(0, null)).body().get("reference");
        assertThat(all.get("complete").asBoolean()).isTrue();
        assertThat(all.get("unit_roles")).hasSize(3);
        assertThat(all.get("tasks")).hasSize(2);
        String revision = all.get("revision").asText();
        assertThat(sync(device.request(0, revision)).body().get("reference").isNull()).isTrue();
        server.database()
                .write(handle -> {
                    handle.execute("UPDATE server_identity SET reference_revision = 2");
                    return handle.execute(
                            "UPDATE tasks SET status = 'complete', changed_in = 2"
                                    + " WHERE id = 9000");
                });
        JsonNode changed = sync(device.request(0, revision)).body().get("reference");
        assertThat(changed.get("complete").asBoolean()).isFalse();
        assertThat(changed.get("tasks")).hasSize(1);
        assertThat(changed.get("units")).isEmpty();
        server.database().write(h -> h.execute("UPDATE unit_roles SET active=0 WHERE id=110"));
        JsonNode anew =
                sync(device.request(0, changed.get("revision").asText())).body().get("reference");
        assertThat(anew.get("complete").asBoolean()).isTrue();
        assertThat(anew.get("tasks")).hasSize(1);
    }

    @Test
    void earlyEventIsMarkedAndKeepsItsTime() {
        sync(device.request(device.started(session, "2026-08-03T12:02:00.001Z")));
        sync(device.request(device.started(UUID.randomUUID(), "2026-08-03T12:02:00Z")));
        List<Integer> marks =
                server.database()
                        .read(handle ->
                                handle.createQuery(
                                                "SELECT in_future FROM timer_events"
                                                        + " ORDER BY revision")
                                        .mapTo(Integer.class)
                                        .list());
        assertThat(marks).containsExactly(1, 0);
    }

    @Test
    void requestsOutOfShapeAreRefusedWhole() {
        assertThat(sync("{\"events\": [").status()).isEqualTo(400);
        assertThat(sync("[]").status()).isEqualTo(400);
        Answer faults = sync("{\"device_id\": 1, \"since\": -1, \"events\": {}}");
        assertThat(faults.status()).isEqualTo(400);
        assertThat(faults.body().at("/details/faults")).hasSize(4);
        String old = device.request().replace("1.0.0", "0.9.0");
        assertThat(sync(old).status()).isEqualTo(426);
        assertThat(sync("{\"x\": \"" + "y".repeat(256 * 1024) + "\"}").status()).isEqualTo(413);
        TimerEvent[] many = new TimerEvent[201];
        java.util.Arrays.setAll(
                many, _ -> device.started(UUID.randomUUID(), "2026-08-03T09:00:00Z"));
        Answer answer = sync(device.request(many));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().at("/details/most_events").asInt()).isEqualTo(200);
    }

    private Answer sync(String body) {
        return server.post("tia", "/api/sync", body);
    }

    private long total() {
        return server.get("cora", "/api/units/10").body().get("total_tutor_time").asLong();
    }

    private static List<String> statuses(Answer answer) {
        List<String> statuses = new ArrayList<>();
        answer.body().get("results").forEach(result -> statuses.add(result.get("status").asText()));
        return statuses;
    }

    private static JsonNode tree(String body) {
        try {
            return Json.tree(body);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
