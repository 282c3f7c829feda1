package org.tutortimes.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.tracking.TrackingCalls.ACTIVITIES;
import static org.tutortimes.server.tracking.TrackingCalls.HOME;
import static org.tutortimes.server.tracking.TrackingCalls.OFFICE;
import static org.tutortimes.server.tracking.TrackingCalls.activity;
import static org.tutortimes.server.tracking.TrackingCalls.reported;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.tracking.Action;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;

/// What clients may report, and how often.
@OnBothDatabases
class ReportedActivitiesTest {

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
    void everyActionOfTheListIsTakenAndNoOther() {
        for (String action : Action.wireNames()) {
            assertThat(calls.act("tia", OFFICE, action).body().get("recorded").asBoolean())
                    .as(action)
                    .isTrue();
        }
        Answer other = calls.act("tia", OFFICE, "dancing");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.body().at("/details/faults/action").asText())
                .contains("inbox, GET, PUT, assessing");
        assertThat(calls.stored("session_activities")).isEqualTo(Action.values().length);
    }

    @Test
    void sameIdIsRecordedOnceHoweverOftenItIsSent() {
        String id = "\"id\": \"%s\"".formatted(UUID.randomUUID());
        Answer first = calls.act("tia", OFFICE, "add-comment", id);
        clock.advanceMinutes(20);
        assertThat(calls.act("tia", OFFICE, "add-comment", id).body()).isEqualTo(first.body());
        assertThat(calls.act("tia", HOME, "add-comment", id).body()).isEqualTo(first.body());
        assertThat(calls.stored("session_activities")).isEqualTo(1);
        assertThat(onlySession().get("comments_added").asLong()).isEqualTo(1);
        Answer others = calls.act("tom", OFFICE, "add-comment", id);
        assertThat(others.status()).isEqualTo(409);
        assertThat(others.body().get("code").asText()).isEqualTo("id_taken");
    }

    @Test
    void listIsTakenWholeAndWhatIsRefusedStandsInNobodysWay() {
        String list =
                "[%s, %s, %s]"
                        .formatted(
                                activity("add-comment", ""),
                                activity("GET", ", \"occurred_at\": \"2026-08-01T00:00:00Z\""),
                                activity("add-comment", ""));
        Answer answer = calls.from(OFFICE, "tia", "POST", ACTIVITIES, list);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasSize(3);
        assertThat(answer.body().at("/0/recorded").asBoolean()).isTrue();
        assertThat(answer.body().at("/1/code").asText()).isEqualTo("too_old");
        assertThat(answer.body().at("/2/recorded").asBoolean()).isTrue();
        assertThat(onlySession().get("comments_added").asLong()).isEqualTo(2);
    }

    @Test
    void listOfMoreThanAHundredOrWithAFaultIsRefusedWhole() {
        String hundred = "[" + (activity("GET", "") + ",").repeat(99) + activity("GET", "") + "]";
        assertThat(calls.from(OFFICE, "tia", "POST", ACTIVITIES, hundred).status()).isEqualTo(200);
        String more = hundred.replaceFirst("\\[", "[" + activity("GET", "") + ",");
        assertThat(calls.from(OFFICE, "tia", "POST", ACTIVITIES, more).status()).isEqualTo(400);
        String faulty = "[%s, 7, %s]".formatted(activity("GET", ""), activity("dance", ""));
        Answer answer = calls.from(OFFICE, "tia", "POST", ACTIVITIES, faulty);
        assertThat(answer.body().at("/details/faults").properties())
                .extracting(fault -> fault.getKey())
                .containsExactlyInAnyOrder("[1]", "[2].action");
        assertThat(calls.stored("session_activities")).isEqualTo(100);
    }

    @Test
    void unitProjectAndTaskMustBelongTogether() {
        String withProject =
                "{\"unit_id\": 10, \"project_id\": %d, \"action\": \"GET\"}".formatted(1001);
        assertThat(code(calls.from(OFFICE, "tia", "POST", ACTIVITIES, withProject)))
                .isEqualTo("unknown_project");
        String withTask = "{\"project_id\": 1000, \"task_id\": 9100, \"action\": \"GET\"}";
        assertThat(code(calls.from(OFFICE, "tia", "POST", ACTIVITIES, withTask)))
                .isEqualTo("unknown_task");
        assertThat(calls.from(OFFICE, "tia", "POST", ACTIVITIES, "{\"action\": \"GET\"}").status())
                .isEqualTo(400);
        String all =
                "{\"unit_id\": 10, \"project_id\": 1000, \"task_id\": 9000, \"action\": \"GET\"}";
        assertThat(calls.from(OFFICE, "tia", "POST", ACTIVITIES, all).status()).isEqualTo(200);
    }

    @Test
    void onlyServicesMaySayWhoWasActiveAndWhere() {
        assertThat(code(calls.from(OFFICE, "ada", "POST", ACTIVITIES, reported("GET"))))
                .isEqualTo("service_only");
        String service = calls.service();
        Answer recorded = server.post(service, ACTIVITIES, reported("GET"));
        assertThat(recorded.body().get("recorded").asBoolean()).isTrue();
        assertThat(calls.act("tia", OFFICE, "GET").body().get("marking_session_id"))
                .isEqualTo(recorded.body().get("marking_session_id"));
        Answer nameless = server.post(service, ACTIVITIES, activity("GET", ""));
        assertThat(nameless.body().at("/details/faults").properties())
                .extracting(fault -> fault.getKey())
                .containsExactlyInAnyOrder("ip_address", "user_id");
        String student = reported("GET").replace("\"user_id\": 1,", "\"user_id\": 50,");
        assertThat(server.post(service, ACTIVITIES, student).body().toString())
                .isEqualTo("{\"recorded\":false}");
        String unknown = reported("GET").replace("\"unit_id\": 10", "\"unit_id\": 999");
        assertThat(server.post(service, ACTIVITIES, unknown).status()).isEqualTo(404);
        String noAddress = reported("GET").replace(OFFICE, "example.org");
        assertThat(server.post(service, ACTIVITIES, noAddress).status()).isEqualTo(400);
    }

    @Test
    void serviceGivesATaskItsStatusInATutorsName() {
        String body = "{\"trigger\": \"complete\", \"user_id\": 1, \"ip_address\": \"192.0.2.10\"}";
        assertThat(server.put(calls.service(), TrackingCalls.ASSESS, body).status()).isEqualTo(200);
        assertThat(onlySession().get("assessments").asLong()).isEqualTo(1);
        assertThat(onlySession().get("user_id").asLong()).isEqualTo(1);
        String student = body.replace("\"user_id\": 1,", "\"user_id\": 50,");
        assertThat(server.put(calls.service(), TrackingCalls.ASSESS, student).status())
                .isEqualTo(403);
    }

    private JsonNode onlySession() {
        assertThat(calls.sessions()).hasSize(1);
        return calls.sessions().getFirst();
    }

    private static String code(Answer answer) {
        return answer.body().path("code").asText();
    }
}
