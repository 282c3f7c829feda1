package org.tutortimes.server.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.timer.TimerCalls.code;
import static org.tutortimes.server.timer.TimerCalls.faults;
import static org.tutortimes.server.timer.TimerCalls.id;
import static org.tutortimes.server.timer.TimerCalls.path;
import static org.tutortimes.server.timer.TimerCalls.segments;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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
class CorrectionTest {

    private static final String OTHER_TARGET = "{\"note\": \"n\", \"task_definition_id\": 500}";

    private static final String UNDER_A_SECOND =
            "[{\"start\": \"2026-08-03T09:00:00Z\", \"end\": \"2026-08-03T09:00:00.999Z\"}]";

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
    private TestServer server;
    private TimerCalls calls;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        calls = new TimerCalls(server);
    }

    @AfterEach
    void stop() {
        assertThat(calls.damages()).isEmpty();
        server.close();
    }

    @Test
    void correctionOfACompletedSessionReplacesItsTimeAndTheUnitsTotal() {
        String id = completed(60);
        Answer corrected =
                calls.corrected(id, correction(segments("09:00", "09:10", "09:30", "09:45")));
        assertThat(corrected.status()).isEqualTo(200);
        assertThat(corrected.body().get("status").asText()).isEqualTo("completed");
        assertThat(corrected.body().get("end_time").asText()).isEqualTo("2026-08-03T09:45:00.000Z");
        assertThat(segments(corrected.body()))
                .containsExactly("09:00:00 09:10:00 600000", "09:30:00 09:45:00 900000");
        assertThat(calls.unitTotal()).isEqualTo(1500);
    }

    @Test
    void lastCorrectionCounts() {
        String id = completed(60);
        calls.corrected(id, correction(segments("09:00", "09:10")));
        calls.corrected(id, correction(segments("08:00", "08:30")));
        assertThat(segments(calls.session(id))).containsExactly("08:00:00 08:30:00 1800000");
        assertThat(calls.session(id).get("start_time").asText())
                .isEqualTo("2026-08-03T08:00:00.000Z");
    }

    @Test
    void runningSessionGoesOnFromItsCorrection() {
        String id = calls.started();
        clock.advanceMinutes(30);
        JsonNode corrected = calls.corrected(id, correction(segments("09:05", "09:15"))).body();
        assertThat(corrected.get("status").asText()).isEqualTo("active");
        assertThat(corrected.get("running_since").asText()).isEqualTo("2026-08-03T09:30:00.000Z");
        clock.advanceMinutes(10);
        JsonNode completed = calls.step(id, "complete").body();
        assertThat(segments(completed))
                .containsExactly("09:05:00 09:15:00 600000", "09:30:00 09:40:00 600000");
    }

    @Test
    void pausedSessionMayLoseAllItsTimeAndGoOn() {
        String id = calls.started();
        clock.advanceMinutes(30);
        calls.step(id, "pause");
        Answer corrected = calls.corrected(id, correction("[]"));
        assertThat(corrected.status()).isEqualTo(200);
        assertThat(corrected.body().get("recorded_seconds").asLong()).isZero();
        assertThat(corrected.body().get("status").asText()).isEqualTo("paused");
        clock.advanceMinutes(1);
        calls.step(id, "resume");
        clock.advanceMinutes(5);
        assertThat(calls.step(id, "complete").body().get("duration_seconds").asLong())
                .isEqualTo(300);
    }

    @Test
    void anotherTargetLeavesTheTimeAsItIs() {
        String id = calls.started();
        clock.advanceMinutes(10);
        calls.step(id, "pause");
        clock.advanceMinutes(10);
        calls.step(id, "resume");
        clock.advance(Duration.ofMillis(61_234));
        JsonNode running = calls.corrected(id, OTHER_TARGET).body();
        assertThat(running.get("task_id").isNull()).isTrue();
        assertThat(running.get("task_definition_id").asLong()).isEqualTo(500);
        assertThat(running.get("status").asText()).isEqualTo("active");
        assertThat(running.get("recorded_seconds").asLong()).isEqualTo(661);
        clock.advanceMinutes(1);
        JsonNode completed = calls.step(id, "complete").body();
        assertThat(completed.get("duration_seconds").asLong()).isEqualTo(721);
        JsonNode back = calls.corrected(id, "{\"note\": \"n\", \"task_id\": 9000}").body();
        assertThat(back.get("task_id").asLong()).isEqualTo(9000);
        assertThat(back.get("segments")).isEqualTo(completed.get("segments"));
        assertThat(back.get("duration_seconds")).isEqualTo(completed.get("duration_seconds"));
    }

    @Test
    void completedSessionKeepsASecondAtLeast() {
        String id = completed(60);
        for (String none : List.of("[]", UNDER_A_SECOND)) {
            Answer refused = calls.corrected(id, correction(none));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(code(refused)).isEqualTo("nothing_worked");
        }
        assertThat(calls.unitTotal()).isEqualTo(3600);
    }

    @Test
    void deletedSessionIsNotCorrected() {
        String id = completed(60);
        calls.deleted(id);
        Answer refused = calls.corrected(id, correction(segments("09:00", "09:10")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("deleted");
        assertThat(refused.body().at("/details/session/id").asText()).isEqualTo(id);
    }

    @Test
    void ownerAndAdministratorCorrectOthersDoNot() {
        String id = completed(60);
        String body = correction(segments("09:00", "09:10"));
        assertThat(server.put("tom", path(id), body).status()).isEqualTo(404);
        assertThat(server.put("sam", path(id), body).status()).isEqualTo(404);
        assertThat(server.put("cora", path(id), body).status()).isEqualTo(403);
        assertThat(server.put("ada", path(id), body).status()).isEqualTo(200);
        assertThat(calls.corrected(UUID.randomUUID().toString(), body).status()).isEqualTo(404);
        assertThat(calls.corrected("7", body).status()).isEqualTo(404);
        assertThat(server.send(server.request("PUT", path(id), body)).status()).isEqualTo(401);
    }

    @Test
    void ownerWhoLostTheRoleChangesNothingMore() {
        String id = completed(60);
        server.database()
                .write(handle -> handle.execute("UPDATE unit_roles SET active = 0 WHERE id = 100"));
        Answer refused = calls.corrected(id, OTHER_TARGET);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(code(refused)).isEqualTo("role_lost");
        assertThat(server.put("ada", path(id), OTHER_TARGET).status()).isEqualTo(200);
    }

    @Test
    void targetMustBeInTheUnit() {
        String id = completed(60);
        for (String target :
                List.of("\"task_id\": 9100", "\"task_id\": 1", "\"task_definition_id\": 510")) {
            Answer refused = calls.corrected(id, "{\"note\": \"n\", %s}".formatted(target));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(code(refused)).isEqualTo("unknown_task");
        }
        assertThat(calls.session(id).get("task_id").asLong()).isEqualTo(9000);
    }

    @Test
    void allFaultsAreToldAtOnceByField() {
        String id = completed(60);
        assertThat(faults(calls.corrected(id, "{}"))).containsExactlyInAnyOrder("note", "segments");
        Answer wrong =
                calls.corrected(
                        id,
                        "{\"note\": 7, \"task_id\": \"x\", \"segments\": %s}"
                                .formatted(segments("09:00", "09:30", "09:29", "11:00")));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(faults(wrong))
                .containsExactlyInAnyOrder(
                        "note", "task_id", "segments[1].start", "segments[1].end");
    }

    @Test
    void correctionOverAnotherSessionIsCountedOnce() {
        String first = completed(10);
        clock.advanceMinutes(10);
        String second = completed(10);
        calls.corrected(first, correction(segments("09:00", "09:25")));
        assertThat(calls.session(first).get("duration_seconds").asLong()).isEqualTo(1200);
        assertThat(calls.session(first).get("overlapped_seconds").asLong()).isEqualTo(300);
        assertThat(calls.session(second).get("duration_seconds").asLong()).isEqualTo(600);
        assertThat(calls.unitTotal()).isEqualTo(1800);
    }

    @Test
    void manualEntryIsCorrectedAsAnyOther() {
        clock.advanceMinutes(120);
        String id = id(calls.entered(segments("09:00", "10:00")));
        assertThat(calls.corrected(id, correction(segments("09:30", "10:00"))).status())
                .isEqualTo(200);
        assertThat(calls.unitTotal()).isEqualTo(1800);
    }

    private String completed(long minutes) {
        String id = calls.started();
        clock.advanceMinutes(minutes);
        assertThat(calls.step(id, "complete").status()).isEqualTo(200);
        return id;
    }

    private static String correction(String segments) {
        return "{\"note\": \"Forgot to pause\", \"segments\": %s}".formatted(segments);
    }
}
