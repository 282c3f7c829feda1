package org.tutortimes.server.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.timer.TimerCalls.path;

import java.nio.file.Path;
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
class TimerRefusalsTest {

    private static final String START = "/api/tutor-times/start";

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
        server.close();
    }

    @Test
    void idOfAnotherStartIsTaken() {
        UUID id = UUID.randomUUID();
        String body = "{\"unit_role_id\": %d, \"%s\": %d, \"id\": \"" + id + "\"}";
        assertThat(server.post("tia", START, body.formatted(100, "task_id", 9000)).status())
                .isEqualTo(201);
        for (String other :
                List.of(
                        body.formatted(100, "task_definition_id", 500),
                        body.formatted(100, "task_id", 1),
                        body.formatted(110, "task_id", 9100))) {
            Answer answer = server.post("tia", START, other);
            assertThat(answer.status()).as(other).isEqualTo(409);
            assertThat(answer.body().get("code").asText()).isEqualTo("id_taken");
        }
        Answer ofTom = server.post("tom", START, body.formatted(101, "task_id", 9000));
        assertThat(ofTom.status()).isEqualTo(409);
        assertThat(ofTom.body().get("details")).isEmpty();
    }

    @Test
    void sameStartIsKnownAgainAfterACorrectionOfItsTask() {
        String body =
                "{\"unit_role_id\": 100, \"task_id\": 9000, \"id\": \"%s\"}"
                        .formatted(UUID.randomUUID());
        String id = server.post("tia", START, body).body().get("id").asText();
        server.put("tia", path(id), "{\"note\": \"n\", \"task_definition_id\": 500}");
        Answer again = server.post("tia", START, body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().get("task_definition_id").asLong()).isEqualTo(500);
    }

    @Test
    void eachWrongStepIsRefusedInItsOwnWords() {
        String id = calls.started();
        assertThat(sentence(id, "resume")).isEqualTo("The session is running already.");
        clock.advanceMinutes(1);
        calls.step(id, "pause");
        assertThat(sentence(id, "pause")).isEqualTo("The session is paused already.");
        calls.step(id, "complete");
        assertThat(sentence(id, "pause"))
                .isEqualTo("The session is completed, so it cannot be paused.");
        assertThat(sentence(id, "resume"))
                .isEqualTo("The session is completed, so it cannot be resumed. Start a new one.");
        assertThat(sentence(id, "complete")).isEqualTo("The session is completed already.");
    }

    private String sentence(String id, String step) {
        return calls.step(id, step).body().get("error").asText();
    }

    @Test
    void unknownReasonAndOtherFaultsOfAStepAreMalformed() {
        String id = calls.started();
        for (String body :
                List.of(
                        "{\"reason\": \"tea\"}",
                        "{\"reason\": \"superseded\"}",
                        "{\"reason\": 7}",
                        "{\"idle_since\": \"early\"}")) {
            assertThat(server.put("tia", path(id) + "/pause", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        for (String submissions : List.of("-1", "1000001", "\"x\"", "1.5")) {
            String body = "{\"submissions\": %s}".formatted(submissions);
            assertThat(server.put("tia", path(id) + "/complete", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(calls.session(id).get("status").asText()).isEqualTo("active");
    }

    @Test
    void noteTooLongForAnEventIsMalformed() {
        String id = calls.started();
        String note = "{\"note\": \"%s\"}".formatted("n".repeat(2_001));
        Answer answer =
                server.send(
                        server.request("DELETE", path(id), note)
                                .header("Authorization", "Bearer tia"));
        assertThat(answer.status()).isEqualTo(400);
    }
}
