package org.tutortimes.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.tracking.TrackingCalls.ACTIVITIES;
import static org.tutortimes.server.tracking.TrackingCalls.HOME;
import static org.tutortimes.server.tracking.TrackingCalls.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
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

@OnBothDatabases
class TrackingTest {

    private static final Duration THRESHOLD = Duration.ofMinutes(15);

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T00:00:00Z");
    private TestServer server;
    private TrackingCalls calls;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        calls = new TrackingCalls(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void actionBeginsASessionAndTheNextOneContinuesIt() {
        Answer first = calls.act("tia", OFFICE, "get-submission-details");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().get("recorded").asBoolean()).isTrue();
        clock.advance(THRESHOLD.minusMillis(1));
        Answer second = calls.act("tia", OFFICE, "add-comment");
        assertThat(second.body().get("marking_session_id"))
                .isEqualTo(first.body().get("marking_session_id"));
        JsonNode session = onlySession();
        assertThat(session.get("user_id").asLong()).isEqualTo(1);
        assertThat(session.get("unit_id").asLong()).isEqualTo(10);
        assertThat(session.get("start_time").asText()).isEqualTo("2026-08-03T00:00:00.000Z");
        assertThat(session.get("end_time").asText()).isEqualTo("2026-08-03T00:14:59.999Z");
        assertThat(session.get("duration_minutes").asLong()).isEqualTo(14);
        assertThat(session.get("submissions_opened").asLong()).isEqualTo(1);
        assertThat(session.get("comments_added").asLong()).isEqualTo(1);
        assertThat(session.get("assessments").asLong()).isZero();
        assertThat(session.toString()).doesNotContain(OFFICE);
    }

    @Test
    void fifteenMinutesLaterAnotherSessionBegins() {
        calls.act("tia", OFFICE, "GET");
        clock.advance(THRESHOLD);
        calls.act("tia", OFFICE, "GET");
        assertThat(calls.sessions()).hasSize(2);
    }

    @Test
    void eachUserUnitAndAddressHasSessionsOfItsOwn() {
        calls.act("tia", OFFICE, "GET");
        calls.act("tia", HOME, "GET");
        calls.act("tom", OFFICE, "GET");
        calls.from(OFFICE, "tia", "POST", ACTIVITIES, "{\"unit_id\": 11, \"action\": \"GET\"}");
        assertThat(calls.sessions()).hasSize(3);
        assertThat(server.get("tia", "/api/units/11/marking_sessions").body()).hasSize(1);
    }

    @Test
    void networkOfAnInternetProtocolSixAddressIsOnePlace() {
        calls.act("tia", "2001:db8:1:2:aaaa::1", "GET");
        calls.act("tia", "2001:db8:1:2:bbbb::2", "GET");
        calls.act("tia", "2001:db8:1:3::1", "GET");
        assertThat(calls.sessions()).hasSize(2);
        calls.act("tom", "::ffff:192.0.2.10", "GET");
        calls.act("tom", OFFICE, "GET");
        assertThat(calls.sessions()).hasSize(3);
    }

    @Test
    void whereAClockIsSetBackFarAnotherSessionBeginsAndGoesOn() {
        calls.act("tia", OFFICE, "GET");
        clock.advance(THRESHOLD.plusMillis(1).negated());
        calls.act("tia", OFFICE, "GET");
        clock.advanceMinutes(5);
        calls.act("tia", OFFICE, "GET");
        assertThat(calls.sessions())
                .extracting(session -> session.get("duration_minutes").asLong())
                .containsExactly(5L, 0L);
    }

    @Test
    void clientThatWasOfflineForAMomentReportsWhatHappenedMeanwhile() {
        calls.act("tia", OFFICE, "GET");
        clock.advanceMinutes(20);
        calls.act("tia", OFFICE, "GET", "\"occurred_at\": \"2026-08-03T00:10:00Z\"");
        assertThat(onlySession().get("duration_minutes").asLong()).isEqualTo(10);
        Answer tooOld =
                calls.act("tia", OFFICE, "GET", "\"occurred_at\": \"2026-08-03T00:04:59.999Z\"");
        assertThat(tooOld.status()).isEqualTo(422);
        assertThat(tooOld.body().get("code").asText()).isEqualTo("too_old");
        Answer ahead =
                calls.act("tia", OFFICE, "GET", "\"occurred_at\": \"2026-08-03T00:22:00.001Z\"");
        assertThat(ahead.body().get("code").asText()).isEqualTo("in_future");
        assertThat(calls.stored("session_activities")).isEqualTo(2);
        calls.act("tia", OFFICE, "GET", "\"occurred_at\": \"2026-08-03T10:22:00+10:00\"");
        assertThat(onlySession().get("end_time").asText()).isEqualTo("2026-08-03T00:20:00.000Z");
    }

    @Test
    void whoDoesNotMarkInTheUnitIsAnsweredAndNotRecorded() {
        for (String user : new String[] {"sam"}) {
            Answer answer = calls.act(user, OFFICE, "GET");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().toString()).isEqualTo("{\"recorded\":false}");
        }
        String unknown = "{\"unit_id\": 999, \"action\": \"GET\"}";
        assertThat(calls.from(OFFICE, "tia", "POST", ACTIVITIES, unknown).body().toString())
                .isEqualTo("{\"recorded\":false}");
        String lost = "{\"unit_id\": 12, \"action\": \"GET\"}";
        assertThat(calls.from(OFFICE, "tia", "POST", ACTIVITIES, lost).body().toString())
                .isEqualTo("{\"recorded\":false}");
        assertThat(calls.stored("marking_sessions")).isZero();
        calls.act("cora", OFFICE, "GET");
        calls.act("ada", OFFICE, "GET");
        assertThat(calls.stored("session_activities")).isEqualTo(2);
    }

    @Test
    void workOnOnesOwnProjectIsNoMarking() {
        calls.change("UPDATE projects SET user_id = 1 WHERE id = 1000");
        assertThat(calls.act("tia", OFFICE, "GET").body().get("recorded").asBoolean()).isFalse();
        String byProject = "{\"project_id\": 1000, \"action\": \"GET\"}";
        assertThat(
                        calls.from(OFFICE, "tia", "POST", ACTIVITIES, byProject)
                                .body()
                                .get("recorded")
                                .asBoolean())
                .isFalse();
        assertThat(calls.assess("tia", OFFICE, "complete").status()).isEqualTo(200);
        assertThat(calls.stored("marking_sessions")).isZero();
    }

    @Test
    void statusThatChangesIsAnAssessmentAndOneThatStaysIsNone() {
        Answer assessed = calls.assess("tia", OFFICE, "complete");
        assertThat(assessed.body().toString())
                .isEqualTo(
                        "{\"id\":9000,\"project_id\":1000,\"task_definition_id\":500,"
                                + "\"status\":\"complete\"}");
        calls.assess("tia", OFFICE, "complete");
        calls.act("tia", OFFICE, "assessing");
        assertThat(onlySession().get("assessments").asLong()).isEqualTo(1);
        assertThat(calls.stored("session_activities")).isEqualTo(3);
        assertThat(calls.assess("tia", OFFICE, "finished").status()).isEqualTo(400);
        assertThat(calls.assess("sam", OFFICE, "complete").status()).isEqualTo(403);
        assertThat(
                        server.put(
                                        "tia",
                                        "/api/projects/1000/task_def_id/999",
                                        "{\"trigger\":\"redo\"}")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void heartbeatsHoldASessionTogetherAndAreNoEvidence() {
        Answer beat = calls.heartbeat("tia", OFFICE);
        assertThat(beat.body().get("recorded").asBoolean()).isTrue();
        assertThat(calls.sessions()).isEmpty();
        assertThat(server.get("cora", Api.MARKING_SESSIONS + "/" + session(beat)).status())
                .isEqualTo(404);
        for (int minute = 0; minute < 3; minute++) {
            clock.advanceMinutes(10);
            calls.heartbeat("tia", OFFICE);
        }
        calls.act("tia", OFFICE, "GET");
        assertThat(onlySession().get("duration_minutes").asLong()).isEqualTo(30);
        assertThat(onlySession().get("credited_minutes").asLong()).isEqualTo(30);
        assertThat(calls.heartbeat("sam", OFFICE).body().toString())
                .isEqualTo("{\"recorded\":false}");
    }

    @Test
    void inboxListsWhatWaitsAndIsRecorded() {
        Answer inbox = calls.from(OFFICE, "tia", "GET", "/api/units/10/tasks/inbox", null);
        assertThat(inbox.body().toString())
                .isEqualTo(
                        "[{\"id\":9000,\"project_id\":1000,\"task_definition_id\":500,"
                                + "\"status\":\"ready_for_feedback\",\"abbreviation\":\"1.1P\","
                                + "\"student_id\":50,\"student_name\":\"Sam Student\"}]");
        assertThat(onlySession().get("user_id").asLong()).isEqualTo(1);
        calls.assess("tia", OFFICE, "complete");
        assertThat(server.get("tia", "/api/units/10/tasks/inbox").body()).isEmpty();
        assertThat(server.get("sam", "/api/units/10/tasks/inbox").status()).isEqualTo(403);
        assertThat(server.get("sam", "/api/units/999/tasks/inbox").status()).isEqualTo(404);
    }

    @Test
    void clientOfOnTrackWorksWithItsOwnHeaders() {
        Answer put =
                server.send(
                        server.request(
                                        "PUT",
                                        TrackingCalls.ASSESS,
                                        "{\"trigger\": \"complete\", \"quality_pts\": 3}")
                                .header("username", "tia")
                                .header("Auth-Token", "tia"));
        assertThat(put.status()).isEqualTo(200);
        Answer list =
                server.send(
                        server.request("GET", TrackingCalls.SESSIONS, null)
                                .header("username", "tia")
                                .header("auth_token", "tia"));
        assertThat(list.body().isArray()).isTrue();
        assertThat(list.body()).hasSize(1);
        Answer over =
                server.send(
                        server.request("GET", "/api/units/10/tasks/inbox", null)
                                .header("username", "tom")
                                .header("auth_token", "tia"));
        assertThat(over.status()).isEqualTo(419);
    }

    @Test
    void deletedSessionIsNotContinued() {
        Answer first = calls.act("tia", OFFICE, "GET");
        assertThat(server.delete("ada", Api.MARKING_SESSIONS + "/" + session(first)).status())
                .isEqualTo(204);
        clock.advanceMinutes(1);
        Answer second = calls.act("tia", OFFICE, "GET");
        assertThat(session(second)).isNotEqualTo(session(first));
        assertThat(onlySession().get("id").asLong()).isEqualTo(session(second));
    }

    private JsonNode onlySession() {
        assertThat(calls.sessions()).hasSize(1);
        return calls.sessions().getFirst();
    }

    private static long session(Answer answer) {
        return answer.body().get("marking_session_id").asLong();
    }
}
