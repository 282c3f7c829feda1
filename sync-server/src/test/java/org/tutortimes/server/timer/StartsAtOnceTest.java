package org.tutortimes.server.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.ManyTutors;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.check.Check;

/// One tutor's calls that arrive at the same moment, on PostgreSQL at two servers.
@OnBothDatabases
class StartsAtOnceTest {

    private static final int THREADS = 50;
    private static final int ROUNDS = 10;
    private static final String START = "/api/tutor-times/start";

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
    private TestServer server;
    private TestServer other;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        other = server.besides(kind, folder, clock);
    }

    @AfterEach
    void stop() {
        assertThat(new Check(server.database()).failures()).isEmpty();
        other.close();
        server.close();
    }

    @Test
    void ofManyStartsAtOnceOneSucceedsInEveryRound() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            List<Answer> answers =
                    ManyTutors.atOnce(
                            THREADS,
                            caller ->
                                    either(caller)
                                            .post(
                                                    "tia",
                                                    START,
                                                    "{\"unit_role_id\": 100, \"task_id\": 9000}"));
            List<Integer> expected = new ArrayList<>(List.of(201));
            while (expected.size() < THREADS) {
                expected.add(409);
            }
            assertThat(answers)
                    .as("round " + round)
                    .extracting(Answer::status)
                    .containsExactlyInAnyOrderElementsOf(expected);
            clock.advanceMinutes(1);
            complete(round, answers);
            clock.advanceMinutes(1);
        }
    }

    /// Also at once, and also done once.
    private void complete(int round, List<Answer> answers) throws Exception {
        String id =
                answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.body().get("id").asText())
                        .findFirst()
                        .orElseThrow();
        List<Answer> completions =
                ManyTutors.atOnce(
                        10,
                        caller ->
                                either(caller)
                                        .put("tia", "/api/tutor-times/" + id + "/complete", null));
        assertThat(completions).extracting(Answer::status).containsOnlyOnce(200);
        assertThat(server.get("cora", "/api/units/10").body().get("total_tutor_time").asLong())
                .isEqualTo(60L * round);
    }

    @Test
    void sameStartSentManyTimesAtOnceIsOneSession() throws Exception {
        String body =
                "{\"unit_role_id\": 100, \"task_id\": 9000, \"id\": \"%s\"}"
                        .formatted(UUID.randomUUID());
        List<Answer> answers =
                ManyTutors.atOnce(THREADS, caller -> either(caller).post("tia", START, body));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
    }

    private TestServer either(int caller) {
        return caller % 2 == 0 ? server : other;
    }
}
