package org.tutortimes.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.tracking.TrackingCalls.ACTIVITIES;
import static org.tutortimes.server.tracking.TrackingCalls.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;

/// Many at the same instant, over as many servers as the database can have.
@OnBothDatabases
class TrackingAtOnceTest {

    private static final int THREADS = 64;
    private static final int ROUNDS = 5;

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T00:00:00Z");
    private final List<TestServer> servers = new ArrayList<>();

    @BeforeEach
    void start() {
        servers.add(TestServer.on(kind, folder, clock));
        servers.add(servers.getFirst().besides(kind, folder, clock));
        servers.add(servers.getFirst().besides(kind, folder, clock));
    }

    @AfterEach
    void stop() {
        servers.reversed().forEach(TestServer::close);
    }

    @Test
    void sixtyFourAtTheSameInstantMakeOneSessionAndExactlyTheirActivities() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            List<Answer> answers = atOnce(index -> activity(UUID.randomUUID()));
            assertThat(answers).extracting(Answer::status).containsOnly(200);
            assertThat(answers)
                    .extracting(answer -> answer.body().get("marking_session_id").asLong())
                    .containsOnly(first(answers));
            TrackingCalls calls = new TrackingCalls(servers.getFirst());
            assertThat(calls.sessions()).hasSize(round);
            assertThat(calls.stored("session_activities")).isEqualTo((long) round * THREADS);
            JsonNode session = calls.sessions().getLast();
            assertThat(session.get("comments_added").asLong()).isEqualTo(THREADS);
            clock.advanceMinutes(15);
        }
        assertThat(new TrackingCalls(servers.getFirst()).damages()).isEmpty();
    }

    @Test
    void sixtyFourWithTheSameIdAreOneActivity() throws Exception {
        UUID id = UUID.randomUUID();
        List<Answer> answers = atOnce(_ -> activity(id));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        TrackingCalls calls = new TrackingCalls(servers.getFirst());
        assertThat(calls.sessions().getFirst().get("comments_added").asLong()).isEqualTo(1);
        assertThat(calls.stored("session_activities")).isEqualTo(1);
    }

    @Test
    void whenManyGiveATaskTheSameStatusOneOfThemAssessedIt() throws Exception {
        List<Answer> answers = new ArrayList<>();
        run(
                index ->
                        new TrackingCalls(servers.get(index % servers.size()))
                                .assess("tia", OFFICE, "complete"),
                answers);
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        TrackingCalls calls = new TrackingCalls(servers.getFirst());
        assertThat(calls.sessions().getFirst().get("assessments").asLong()).isEqualTo(1);
        assertThat(calls.stored("session_activities")).isEqualTo(THREADS);
    }

    @Test
    void whatWasObservedIsRecordedOnceHoweverManyClick() throws Exception {
        TrackingCalls calls = new TrackingCalls(servers.getFirst());
        calls.act("tia", OFFICE, "add-comment");
        clock.advanceMinutes(10);
        long session =
                calls.act("tia", OFFICE, "add-comment").body().get("marking_session_id").asLong();
        List<Answer> answers = new ArrayList<>();
        run(
                index -> servers.get(index % servers.size()).post("tia", Api.record(session), "{}"),
                answers);
        assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(calls.stored("tutor_times")).isEqualTo(1);
        assertThat(calls.damages()).isEmpty();
    }

    private interface BodyOf {
        String thread(int index);
    }

    private interface Call {
        Answer of(int index);
    }

    private List<Answer> atOnce(BodyOf body) throws Exception {
        List<Answer> answers = new ArrayList<>();
        run(
                index ->
                        new TrackingCalls(servers.get(index % servers.size()))
                                .from(OFFICE, "tia", "POST", ACTIVITIES, body.thread(index)),
                answers);
        return answers;
    }

    private static void run(Call call, List<Answer> answers) throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int index = 0; index < THREADS; index++) {
                int number = index;
                running.add(
                        threads.submit(() -> {
                            together.await();
                            return call.of(number);
                        }));
            }
            for (Future<Answer> each : running) {
                answers.add(each.get());
            }
        }
    }

    private static long first(List<Answer> answers) {
        return answers.getFirst().body().get("marking_session_id").asLong();
    }

    private static String activity(UUID id) {
        return TrackingCalls.activity("add-comment", ", \"id\": \"%s\"".formatted(id));
    }
}
