package org.tutortimes.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

/// What the operators' guide says that `"active": false` does and does not.
@OnBothDatabases
class DeactivationTest {

    private static final String START = "{\"unit_role_id\": 100, \"task_id\": 9000}";

    private final VirtualClock clock = new VirtualClock("2026-08-20T12:00:00Z");

    @Parameter private TestDatabase kind;
    @TempDir private Path folder;
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
    void timeIsRecordedOnUnitsAndTasksThatAreNotActive() {
        imported(
                """
                {"units": [{"id": 10, "active": false}],
                 "projects": [{"id": 1000, "active": false}],
                 "task_definitions": [{"id": 500, "active": false}],
                 "tasks": [{"id": 9000, "active": false}]}
                """);
        assertThat(server.get("tia", "/api/units/10").body().path("active").asBoolean()).isFalse();
        Answer started = server.post("tia", "/api/tutor-times/start", START);
        assertThat(started.status()).isEqualTo(201);
        clock.advanceMinutes(10);
        assertThat(step("tia", started, "complete").status()).isEqualTo(200);
        assertThat(
                        server.post(
                                        "tia",
                                        "/api/tutor-times/start",
                                        "{\"unit_role_id\": 100, \"task_definition_id\": 500}")
                                .status())
                .isEqualTo(201);
    }

    @Test
    void theSessionOfADeactivatedTutorRunsUntilAnAdministratorEndsIt() {
        Answer started = server.post("tia", "/api/tutor-times/start", START);
        imported("{\"users\": [{\"id\": 1, \"active\": false}]}");
        assertThat(step("tia", started, "pause").status()).isEqualTo(401);
        clock.advance(java.time.Duration.ofHours(3));
        assertThat(session(started).path("status").asText()).isEqualTo("active");
        assertThat(step("cora", started, "pause").status()).isEqualTo(403);
        assertThat(step("ada", started, "pause").body().path("status").asText())
                .isEqualTo("paused");
        assertThat(step("ada", started, "complete").body().path("duration_seconds").asInt())
                .isEqualTo(3 * 3600);
    }

    @Test
    void theSessionOfARoleThatEndedRunsUntilAnAdministratorEndsIt() {
        Answer started = server.post("tia", "/api/tutor-times/start", START);
        imported("{\"unit_roles\": [{\"id\": 100, \"active\": false}]}");
        clock.advance(java.time.Duration.ofHours(1));
        assertThat(step("tia", started, "complete").body().path("code").asText())
                .isEqualTo("role_lost");
        assertThat(session(started).path("status").asText()).isEqualTo("active");
        assertThat(step("ada", started, "complete").body().path("duration_seconds").asInt())
                .isEqualTo(3600);
    }

    private void imported(String data) {
        assertThat(server.post("ada", "/api/admin/import", data).status()).isEqualTo(200);
    }

    private com.fasterxml.jackson.databind.JsonNode session(Answer started) {
        return server.get("ada", "/api/tutor-times/" + started.body().path("id").asText()).body();
    }

    private Answer step(String name, Answer started, String step) {
        String id = started.body().path("id").asText();
        return server.put(name, "/api/tutor-times/" + id + "/" + step, null);
    }
}
