package org.tutortimes.server.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.timer.TimerCalls.code;
import static org.tutortimes.server.timer.TimerCalls.entry;
import static org.tutortimes.server.timer.TimerCalls.faults;
import static org.tutortimes.server.timer.TimerCalls.id;
import static org.tutortimes.server.timer.TimerCalls.segments;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;

@OnBothDatabases
class ManualEntryTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T12:00:00Z");
    private TestServer server;
    private TimerCalls calls;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        calls = new TimerCalls(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void manualEntryIsACompletedSessionOfExactlyItsSegments() {
        String segments = segments("09:00", "09:10", "09:30", "10:00");
        String pile =
                entry(segments, "\"submissions\": 3")
                        .replace("\"task_id\": 9000", "\"task_definition_id\": 500");
        Answer added = server.post("tia", Api.TUTOR_TIMES, pile);
        assertThat(added.status()).isEqualTo(201);
        JsonNode session = added.body();
        assertThat(session.get("status").asText()).isEqualTo("completed");
        assertThat(session.get("manual").asBoolean()).isTrue();
        assertThat(session.get("submissions").asInt()).isEqualTo(3);
        assertThat(session.get("duration_seconds").asLong()).isEqualTo(2400);
        assertThat(session.get("start_time").asText()).isEqualTo("2026-08-03T09:00:00.000Z");
        assertThat(session.get("end_time").asText()).isEqualTo("2026-08-03T10:00:00.000Z");
        assertThat(segments(session))
                .containsExactly("09:00:00 09:10:00 600000", "09:30:00 10:00:00 1800000");
        assertThat(session.get("flags")).isEmpty();
        assertThat(calls.session(id(added))).isEqualTo(session);
        assertThat(calls.unitTotal()).isEqualTo(2400);
        assertThat(calls.damages()).isEmpty();
    }

    @Test
    void entryMayReachUpToNowAndBeForAPile() {
        Answer added =
                server.post(
                        "tia",
                        Api.TUTOR_TIMES,
                        """
                        {"unit_role_id": 100, "task_definition_id": 500, "note": "n", "segments":
                        [{"start": "2026-08-03T21:59:59+10:00", "end": "2026-08-03T12:00:00Z"}]}
                        """);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().get("task_definition_id").asLong()).isEqualTo(500);
        assertThat(added.body().get("duration_seconds").asLong()).isEqualTo(1);
    }

    @Test
    void sameEntryAgainIsStoredOnceAlsoAfterItsCorrection() {
        String id = "\"id\": \"%s\"".formatted(UUID.randomUUID());
        Answer first = calls.entered(segments("09:00", "10:00"), id);
        clock.advanceMinutes(5);
        Answer second = calls.entered(segments("09:00", "10:00"), id);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        calls.corrected(
                id(first),
                "{\"note\": \"n\", \"task_definition_id\": 500, \"segments\": %s}"
                        .formatted(segments("09:00", "09:30")));
        Answer third = calls.entered(segments("09:00", "10:00"), id);
        assertThat(third.status()).isEqualTo(200);
        assertThat(third.body().get("duration_seconds").asLong()).isEqualTo(1800);
        assertThat(calls.unitTotal()).isEqualTo(1800);
    }

    @Test
    void sameEntrySentManyTimesAtOnceIsStoredOnce() throws Exception {
        String entry =
                entry(segments("09:00", "10:00"), "\"id\": \"%s\"".formatted(UUID.randomUUID()));
        List<Future<Integer>> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int count = 0; count < 20; count++) {
                statuses.add(
                        threads.submit(() -> server.post("tia", Api.TUTOR_TIMES, entry).status()));
            }
        }
        List<Integer> all = new ArrayList<>();
        for (Future<Integer> status : statuses) {
            all.add(status.get());
        }
        assertThat(all).containsOnly(200, 201).filteredOn(status -> status == 201).hasSize(1);
        assertThat(calls.unitTotal()).isEqualTo(3600);
        assertThat(calls.damages()).isEmpty();
    }

    @Test
    void idOfAnythingElseIsTaken() {
        String id = "\"id\": \"%s\"".formatted(UUID.randomUUID());
        String hour = segments("09:00", "10:00");
        calls.entered(hour, id);
        List<String> others =
                List.of(
                        entry(segments("09:00", "10:01"), id),
                        entry(segments("09:00", "09:30", "09:30", "10:00"), id),
                        entry(hour, id, "\"submissions\": 1")
                                .replace("\"task_id\": 9000", "\"task_definition_id\": 500"),
                        entry(hour, id).replace("On paper", "By heart"),
                        entry(hour, id).replace("\"task_id\": 9000", "\"task_definition_id\": 500"),
                        entry(hour, id).replace("100", "110").replace("9000", "9100"));
        for (String other : others) {
            Answer answer = server.post("tia", Api.TUTOR_TIMES, other);
            assertThat(answer.status()).as(other).isEqualTo(409);
            assertThat(code(answer)).isEqualTo("id_taken");
        }
        String ofTom = entry(hour, id).replace("100", "101");
        assertThat(server.post("tom", Api.TUTOR_TIMES, ofTom).status()).isEqualTo(409);
        String timed = "\"id\": \"%s\"".formatted(calls.started());
        assertThat(calls.entered(hour, timed).status()).isEqualTo(409);
        assertThat(calls.unitTotal()).isEqualTo(3600);
    }

    @Test
    void entryLeavesTheRunningSessionRunningAndSharedTimeCountsOnce() {
        String running = calls.started();
        clock.advanceMinutes(60);
        Answer added = calls.entered(segments("12:10", "12:20"));
        assertThat(calls.session(running).get("status").asText()).isEqualTo("active");
        assertThat(calls.session(running).get("running_since").asText())
                .isEqualTo("2026-08-03T12:00:00.000Z");
        JsonNode completed = calls.step(running, "complete").body();
        assertThat(completed.get("recorded_seconds").asLong()).isEqualTo(3600);
        assertThat(completed.get("duration_seconds").asLong()).isEqualTo(3000);
        assertThat(completed.get("overlapped_seconds").asLong()).isEqualTo(600);
        assertThat(completed.get("flags").get(0).asText()).isEqualTo("overlap");
        assertThat(calls.session(id(added)).get("duration_seconds").asLong()).isEqualTo(600);
        assertThat(calls.unitTotal()).isEqualTo(3600);
        assertThat(calls.damages()).isEmpty();
    }

    @Test
    void entryUnderALaterSessionIsOverlappedAndFlagged() {
        calls.entered(segments("09:30", "10:00"));
        JsonNode earlier = calls.entered(segments("09:00", "10:00")).body();
        assertThat(earlier.get("duration_seconds").asLong()).isEqualTo(1800);
        assertThat(earlier.get("overlapped_seconds").asLong()).isEqualTo(1800);
        assertThat(earlier.get("flags").get(0).asText()).isEqualTo("overlap");
        assertThat(calls.unitTotal()).isEqualTo(3600);
    }

    @Test
    void allFaultsAreToldAtOnceByField() {
        Answer empty = server.post("tia", Api.TUTOR_TIMES, "{}");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(faults(empty))
                .containsExactlyInAnyOrder("unit_role_id", "task_id", "segments", "note");
        Answer wrong =
                server.post(
                        "tia",
                        Api.TUTOR_TIMES,
                        """
                        {"unit_role_id": "x", "task_id": 1, "task_definition_id": 2, "id": "z",
                         "note": "  ", "submissions": -1, "segments": [
                            {"start": "2026-08-03T09:00:00Z", "end": "2026-08-03T09:00:00Z"},
                            {"start": "2026-08-03T08:00:00Z", "end": "2026-08-03T12:00:00.001Z"},
                            {"start": "1969-12-31T23:00:00Z", "end": "2026-07-03T12:00:00Z"}]}
                        """);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(faults(wrong))
                .containsExactlyInAnyOrder(
                        "unit_role_id",
                        "task_id",
                        "id",
                        "note",
                        "submissions",
                        "segments[0].end",
                        "segments[1].start",
                        "segments[1].end",
                        "segments[2].start",
                        "segments[2].end");
        assertThat(calls.damages()).isEmpty();
        assertThat(calls.unitTotal()).isZero();
    }

    @Test
    void submissionsAreOfAPileAlone() {
        assertThat(faults(calls.entered(segments("09:00", "10:00"), "\"submissions\": 3")))
                .containsExactly("submissions");
    }

    @Test
    void segmentsOfNoUseAreRefusedUnderTheirField() {
        assertThat(faults(calls.entered("[]"))).containsExactly("segments");
        assertThat(faults(calls.entered("7"))).containsExactly("segments");
        assertThat(faults(calls.entered("[7]"))).containsExactly("segments[0]");
        assertThat(faults(calls.entered("[{\"start\": \"nine\"}]")))
                .containsExactlyInAnyOrder("segments[0].start", "segments[0].end");
        assertThat(
                        faults(
                                calls.entered(
                                        """
                                        [{"start": "2026-08-03T09:00:00Z",
                                          "end": "2026-08-03T09:00:00.999Z"}]
                                        """)))
                .containsExactly("segments");
        String year =
                "[{\"start\": \"-999999999-01-01T00:00:00Z\", \"end\": \"2026-08-03T09:00:00Z\"}]";
        assertThat(faults(calls.entered(year))).containsExactly("segments[0].start");
        assertThat(
                        faults(
                                calls.entered(
                                        segments("09:00", "10:00"),
                                        "\"note\": \"%s\"".formatted("n".repeat(2_001)))))
                .containsExactly("note");
    }

    @Test
    void onlyTheHolderOfARoleInForceEntersTime() {
        String hour = segments("09:00", "10:00");
        assertThat(server.post("tom", Api.TUTOR_TIMES, entry(hour)).status()).isEqualTo(404);
        assertThat(server.post("sam", Api.TUTOR_TIMES, entry(hour)).status()).isEqualTo(404);
        assertThat(server.post("cora", Api.TUTOR_TIMES, entry(hour)).status()).isEqualTo(403);
        assertThat(server.post("ada", Api.TUTOR_TIMES, entry(hour)).status()).isEqualTo(403);
        String lost = entry(hour).replace("100", "120").replace("9000", "9200");
        Answer ended = server.post("tia", Api.TUTOR_TIMES, lost);
        assertThat(ended.status()).isEqualTo(403);
        assertThat(code(ended)).isEqualTo("role_lost");
        assertThat(server.send(server.request("POST", Api.TUTOR_TIMES, entry(hour))).status())
                .isEqualTo(401);
    }

    @Test
    void taskOfAnotherUnitIsRefusedByARule() {
        String hour = entry(segments("09:00", "10:00"));
        for (String task : List.of("9100", "77", "-1")) {
            Answer answer = server.post("tia", Api.TUTOR_TIMES, hour.replace("9000", task));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(code(answer)).isEqualTo("unknown_task");
        }
    }

    @Test
    void entryReachesTheTutorsDevicesAsEventsThatTheyUnderstand() {
        calls.entered(segments("09:00", "09:10", "09:30", "10:00"));
        JsonNode events =
                server.post(
                                "tia",
                                Api.SYNC,
                                """
                                {"device_id": "%s", "client_version": "1.0.0", "since": 0,
                                 "sent_at": "2026-08-03T12:00:00Z", "events": []}
                                """
                                        .formatted(UUID.randomUUID()))
                        .body()
                        .get("events");
        assertThat(events.valueStream().map(event -> event.get("kind").asText()))
                .containsExactly("started", "completed", "amended");
        assertThat(events.valueStream().map(EventCodec::decode))
                .allMatch(DecodedEvent.Understood.class::isInstance);
    }
}
