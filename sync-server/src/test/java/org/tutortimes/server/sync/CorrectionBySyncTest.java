package org.tutortimes.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.check.Check;

/// Tia corrects over the API what Tom corrects on his device.
@OnBothDatabases
class CorrectionBySyncTest {

    private static final List<Segment> CORRECTED =
            List.of(segment("09:00", "09:20"), segment("09:25", "09:40"));

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final Wire tiasDevice = new Wire();
    private final Wire tomsDevice = new Wire();
    private final UUID tias = UUID.randomUUID();
    private final UUID toms = UUID.randomUUID();
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
    void correctionOfACompletedSessionSaysTheSameEitherWay() {
        send("tia", completed(tiasDevice, tias, SampleData.TIAS_ROLE));
        send("tom", completed(tomsDevice, toms, SampleData.TOMS_ROLE));
        assertThat(correctedOverTheApi()).isEqualTo(correctedOnTheDevice());
        assertThat(server.get("cora", Api.UNITS + "/10").body().get("total_tutor_time").asLong())
                .isEqualTo(2 * 35 * 60);
    }

    @Test
    void correctionOfARunningSessionSaysTheSameEitherWay() {
        send("tia", started(tiasDevice, tias, SampleData.TIAS_ROLE));
        send("tom", started(tomsDevice, toms, SampleData.TOMS_ROLE));
        JsonNode running = correctedOverTheApi();
        assertThat(running).isEqualTo(correctedOnTheDevice());
        assertThat(running.get("running_since").asText()).isEqualTo("2026-08-03T12:00:00.000Z");
    }

    @Test
    void correctionOfAPausedSessionSaysTheSameEitherWay() {
        send("tia", paused(tiasDevice, tias, SampleData.TIAS_ROLE));
        send("tom", paused(tomsDevice, toms, SampleData.TOMS_ROLE));
        assertThat(correctedOverTheApi()).isEqualTo(correctedOnTheDevice());
    }

    /// A session with an open segment under a later one: the pause that this means is written
    /// first.
    @Test
    void supersededSessionIsCorrectedUpToWhereTheLaterOneBegan() {
        UUID later = UUID.randomUUID();
        send("tia", started(tiasDevice, tias, SampleData.TIAS_ROLE));
        Wire otherDevice = new Wire();
        send(
                "tia",
                otherDevice.started(
                        later, "2026-08-03T11:00:00Z", SampleData.TIAS_ROLE, SampleData.TASK));
        server.put("tia", Api.tutorTime(tias), "{\"note\": \"n\", \"task_definition_id\": 500}");
        JsonNode session = server.get("tia", Api.tutorTime(tias)).body();
        assertThat(session.get("status").asText()).isEqualTo("paused");
        assertThat(session.get("recorded_seconds").asLong()).isEqualTo(2 * 3600);
        assertThat(session.get("task_definition_id").asLong()).isEqualTo(500);
        assertThat(server.get("tia", Api.tutorTime(later)).body().get("status").asText())
                .isEqualTo("active");
    }

    /// The pause says how long the segment ran from where it was opened, though a correction has
    /// taken the first of it away.
    @Test
    void supersededSessionKeepsItsTimeSinceAnEarlierCorrection() {
        send("tia", started(tiasDevice, tias, SampleData.TIAS_ROLE));
        Fact amended = new Fact.Amended(List.of(segment("09:00", "09:20")), null, "n");
        Wire otherDevice = new Wire();
        send(
                "tia",
                otherDevice.event(tias, "2026-08-03T10:00:00Z", amended),
                otherDevice.started(
                        UUID.randomUUID(),
                        "2026-08-03T11:00:00Z",
                        SampleData.TIAS_ROLE,
                        SampleData.TASK));
        JsonNode completed = server.put("tia", Api.tutorTime(tias) + "/complete", null).body();
        assertThat(completed.get("recorded_seconds").asLong()).isEqualTo((20 + 60) * 60);
    }

    /// No event says more than the most that an event may say.
    @Test
    void supersededSessionThatWasForgottenForMonthsCanStillBeCompleted() {
        send(
                "tia",
                tiasDevice.started(
                        tias, "2026-05-01T09:00:00Z", SampleData.TIAS_ROLE, SampleData.TASK),
                new Wire()
                        .started(
                                UUID.randomUUID(),
                                "2026-08-03T11:00:00Z",
                                SampleData.TIAS_ROLE,
                                SampleData.TASK));
        assertThat(server.put("tia", Api.tutorTime(tias) + "/complete", null).status())
                .isEqualTo(200);
        assertThat(server.get("tia", Api.tutorTime(tias)).body().get("recorded_seconds").asLong())
                .isEqualTo(31 * 24 * 3_600);
    }

    private JsonNode correctedOverTheApi() {
        String body =
                """
                {"note": "n", "task_definition_id": 500, "segments": [
                    {"start": "2026-08-03T09:00:00Z", "end": "2026-08-03T09:20:00Z"},
                    {"start": "2026-08-03T09:25:00Z", "end": "2026-08-03T09:40:00Z"}]}
                """;
        assertThat(server.put("tia", Api.tutorTime(tias), body).status()).isEqualTo(200);
        return figures("tia", tias);
    }

    private JsonNode correctedOnTheDevice() {
        Fact amended = new Fact.Amended(CORRECTED, new MarkingTarget.Pile(SampleData.PILE), "n");
        send("tom", tomsDevice.event(toms, "2026-08-03T12:00:00Z", amended));
        return figures("tom", toms);
    }

    /// Everything of a session but whose it is.
    private JsonNode figures(String username, UUID id) {
        ObjectNode session = server.get(username, Api.tutorTime(id)).body().deepCopy();
        return session.remove(List.of("id", "user_id", "unit_role_id"));
    }

    private static TimerEvent[] started(Wire device, UUID session, long unitRoleId) {
        return new TimerEvent[] {
            device.started(session, "2026-08-03T09:00:00Z", unitRoleId, SampleData.TASK)
        };
    }

    private static TimerEvent[] paused(Wire device, UUID session, long unitRoleId) {
        TimerEvent start = started(device, session, unitRoleId)[0];
        return new TimerEvent[] {start, device.paused(start, "2026-08-03T10:00:00Z", 3_600_000)};
    }

    private static TimerEvent[] completed(Wire device, UUID session, long unitRoleId) {
        TimerEvent start = started(device, session, unitRoleId)[0];
        return new TimerEvent[] {start, device.completed(start, "2026-08-03T10:00:00Z", 3_600_000)};
    }

    private void send(String username, TimerEvent... events) {
        Wire device = username.equals("tia") ? tiasDevice : tomsDevice;
        JsonNode results =
                server.post(username, Api.SYNC, device.request(events)).body().get("results");
        assertThat(results.valueStream().map(result -> result.get("status").asText()))
                .containsOnly("stored");
    }

    private static Segment segment(String start, String end) {
        return new Segment(
                Instant.parse("2026-08-03T" + start + ":00Z"),
                Instant.parse("2026-08-03T" + end + ":00Z"));
    }
}
