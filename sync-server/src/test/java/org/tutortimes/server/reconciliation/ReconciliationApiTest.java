package org.tutortimes.server.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.tracking.TrackingCalls.HOME;
import static org.tutortimes.server.tracking.TrackingCalls.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.tutortimes.server.tracking.TrackingCalls;

/// It is Monday, 3 August 2026, in Melbourne, ten in the morning at midnight UTC.
@OnBothDatabases
class ReconciliationApiTest {

    private static final String PATH = Api.reconciliation(10);

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
    void timerAndActivityAreComparedByTutorAndDay() {
        // The timer from 00:00 to 01:00, of which activity vouches for the first 45 minutes.
        String timer = startTimer();
        actAt(5, 15, 30);
        clock.moveTo(minute(60));
        completeTimer(timer);
        // From 02:00 to 02:20 nobody started it.
        actAt(120, 130, 140);
        JsonNode answer = server.get("cora", PATH).body();
        assertThat(answer.get("days")).hasSize(1);
        JsonNode day = answer.at("/days/0");
        assertThat(day.at("/tutor/name").asText()).isEqualTo("Tia Tutor");
        assertThat(day.get("day").asText()).isEqualTo("2026-08-03");
        assertThat(day.get("timer_seconds_with_activity").asLong()).isEqualTo(45 * 60);
        assertThat(day.get("timer_seconds_without_activity").asLong()).isEqualTo(15 * 60);
        assertThat(day.get("unrecorded_seconds").asLong()).isEqualTo(20 * 60);
        JsonNode stretch = answer.at("/without_activity/0");
        assertThat(stretch.get("tutor_time_id").asText()).isEqualTo(timer);
        assertThat(stretch.get("start").asText()).isEqualTo("2026-08-03T00:45:00.000Z");
        assertThat(stretch.get("end").asText()).isEqualTo("2026-08-03T01:00:00.000Z");
        JsonNode unrecorded = answer.at("/unrecorded/0");
        assertThat(unrecorded.get("seconds").asLong()).isEqualTo(20 * 60);
        assertThat(unrecorded.get("actions").asLong()).isEqualTo(3);
        assertThat(unrecorded.at("/task_definitions/0/abbreviation").asText()).isEqualTo("1.1P");
        assertThat(unrecorded.at("/task_definitions/0/seconds").asLong()).isEqualTo(20 * 60);
    }

    @Test
    void timerThatRunsCoversWhatIsDoneMeanwhile() {
        startTimer();
        actAt(5, 10);
        JsonNode answer = server.get("tia", PATH).body();
        assertThat(answer.get("unrecorded")).isEmpty();
        assertThat(answer.at("/days/0/timer_seconds_with_activity").asLong()).isEqualTo(600);
    }

    @Test
    void heartbeatsAreNoActivity() {
        calls.heartbeat("tia", OFFICE);
        clock.advanceMinutes(10);
        calls.heartbeat("tia", OFFICE);
        assertThat(server.get("cora", PATH).body().get("days")).isEmpty();
    }

    @Test
    void dayEndsAtMidnightOfTheZone() {
        // Midnight of the unit is at 14:00 UTC.
        actAt(14 * 60 - 10, 14 * 60, 14 * 60 + 5);
        JsonNode days = server.get("cora", PATH).body().get("days");
        assertThat(days).hasSize(2);
        assertThat(days.at("/0/unrecorded_seconds").asLong()).isEqualTo(600);
        assertThat(days.at("/1/unrecorded_seconds").asLong()).isEqualTo(300);
        JsonNode utc = server.get("cora", PATH + "?timezone=UTC").body().get("days");
        assertThat(utc).hasSize(1);
        JsonNode first =
                server.get("cora", PATH + "?from=2026-08-03&to=2026-08-03").body().get("days");
        assertThat(first).hasSize(1);
    }

    @Test
    void oneClickTurnsWhatWasObservedIntoATimerSession() {
        long session = actAt(0, 10, 20);
        Answer made = server.post("tia", Api.record(session), "{}");
        assertThat(made.status()).isEqualTo(201);
        JsonNode timer = made.body().at("/items/0");
        assertThat(timer.get("status").asText()).isEqualTo("completed");
        assertThat(timer.get("manual").asBoolean()).isTrue();
        assertThat(timer.get("task_definition_id").asLong()).isEqualTo(500);
        assertThat(timer.get("duration_seconds").asLong()).isEqualTo(1200);
        assertThat(timer.get("start_time").asText()).isEqualTo("2026-08-03T00:00:00.000Z");
        JsonNode after = server.get("tia", PATH).body();
        assertThat(after.get("unrecorded")).isEmpty();
        assertThat(after.at("/days/0/timer_seconds_with_activity").asLong()).isEqualTo(1200);
        Answer again = server.post("tia", Api.record(session), null);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().get("items")).isEmpty();
        assertThat(server.get("cora", "/api/units/10").body().get("total_tutor_time").asLong())
                .isEqualTo(1200);
    }

    @Test
    void whatWasRecordedAndDeletedMayBeRecordedAgain() {
        long session = actAt(0, 10);
        String id = server.post("tia", Api.record(session), "{}").body().at("/items/0/id").asText();
        server.delete("tia", Api.TUTOR_TIMES + "/" + id);
        assertThat(server.get("tia", PATH).body().get("unrecorded")).hasSize(1);
        assertThat(server.post("tia", Api.record(session), "{}").status()).isEqualTo(201);
    }

    @Test
    void eachTaskDefinitionThatWasSeenGetsASession() {
        calls.change(
                """
                INSERT INTO task_definitions (id, unit_id, abbreviation, name, changed_in)
                VALUES (501, 10, '1.2C', 'Lists', 1)
                """);
        calls.change(
                """
                INSERT INTO tasks (id, project_id, task_definition_id, status, changed_in)
                VALUES (9001, 1000, 501, 'ready_for_feedback', 1)
                """);
        long session = actAt(0);
        clock.moveTo(minute(10));
        calls.from(
                OFFICE,
                "tia",
                "POST",
                TrackingCalls.ACTIVITIES,
                "{\"unit_id\": 10, \"task_id\": 9001, \"action\": \"GET\"}");
        clock.moveTo(minute(12));
        calls.assess("tia", OFFICE, "complete");
        JsonNode items = server.post("tia", Api.record(session), "{}").body().get("items");
        assertThat(items).hasSize(2);
        List<String> shares = new ArrayList<>();
        items.forEach(item ->
                shares.add(item.get("task_definition_id") + ": " + item.get("duration_seconds")));
        // 9000 is of 500: until minute 5 and from minute 11 on; 9001 in between.
        assertThat(shares).containsExactlyInAnyOrder("500: 360", "501: 360");
    }

    @Test
    void whereNothingSaysWhatWasMarkedTheTutorIsAsked() {
        long session = inboxAt(0, 10);
        assertThat(server.get("tia", PATH).body().at("/unrecorded/0/task_definitions")).isEmpty();
        Answer asked = server.post("tia", Api.record(session), "{}");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body().get("code").asText()).isEqualTo("task_definition_needed");
        assertThat(record(session, 510).body().get("code").asText()).isEqualTo("unknown_task");
        assertThat(record(session, 500).status()).isEqualTo(201);
    }

    @Test
    void onlyTheTutorRecordsWhatWasObservedOfThem() {
        long session = actAt(0, 10);
        assertThat(server.post("tom", Api.record(session), "{}").status()).isEqualTo(404);
        assertThat(server.post("cora", Api.record(session), "{}").status()).isEqualTo(403);
        assertThat(server.post("ada", Api.record(session), "{}").status()).isEqualTo(403);
        assertThat(server.post("tia", Api.record(999), "{}").status()).isEqualTo(404);
        calls.change("UPDATE unit_roles SET active = 0 WHERE id = 100");
        assertThat(server.post("tia", Api.record(session), "{}").status()).isEqualTo(403);
    }

    @Test
    void tutorsSeeTheirOwnAndOthersNothing() {
        actAt(0, 10);
        calls.act("tom", OFFICE, "GET");
        assertThat(server.get("cora", PATH).body().get("days")).hasSize(2);
        assertThat(server.get("tom", PATH).body().get("days")).hasSize(1);
        assertThat(server.get("sam", PATH).status()).isEqualTo(404);
        assertThat(server.get("tia", Api.UNITS + "/10/sharing").status()).isEqualTo(403);
        assertThat(server.get("sam", Api.UNITS + "/10/sharing").status()).isEqualTo(404);
        assertThat(server.get("cora", PATH + "?from=2025-01-01&to=2026-08-03").status())
                .isEqualTo(400);
    }

    @Test
    void accountThatIsActiveFromTwoAddressesAtOnceIsShown() {
        actAt(0, 10);
        clock.moveTo(minute(5));
        calls.act("tia", HOME, "GET");
        clock.moveTo(minute(8));
        calls.act("tia", HOME, "GET");
        calls.act("tom", HOME, "GET");
        clock.moveTo(minute(40));
        calls.act("tia", HOME, "GET");
        JsonNode found = server.get("cora", Api.UNITS + "/10/sharing").body();
        assertThat(found.get("items")).hasSize(1);
        JsonNode pair = found.at("/items/0");
        assertThat(pair.at("/tutor/id").asLong()).isEqualTo(1);
        assertThat(pair.get("marking_session_ids")).hasSize(2);
        assertThat(pair.get("from").asText()).isEqualTo("2026-08-03T00:05:00.000Z");
        assertThat(pair.get("to").asText()).isEqualTo("2026-08-03T00:08:00.000Z");
        assertThat(found.toString()).doesNotContain(HOME, OFFICE);
    }

    private String startTimer() {
        Answer started =
                server.post(
                        "tia",
                        Api.TUTOR_TIMES + "/start",
                        "{\"unit_role_id\": 100, \"task_id\": 9000}");
        return started.body().get("id").asText();
    }

    private void completeTimer(String id) {
        server.put("tia", Api.TUTOR_TIMES + "/" + id + "/complete", null);
    }

    /// @return the marking session of the last
    private long actAt(int... minutes) {
        long session = 0;
        for (int minute : minutes) {
            clock.moveTo(minute(minute));
            session =
                    calls.act("tia", OFFICE, "add-comment")
                            .body()
                            .get("marking_session_id")
                            .asLong();
        }
        return session;
    }

    private long inboxAt(int... minutes) {
        for (int minute : minutes) {
            clock.moveTo(minute(minute));
            calls.from(OFFICE, "tia", "GET", "/api/units/10/tasks/inbox", null);
        }
        return calls.sessions().getLast().get("id").asLong();
    }

    private Answer record(long session, long taskDefinition) {
        return server.post(
                "tia",
                Api.record(session),
                "{\"task_definition_id\": %d}".formatted(taskDefinition));
    }

    private static Instant minute(long minutes) {
        return Instant.parse("2026-08-03T00:00:00Z").plusSeconds(minutes * 60);
    }
}
