package org.tutortimes.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.check.Check;

/// What the audit log says of sessions, whichever way a change comes.
@OnBothDatabases
class SessionAuditTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T12:00:00Z");
    private final Wire device = new Wire();
    private final UUID session = UUID.randomUUID();
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
    }

    @AfterEach
    void stop() {
        assertThat(new Check(server.database()).failures()).isEmpty();
        server.close();
    }

    @Test
    void onlineDeletionAndRestoreSayWhoDidItAndShowTheSessionBeforeAndAfter() {
        marked();
        server.delete("ada", "/api/tutor-times/" + session);
        server.post("ada", "/api/tutor-times/" + session + "/restore", "{}");
        assertThat(actions()).containsExactly("session_deleted by ada", "session_restored by ada");
        JsonNode before = state("state_before").getFirst();
        JsonNode after = state("state_after").getFirst();
        assertThat(before.get("duration_seconds").asLong()).isEqualTo(1800);
        assertThat(before.at("/segments/0/counted_ms").asLong()).isEqualTo(1_800_000);
        assertThat(before.get("deleted_at").isNull()).isTrue();
        assertThat(after.get("duration_seconds").asLong()).isZero();
        assertThat(after.get("deleted_at").isTextual()).isTrue();
        assertThat(state("state_after").getLast())
                .isEqualTo(server.get("tia", "/api/tutor-times/" + session).body());
        assertThat(column("address")).containsOnly("127.0.0.1");
        assertThat(column("subject_id")).containsOnly(session.toString());
    }

    @Test
    void syncedCorrectionIsAuditedOnceHoweverOftenItComes() {
        marked();
        String request = device.request(corrected("2026-08-03T09:00:00Z", "2026-08-03T09:10:00Z"));
        sync("tia", request);
        sync("tia", request);
        assertThat(actions()).containsExactly("session_corrected by tia");
        assertThat(column("note")).containsExactly("forgot to stop");
        assertThat(state("state_before").getFirst().get("recorded_seconds").asLong())
                .isEqualTo(1800);
        assertThat(state("state_after").getFirst().get("recorded_seconds").asLong()).isEqualTo(600);
    }

    @Test
    void adminsEventsNameTheAdminNotTheOwner() {
        marked();
        sync("ada", new Wire().request(event("2026-08-03T11:00:00Z", new Fact.Deleted("double"))));
        assertThat(actions()).containsExactly("session_deleted by ada");
        assertThat(state("state_after").getFirst().get("user_id").asLong())
                .isEqualTo(SampleData.TIA);
    }

    @Test
    void eachChangeOfABatchShowsWhatItFoundAndWhatItLeft() {
        TimerEvent started = device.started(session, "2026-08-03T09:00:00Z");
        sync(
                "tia",
                device.request(
                        started,
                        device.completed(started, "2026-08-03T09:30:00Z", 1_800_000),
                        corrected("2026-08-03T09:00:00Z", "2026-08-03T09:10:00Z"),
                        event("2026-08-03T10:10:00Z", new Fact.Deleted(null))));
        assertThat(actions()).containsExactly("session_corrected by tia", "session_deleted by tia");
        List<JsonNode> before = state("state_before");
        assertThat(before.getFirst().get("duration_seconds").asLong()).isEqualTo(1800);
        assertThat(before.getLast()).isEqualTo(state("state_after").getFirst());
        assertThat(before.getLast().get("duration_seconds").asLong()).isEqualTo(600);
        assertThat(total()).isZero();
    }

    @Test
    void manualEntryIsOneEntryWithTheSessionAsEntered() {
        TimerEvent started =
                event(
                        "2026-08-03T09:00:00Z",
                        new Fact.Started(
                                SampleData.TIAS_ROLE,
                                new MarkingTarget.OneTask(SampleData.TASK),
                                true));
        sync(
                "tia",
                device.request(
                        started,
                        corrected("2026-08-03T08:00:00Z", "2026-08-03T08:30:00Z"),
                        event("2026-08-03T10:00:00.001Z", new Fact.Completed(null, null))));
        assertThat(actions()).containsExactly("session_entered by tia");
        assertThat(column("note")).containsExactly("forgot to stop");
        JsonNode after = state("state_after").getFirst();
        assertThat(after.get("status").asText()).isEqualTo("completed");
        assertThat(after.get("duration_seconds").asLong()).isEqualTo(1800);
        assertThat(column("state_before")).containsOnlyNulls();
    }

    @Test
    void heldChangeIsAuditedWhenItTakesEffectUnderItsSendersName() {
        TimerEvent started = device.started(session, "2026-08-03T09:00:00Z");
        sync("ada", new Wire().request(event("2026-08-03T11:00:00Z", new Fact.Deleted("early"))));
        assertThat(actions()).isEmpty();
        sync("tia", device.request(started));
        assertThat(actions()).containsExactly("session_deleted by ada");
        assertThat(state("state_after").getFirst().get("deleted_at").isTextual()).isTrue();
    }

    @Test
    void runningTheTimerLeavesNoEntry() {
        String started =
                "{\"unit_role_id\": %d, \"task_id\": %d, \"id\": \"%s\"}"
                        .formatted(SampleData.TIAS_ROLE, SampleData.TASK, session);
        assertThat(server.post("tia", "/api/tutor-times/start", started).status()).isEqualTo(201);
        clock.advanceMinutes(5);
        for (String step : List.of("pause", "resume", "complete")) {
            server.put("tia", "/api/tutor-times/" + session + "/" + step, null);
        }
        assertThat(actions()).isEmpty();
    }

    /// Half an hour of marking, done.
    private void marked() {
        TimerEvent started = device.started(session, "2026-08-03T09:00:00Z");
        sync(
                "tia",
                device.request(
                        started, device.completed(started, "2026-08-03T09:30:00Z", 1_800_000)));
    }

    private TimerEvent corrected(String from, String to) {
        List<Segment> segments = List.of(new Segment(Instant.parse(from), Instant.parse(to)));
        return event("2026-08-03T10:00:00Z", new Fact.Amended(segments, null, "forgot to stop"));
    }

    private TimerEvent event(String at, Fact fact) {
        return device.event(session, at, fact);
    }

    private void sync(String username, String request) {
        Answer answer = server.post(username, "/api/sync", request);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("results"))
                .noneMatch(result -> result.get("status").asText().equals("refused"));
    }

    private List<String> actions() {
        return rows("SELECT action || ' by ' || actor AS text FROM audit_log ORDER BY at, id");
    }

    private List<String> column(String name) {
        return rows("SELECT " + name + " AS text FROM audit_log ORDER BY at, id");
    }

    private List<JsonNode> state(String column) {
        return column(column).stream().map(SessionAuditTest::tree).toList();
    }

    private long total() {
        return Long.parseLong(
                rows("SELECT CAST(total_tutor_time AS TEXT) AS text FROM units WHERE id = 10")
                        .getFirst());
    }

    private List<String> rows(String sql) {
        return server.database().read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static JsonNode tree(String text) {
        try {
            return Json.tree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
