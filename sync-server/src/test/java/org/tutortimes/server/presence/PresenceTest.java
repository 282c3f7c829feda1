package org.tutortimes.server.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tutortimes.server.classes.ClassCalls.ok;
import static org.tutortimes.server.classes.ClassCalls.refusal;

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
import org.tutortimes.server.ManyStudents;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.classes.ClassCalls;

/// How students join a class session, stay in it and leave.
@OnBothDatabases
class PresenceTest {

    private static final Duration SILENCE = Duration.ofSeconds(25);
    private static final String STRANGER = ManyStudents.username(0);

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
    private TestServer server;
    private ClassCalls calls;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        ManyStudents.add(server.database(), 1);
        calls = new ClassCalls(server);
    }

    @AfterEach
    void stop() {
        assertThat(calls.damages()).isEmpty();
        server.close();
    }

    @Test
    void enrolledStudentJoinsWhileTheSessionIsOpen() {
        String session = calls.sessionAfter();
        assertThat(refusal(calls.join("sam", session))).isEqualTo("409 wrong_state");
        ok(calls.step("tia", session, "open"));
        JsonNode joined = ok(calls.join("sam", session)).body();
        assertThat(joined.at("/participants/0").toString())
                .isEqualTo(
                        """
                        {"student_id":50,"attempt_id":null,"joined_at":"2026-08-03T09:00:00.000Z",\
                        "connection_status":"CONNECTED",\
                        "last_activity":"2026-08-03T09:00:00.000Z"}\
                        """);
        ok(calls.step("tia", session, "start"));
        ok(calls.join("sam", session));
        ok(calls.step("tia", session, "complete"));
        Answer late = calls.join("sam", session);
        assertThat(refusal(late)).isEqualTo("409 wrong_state");
        assertThat(late.body().at("/details/status").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void whoeverIsNotEnrolledDoesNotTakePart() {
        String session = calls.sessionAfter("open");
        for (String user : List.of("tia", "cora", "ada")) {
            assertThat(refusal(calls.join(user, session))).isEqualTo("403 not_enrolled");
            assertThat(refusal(calls.heartbeat(user, session))).isEqualTo("403 not_enrolled");
            assertThat(refusal(calls.leave(user, session))).isEqualTo("403 not_enrolled");
        }
        for (String user : List.of("tom", STRANGER)) {
            assertThat(refusal(calls.join(user, session))).isEqualTo("404 not_found");
            assertThat(refusal(calls.heartbeat(user, session))).isEqualTo("404 not_found");
            assertThat(refusal(calls.leave(user, session))).isEqualTo("404 not_found");
        }
        assertThat(calls.participants(session)).isEmpty();
    }

    @Test
    void joiningTwiceIsOneParticipant() {
        String session = calls.sessionAfter("open");
        ok(calls.join("sam", session));
        clock.advance(Duration.ofSeconds(5));
        ok(calls.join("sam", session));
        assertThat(calls.participants(session)).hasSize(1);
        JsonNode sam = calls.participants(session).getFirst();
        assertThat(sam.get("joined_at").asText()).isEqualTo("2026-08-03T09:00:00.000Z");
        assertThat(sam.get("last_activity").asText()).isEqualTo("2026-08-03T09:00:05.000Z");
    }

    @Test
    void whoeverDidNotJoinIsNotHeard() {
        String session = calls.sessionAfter();
        assertThat(refusal(calls.heartbeat("sam", session))).isEqualTo("409 wrong_state");
        ok(calls.step("tia", session, "open"));
        assertThat(refusal(calls.heartbeat("sam", session))).isEqualTo("409 not_joined");
        assertThat(refusal(calls.leave("sam", session))).isEqualTo("409 not_joined");
        ok(calls.join("sam", session));
        ok(calls.heartbeat("sam", session));
        ok(calls.step("tia", session, "cancel"));
        assertThat(refusal(calls.heartbeat("sam", session))).isEqualTo("409 wrong_state");
        assertThat(refusal(calls.leave("sam", session))).isEqualTo("409 wrong_state");
    }

    @Test
    void heartbeatTellsHowThingsStand() {
        String session = calls.joined();
        String attempt = calls.attempt(session);
        assertThat(ok(calls.heartbeat("sam", session)).body().toString())
                .isEqualTo(
                        """
                        {"class_session_id":"%s","status":"IN_PROGRESS",\
                        "connection_status":"CONNECTED","attempt_id":"%s"}\
                        """
                                .formatted(session, attempt));
    }

    @Test
    void silenceOfTwentyFiveSecondsDisconnectsAndALateHeartbeatBringsBack() {
        String session = calls.joined();
        clock.advance(SILENCE);
        await().until(() -> calls.connection(session).equals("DISCONNECTED"));
        assertThat(calls.participants(session).getFirst().get("last_activity").asText())
                .isEqualTo("2026-08-03T09:00:00.000Z");
        assertThat(ok(calls.heartbeat("sam", session)).body().get("connection_status").asText())
                .isEqualTo("CONNECTED");
        await().until(() -> calls.connection(session).equals("CONNECTED"));
        assertThat(calls.participants(session).getFirst().get("last_activity").asText())
                .isEqualTo("2026-08-03T09:00:25.000Z");
    }

    @Test
    void whoeverSendsHeartbeatsStaysConnected() {
        String session = calls.joined();
        for (int beat = 1; beat <= 3; beat++) {
            clock.advance(Duration.ofSeconds(10));
            ok(calls.heartbeat("sam", session));
            String heard = "2026-08-03T09:00:%d0.000Z".formatted(beat);
            await().until(() ->
                    calls.participants(session)
                            .getFirst()
                            .get("last_activity")
                            .asText()
                            .equals(heard));
            assertThat(calls.connection(session)).isEqualTo("CONNECTED");
        }
    }

    @Test
    void whoeverLeavesIsDisconnectedAtOnceAndMayComeBack() {
        String session = calls.joined();
        clock.advance(Duration.ofSeconds(1));
        assertThat(ok(calls.leave("sam", session)).body().get("connection_status").asText())
                .isEqualTo("DISCONNECTED");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> calls.connection(session).equals("DISCONNECTED"));
        ok(calls.join("sam", session));
        assertThat(calls.connection(session)).isEqualTo("CONNECTED");
        assertThat(calls.participants(session)).hasSize(1);
    }

    @Test
    void studentWhoWasTakenOutOfTheClassTakesNoPartAnyMore() {
        String session = calls.joined();
        String classId = calls.session("tia", session).get("class_id").asText();
        ok(server.put("tia", ClassCalls.CLASSES + "/" + classId, "{\"student_ids\": []}"));
        assertThat(calls.heartbeat("sam", session).status()).isEqualTo(404);
        assertThat(calls.start("sam", session).status()).isEqualTo(404);
        assertThat(calls.participants(session))
                .extracting(each -> each.get("student_id").asLong())
                .containsExactly(SampleData.SAM);
    }

    @Test
    void unknownSessionIsUnknown() {
        String unknown = UUID.randomUUID().toString();
        assertThat(calls.join("sam", unknown).status()).isEqualTo(404);
        assertThat(calls.heartbeat("sam", unknown).status()).isEqualTo(404);
        assertThat(calls.leave("sam", "7").status()).isEqualTo(404);
    }
}
