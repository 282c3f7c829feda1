package org.tutortimes.server.timer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
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
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;

@OnBothDatabases
class OnlineTimerTest {

    private static final String START = "/api/tutor-times/start";
    private static final String ON_TASK = "{\"unit_role_id\": 100, \"task_id\": 9000}";

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void completedSessionCountsInTheUnitsTotal() {
        String id = started();
        clock.advanceMinutes(30);
        Answer completed = step(id, "complete");
        assertThat(completed.status()).isEqualTo(200);
        assertThat(completed.body().get("status").asText()).isEqualTo("completed");
        assertThat(completed.body().get("duration_seconds").asLong()).isEqualTo(1800);
        assertThat(completed.body().get("end_time").asText()).isEqualTo("2026-08-03T09:30:00.000Z");
        assertThat(server.get("cora", "/api/units/10").body().get("total_tutor_time").asLong())
                .isEqualTo(1800);
    }

    @Test
    void pausedTimeDoesNotCount() {
        String id = started();
        clock.advanceMinutes(10);
        step(id, "pause");
        clock.advanceMinutes(60);
        step(id, "resume");
        clock.advanceMinutes(5);
        Answer completed = step(id, "complete");
        assertThat(completed.body().get("duration_seconds").asLong()).isEqualTo(15 * 60);
        assertThat(completed.body().get("segments")).hasSize(2);
    }

    @Test
    void pauseMayBeDatedBackToTheLastInput() {
        String id = started();
        clock.advanceMinutes(20);
        Answer paused =
                server.put("tia", path(id, "pause"), "{\"idle_since\": \"2026-08-03T09:08:00Z\"}");
        assertThat(paused.body().get("duration_seconds").asLong()).isEqualTo(8 * 60);
    }

    @Test
    void lastInputInTheFutureIsRefused() {
        String id = started();
        Answer paused =
                server.put("tia", path(id, "pause"), "{\"idle_since\": \"2026-08-03T10:08:00Z\"}");
        assertThat(paused.status()).isEqualTo(422);
        assertThat(session(id).get("status").asText()).isEqualTo("active");
    }

    @Test
    void sameIdStartsOnce() {
        String body =
                "{\"unit_role_id\": 100, \"task_id\": 9000, \"id\": \"%s\"}"
                        .formatted(UUID.randomUUID());
        Answer first = server.post("tia", START, body);
        Answer second = server.post("tia", START, body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void secondSessionOfARoleIsRefusedAndNamesTheFirst() {
        String id = started();
        Answer second = server.post("tia", START, ON_TASK);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().get("code").asText()).isEqualTo("session_already_active");
        assertThat(second.body().at("/details/session/id").asText()).isEqualTo(id);
    }

    @Test
    void ofFiftyStartsAtOnceOneIsTaken() throws Exception {
        List<Future<Integer>> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int count = 0; count < 50; count++) {
                statuses.add(threads.submit(() -> server.post("tia", START, ON_TASK).status()));
            }
        }
        List<Integer> all = new ArrayList<>();
        for (Future<Integer> status : statuses) {
            all.add(status.get());
        }
        assertThat(all).filteredOn(status -> status == 201).hasSize(1);
        assertThat(all).filteredOn(status -> status == 409).hasSize(49);
    }

    @Test
    void wrongStepIsRefusedWithTheCurrentState() {
        String id = started();
        Answer resumed = step(id, "resume");
        assertThat(resumed.status()).isEqualTo(409);
        assertThat(resumed.body().at("/details/session/status").asText()).isEqualTo("active");
    }

    @Test
    void deletedSessionKeepsItsRecordedTimeAndCountsNoneOfIt() {
        String id = started();
        clock.advanceMinutes(10);
        step(id, "complete");
        JsonNode deleted = server.delete("tia", "/api/tutor-times/" + id).body();
        assertThat(deleted.get("duration_seconds").asLong()).isZero();
        assertThat(deleted.get("recorded_seconds").asLong()).isEqualTo(600);
        assertThat(deleted.get("overlapped_seconds").asLong()).isEqualTo(600);
        assertThat(deleted.get("flags")).isEmpty();
    }

    @Test
    void completingNothingIsRefused() {
        String id = started();
        clock.advance(Duration.ofMillis(999));
        Answer completed = step(id, "complete");
        assertThat(completed.status()).isEqualTo(409);
        assertThat(completed.body().get("code").asText()).isEqualTo("nothing_worked");
    }

    @Test
    void completedSessionTakesNoMoreSteps() {
        String id = started();
        clock.advanceMinutes(1);
        step(id, "complete");
        for (String step : List.of("pause", "resume", "complete")) {
            assertThat(step(id, step).status()).isEqualTo(409);
        }
    }

    @Test
    void deletingTakesTheTimeOutOfTheTotalAndRestoringBringsItBack() {
        String id = started();
        clock.advanceMinutes(10);
        step(id, "complete");
        Answer deleted = server.delete("tia", "/api/tutor-times/" + id);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.body().get("deleted_at").isNull()).isFalse();
        assertThat(total()).isZero();
        assertThat(server.delete("tia", "/api/tutor-times/" + id).status()).isEqualTo(409);
        Answer restored = server.post("tia", path(id, "restore"), "{}");
        assertThat(restored.status()).isEqualTo(200);
        assertThat(total()).isEqualTo(600);
    }

    @Test
    void othersSessionIsUnknownToATutorAndReadOnlyToTheConvenor() {
        String id = started();
        assertThat(server.get("tom", "/api/tutor-times/" + id).status()).isEqualTo(404);
        assertThat(server.put("tom", path(id, "pause"), null).status()).isEqualTo(404);
        assertThat(server.get("sam", "/api/tutor-times/" + id).status()).isEqualTo(404);
        assertThat(server.get("cora", "/api/tutor-times/" + id).status()).isEqualTo(200);
        assertThat(server.put("cora", path(id, "pause"), null).status()).isEqualTo(403);
        assertThat(server.put("ada", path(id, "pause"), null).status()).isEqualTo(200);
    }

    @Test
    void unknownTaskIsRefusedByARule() {
        assertThat(start("tia", 100, 1).status()).isEqualTo(422);
        assertThat(start("tia", 100, 9100).status()).isEqualTo(422);
    }

    @Test
    void unitRoleMustBeTheCallersOwnAndInForce() {
        assertThat(start("tom", 100, 9000).status()).isEqualTo(404);
        assertThat(start("cora", 100, 9000).status()).isEqualTo(403);
        assertThat(start("tia", 777, 9000).status()).isEqualTo(404);
        assertThat(start("tia", 120, 9200).status()).isEqualTo(403);
    }

    @Test
    void submissionsAreOfAPileAlone() {
        String onTask = started();
        clock.advanceMinutes(10);
        Answer refused = server.put("tia", path(onTask, "complete"), "{\"submissions\": 3}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("code").asText()).isEqualTo("not_a_pile");
        assertThat(session(onTask).get("status").asText()).isEqualTo("active");
        assertThat(step(onTask, "complete").status()).isEqualTo(200);
    }

    @Test
    void faultsOfABodyAreToldAllAtOnce() {
        Answer answer = server.post("tia", START, "{\"unit_role_id\": \"x\", \"id\": \"y\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/details/faults").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("unit_role_id", "task_id", "id");
    }

    private Answer start(String username, long unitRoleId, long taskId) {
        return server.post(
                username,
                START,
                "{\"unit_role_id\": %d, \"task_id\": %d}".formatted(unitRoleId, taskId));
    }

    private String started() {
        Answer started = server.post("tia", START, ON_TASK);
        assertThat(started.status()).isEqualTo(201);
        return started.body().get("id").asText();
    }

    private Answer step(String id, String step) {
        return server.put("tia", path(id, step), null);
    }

    private JsonNode session(String id) {
        return server.get("tia", "/api/tutor-times/" + id).body();
    }

    private long total() {
        return server.get("cora", "/api/units/10").body().get("total_tutor_time").asLong();
    }

    private static String path(String id, String step) {
        return "/api/tutor-times/" + id + "/" + step;
    }
}
