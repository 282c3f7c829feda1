package org.tutortimes.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.check.Check;

/// Administrators may change others' sessions; these stay the others'.
@OnBothDatabases
class AdministratorsEventsTest {

    private static final long ADAS_ROLE = 150;

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final Wire tias = new Wire();
    private final Wire adas = new Wire();
    private final UUID session = UUID.randomUUID();
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, new VirtualClock("2026-08-03T12:00:00Z"));
    }

    @AfterEach
    void stop() {
        assertThat(new Check(server.database()).failures()).isEmpty();
        server.close();
    }

    @Test
    void startOfAnotherInATutorsSessionIsRefused() {
        server.database()
                .write(handle ->
                        handle.execute(
                                """
                                INSERT INTO unit_roles (id, unit_id, user_id, role, changed_in)
                                SELECT ?, 10, id, 'tutor', 1 FROM users WHERE username = 'ada'
                                """,
                                ADAS_ROLE));
        sync("tia", tias.request(tias.started(session, "2026-08-03T09:00:00Z")));

        JsonNode result =
                sync(
                        "ada",
                        adas.request(
                                adas.started(
                                        session,
                                        "2026-08-03T10:00:00Z",
                                        ADAS_ROLE,
                                        SampleData.TASK)));

        assertThat(result.get("status").asText()).isEqualTo("refused");
        assertThat(result.get("code").asText()).isEqualTo("not_your_session");
        assertThat(session().get("user_id").asLong()).isEqualTo(SampleData.TIA);
    }

    @Test
    void stepThatCameBeforeTheTutorsStartTakesEffectAndReachesTheTutorsDevices() {
        TimerEvent started = tias.started(session, "2026-08-03T09:00:00Z");
        String early = adas.request(adas.paused(started, "2026-08-03T09:30:00Z", 1_800_000));
        assertThat(sync("ada", early).get("code").asText()).isEqualTo("waiting_for_start");

        sync("tia", tias.request(started));

        assertThat(session().get("status").asText()).isEqualTo("paused");
        assertThat(sync("ada", early).get("status").asText()).isEqualTo("duplicate");
        TestServer.Answer all = server.post("tia", Api.SYNC, new Wire().request());
        assertThat(all.body().get("events").findValuesAsText("kind"))
                .containsExactly("started", "paused");
        assertThat(all.body().get("next").asLong()).isEqualTo(2);
    }

    private JsonNode sync(String username, String request) {
        TestServer.Answer answer = server.post(username, Api.SYNC, request);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().at("/results/0");
    }

    private JsonNode session() {
        return server.get("tia", Api.TUTOR_TIMES + "/" + session).body();
    }
}
