package org.tutortimes.server.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.classes.ClassCalls.ATTEMPTS;
import static org.tutortimes.server.classes.ClassCalls.faults;
import static org.tutortimes.server.classes.ClassCalls.id;
import static org.tutortimes.server.classes.ClassCalls.mark;
import static org.tutortimes.server.classes.ClassCalls.ok;
import static org.tutortimes.server.classes.ClassCalls.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.ManyStudents;
import org.tutortimes.server.ManyTutors;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.classes.ClassCalls;

@OnBothDatabases
class AttemptsTest {

    private static final String FELLOW = ManyStudents.username(0);

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
    private TestServer server;
    private ClassCalls calls;
    private final List<TestServer> others = new ArrayList<>();

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        ManyStudents.add(server.database(), 1);
        calls = new ClassCalls(server);
    }

    @AfterEach
    void stop() {
        assertThat(calls.damages()).isEmpty();
        others.forEach(TestServer::close);
        server.close();
    }

    @Test
    void attemptBeginsWhenTheSessionRunsAndTheStudentJoined() {
        String session = calls.sessionAfter("open");
        assertThat(refusal(calls.start("sam", session))).isEqualTo("409 wrong_state");
        ok(calls.join("sam", session));
        Answer early = calls.start("sam", session);
        assertThat(refusal(early)).isEqualTo("409 wrong_state");
        assertThat(early.body().at("/details/status").asText()).isEqualTo("WAITING_FOR_STUDENTS");
        ok(calls.step("tia", session, "start"));
        Answer begun = calls.start("sam", session);
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.body().get("status").asText()).isEqualTo("IN_PROGRESS");
        assertThat(begun.body().get("student_id").asLong()).isEqualTo(SampleData.SAM);
        assertThat(begun.body().get("started_at").asText()).isEqualTo("2026-08-03T09:00:00.000Z");
        assertThat(calls.participants(session).getFirst().get("attempt_id"))
                .isEqualTo(begun.body().get("id"));
        ok(calls.step("tia", session, "complete"));
        assertThat(refusal(calls.start("sam", session))).isEqualTo("409 wrong_state");
    }

    @Test
    void whoeverDidNotJoinHasNoAttempt() {
        String session = calls.sessionAfter("open", "start");
        assertThat(refusal(calls.start("sam", session))).isEqualTo("409 not_joined");
        assertThat(refusal(calls.start("tia", session))).isEqualTo("403 not_enrolled");
        assertThat(refusal(calls.start(FELLOW, session))).isEqualTo("404 not_found");
        assertThat(refusal(calls.start("sam", UUID.randomUUID().toString())))
                .isEqualTo("404 not_found");
    }

    @Test
    void studentHasOneAttemptInASession() {
        String session = calls.joined();
        Answer first = calls.start("sam", session);
        Answer again = calls.start("sam", session);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        ok(calls.submit("sam", id(first)));
        Answer third = calls.start("sam", session);
        assertThat(refusal(third)).isEqualTo("409 attempt_over");
        assertThat(third.body().at("/details/id")).isEqualTo(first.body().get("id"));
        assertThat(third.body().at("/details/status").asText()).isEqualTo("SUBMITTED");
    }

    @Test
    void manyBeginningsAtOnceAreOneAttempt() throws Exception {
        String session = calls.joined();
        TestServer other = besides();
        List<Answer> answers =
                ManyTutors.atOnce(
                        32,
                        caller ->
                                new ClassCalls(caller % 2 == 0 ? server : other)
                                        .start("sam", session));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(answers)
                .extracting(answer -> answer.body().get("id"))
                .containsOnly(answers.getFirst().body().get("id"));
    }

    @Test
    void attemptMayBringItsIdButNoOthersId() {
        String session = calls.joined();
        String taken = calls.attempt(session);
        String body = "{\"test_id\": 5, \"id\": \"%s\"}";
        assertThat(refusal(server.post("sam", ATTEMPTS, body.formatted(taken))))
                .isEqualTo("409 id_taken");
        String own = UUID.randomUUID().toString();
        assertThat(id(server.post("sam", ATTEMPTS, body.formatted(own)))).isEqualTo(own);
    }

    @Test
    void attemptIsReadByItsStudentAndThoseWhoRunTheClass() {
        String session = calls.joined();
        String attempt = calls.attempt(session);
        UUID highlight = UUID.randomUUID();
        ok(calls.highlight("sam", attempt, mark(highlight, 0, 3)));
        for (String user : List.of("sam", "tia", "cora", "ada")) {
            assertThat(calls.attemptOf(user, attempt).get("highlights").asInt()).isEqualTo(1);
        }
        for (String user : List.of("tia", "cora", "ada")) {
            assertThat(refusal(calls.highlight(user, attempt, mark(highlight, 0, 3))))
                    .isEqualTo("403 not_your_attempt");
            assertThat(refusal(calls.remove(user, attempt, highlight)))
                    .isEqualTo("403 not_your_attempt");
            assertThat(refusal(calls.submit(user, attempt))).isEqualTo("403 not_your_attempt");
        }
        for (String user : List.of("tom", FELLOW)) {
            assertThat(server.get(user, ATTEMPTS + "/" + attempt).status()).isEqualTo(404);
            assertThat(calls.highlight(user, attempt, mark(highlight, 0, 3)).status())
                    .isEqualTo(404);
            assertThat(calls.remove(user, attempt, highlight).status()).isEqualTo(404);
            assertThat(calls.submit(user, attempt).status()).isEqualTo(404);
        }
    }

    @Test
    void submittedAttemptStaysAsItIs() {
        String attempt = calls.attempt(calls.joined());
        clock.advanceMinutes(1);
        JsonNode submitted = ok(calls.submit("sam", attempt)).body();
        assertThat(submitted.get("status").asText()).isEqualTo("SUBMITTED");
        assertThat(submitted.get("submitted_at").asText()).isEqualTo("2026-08-03T09:01:00.000Z");
        clock.advanceMinutes(1);
        assertThat(ok(calls.submit("sam", attempt)).body()).isEqualTo(submitted);
    }

    @Test
    void whoeverIsInTheClassNoMoreWritesNothing() {
        String classId = calls.newClass(SampleData.SAM);
        String session = calls.sessionOf(classId, "open");
        ok(calls.join("sam", session));
        ok(calls.step("tia", session, "start"));
        String attempt = calls.attempt(session);
        ok(server.put("tia", ClassCalls.CLASSES + "/" + classId, "{\"student_ids\": []}"));
        String mark = ClassCalls.mark(UUID.randomUUID(), 0, 3);
        assertThat(refusal(calls.highlight("sam", attempt, mark))).isEqualTo("404 not_found");
        assertThat(refusal(calls.submit("sam", attempt))).isEqualTo("404 not_found");
        assertThat(calls.attemptOf("tia", attempt).get("highlights").asInt()).isZero();
    }

    @Test
    void abandonedAttemptIsNotSubmitted() {
        String session = calls.joined();
        String attempt = calls.attempt(session);
        ok(calls.step("tia", session, "complete"));
        Answer refused = calls.submit("sam", attempt);
        assertThat(refusal(refused)).isEqualTo("409 attempt_over");
        assertThat(refused.body().at("/details/status").asText()).isEqualTo("ABANDONED");
    }

    @Test
    void attemptOutsideOfAnySessionIsAtATestOrAnOwnTask() {
        Answer atTask = server.post("sam", ATTEMPTS, "{\"task_id\": 9000}");
        assertThat(atTask.status()).isEqualTo(201);
        assertThat(atTask.body().get("class_session_id").isNull()).isTrue();
        assertThat(server.post("sam", ATTEMPTS, "{\"task_id\": 9000}").status()).isEqualTo(200);
        assertThat(id(server.post("sam", ATTEMPTS, "{\"test_id\": 9000}")))
                .isNotEqualTo(id(atTask));
        assertThat(refusal(server.post(FELLOW, ATTEMPTS, "{\"task_id\": 9000}")))
                .isEqualTo("422 unknown_task");
        assertThat(refusal(server.post("sam", ATTEMPTS, "{\"task_id\": 7}")))
                .isEqualTo("422 unknown_task");
        assertThat(faults(server.post("sam", ATTEMPTS, "{}"))).containsExactly("class_session_id");
        ok(calls.submit("sam", id(atTask)));
        assertThat(server.post("sam", ATTEMPTS, "{\"task_id\": 9000}").status()).isEqualTo(201);
    }

    @Test
    void attemptAtATaskIsReadByConvenorsOfItsUnit() {
        String atTask = id(server.post("sam", ATTEMPTS, "{\"task_id\": 9000}"));
        for (String user : List.of("sam", "cora", "ada")) {
            calls.attemptOf(user, atTask);
        }
        assertThat(refusal(calls.submit("cora", atTask))).isEqualTo("403 not_your_attempt");
        for (String user : List.of("tia", FELLOW)) {
            assertThat(server.get(user, ATTEMPTS + "/" + atTask).status()).isEqualTo(404);
        }
        String atTest = id(server.post("sam", ATTEMPTS, "{\"test_id\": 1}"));
        assertThat(server.get("cora", ATTEMPTS + "/" + atTest).status()).isEqualTo(404);
        calls.attemptOf("ada", atTest);
    }

    private TestServer besides() {
        others.add(server.besides(kind, folder, clock));
        return others.getLast();
    }
}
