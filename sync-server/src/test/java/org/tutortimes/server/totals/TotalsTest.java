package org.tutortimes.server.totals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;

/// `GET /api/units/:id/totals`. The unit's zone is Melbourne's, ten hours ahead of UTC in August.
@OnBothDatabases
class TotalsTest {

    private static final MarkingTarget PILE = new MarkingTarget.Pile(SampleData.PILE);
    private static final MarkingTarget SAMS_TASK = new MarkingTarget.OneTask(SampleData.TASK);

    @Parameter TestDatabase kind;
    @TempDir Path folder;
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, new VirtualClock("2026-08-20T12:00:00Z"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /// Tia: a task over midnight from Sunday the 2nd to Monday the 3rd, 40 + 20 min, and again on
    /// the 5th, 10 min. Tom: a pile on the 3rd, 30 min.
    private void record() {
        tia(SAMS_TASK, "2026-08-02T13:20:00Z", "2026-08-02T14:20:00Z");
        tia(SAMS_TASK, "2026-08-05T02:00:00Z", "2026-08-05T02:10:00Z");
        RecordedSession.of(
                        SampleData.TOMS_ROLE, PILE, "2026-08-03T02:00:00Z", "2026-08-03T02:30:00Z")
                .send(server, "tom");
    }

    @Test
    void rowsByTutorAndWeekSayWhoMarkedHowLongWhen() {
        record();
        JsonNode answer = totals("cora", "by=tutor,week");
        assertThat(answer.at("/rows/0/tutor").toString())
                .isEqualTo(
                        """
                        {"id":1,"unit_role_id":100,"name":"Tia Tutor","username":"tia"}\
                        """);
        assertThat(lines(answer, "/tutor/username", "/week", "/seconds", "/sessions"))
                .containsExactly(
                        "tia 2026-W31 2400 1", "tia 2026-W32 1800 1", "tom 2026-W32 1800 1");
        assertThat(answer.get("total_seconds").asLong()).isEqualTo(6_000);
        assertThat(answer.get("timezone").asText()).isEqualTo("Australia/Melbourne");
        assertThat(answer.get("from").isNull()).isTrue();
        assertThat(answer.get("to").isNull()).isTrue();
        assertThat(answer.get("unit_id").asLong()).isEqualTo(SampleData.UNIT);
    }

    @Test
    void pilesHaveNoStudentAndComeLast() {
        record();
        assertThat(lines(totals("cora", "by=student"), "/student", "/seconds", "/submissions"))
                .containsExactly(
                        "{\"id\":50,\"name\":\"Sam Student\",\"username\":\"sam\"} 4200 1",
                        "null 1800 0");
        assertThat(lines(totals("cora", "by=task"), "/task", "/seconds"))
                .containsExactly(
                        "{\"task_definition_id\":500,\"abbreviation\":\"1.1P\",\"name\":\"Arrays\"}"
                                + " 6000");
    }

    @Test
    void daysAndMonthsComeInOrder() {
        record();
        tia(PILE, "2026-07-31T13:59:59.500Z", "2026-07-31T14:00:00.500Z");
        assertThat(lines(totals("cora", "by=day"), "/day", "/seconds", "/sessions"))
                .containsExactly(
                        "2026-07-31 0 1",
                        "2026-08-01 1 0",
                        "2026-08-02 2400 1",
                        "2026-08-03 3000 1",
                        "2026-08-05 600 1");
        assertThat(lines(totals("cora", "by=month"), "/month", "/seconds"))
                .containsExactly("2026-07 0", "2026-08 6001");
    }

    @Test
    void withoutDimensionsThereIsOneRow() {
        assertThat(totals("cora", "").get("rows").toString())
                .isEqualTo("[{\"seconds\":0,\"sessions\":0,\"submissions\":0}]");
        record();
        assertThat(totals("cora", "").get("rows").toString())
                .isEqualTo("[{\"seconds\":6000,\"sessions\":3,\"submissions\":1}]");
    }

    @Test
    void taskMarkedTwiceIsOneSubmissionOfARow() {
        record();
        assertThat(lines(totals("cora", "by=tutor"), "/tutor/username", "/submissions"))
                .containsExactly("tia 1", "tom 0");
        assertThat(lines(totals("cora", "by=day"), "/submissions")).containsExactly("1", "0", "1");
    }

    @Test
    void daysOfThePeriodBelongToItWhole() {
        record();
        JsonNode monday = totals("cora", "by=day&from=2026-08-03&to=2026-08-03");
        assertThat(lines(monday, "/day", "/seconds", "/sessions"))
                .containsExactly("2026-08-03 3000 1");
        assertThat(monday.get("from").asText()).isEqualTo("2026-08-02T14:00:00.000Z");
        assertThat(monday.get("to").asText()).isEqualTo("2026-08-03T14:00:00.000Z");
        JsonNode instants =
                totals("cora", "from=2026-08-02T13:50:00Z&to=2026-08-03T12:15:00%2B10:00");
        assertThat(instants.get("total_seconds").asLong()).isEqualTo(30 * 60 + 15 * 60);
    }

    @Test
    void daysAreThoseOfTheZoneAskedFor() {
        record();
        assertThat(lines(totals("cora", "by=day&timezone=UTC"), "/day", "/seconds"))
                .containsExactly("2026-08-02 3600", "2026-08-03 1800", "2026-08-05 600");
        assertThat(totals("cora", "from=2026-08-03&timezone=UTC").get("from").asText())
                .isEqualTo("2026-08-03T00:00:00.000Z");
    }

    @Test
    void tutorSeesTheirOwnTimeOnly() {
        record();
        JsonNode own = totals("tom", "by=tutor");
        assertThat(lines(own, "/tutor/username", "/seconds")).containsExactly("tom 1800");
        assertThat(own.get("total_seconds").asLong()).isEqualTo(1_800);
        assertThat(totals("ada", "by=tutor").get("total_seconds").asLong()).isEqualTo(6_000);
    }

    @Test
    void othersLearnNothing() {
        Answer unknown = server.get("sam", "/api/units/99999/totals?by=nonsense");
        assertThat(unknown.status()).isEqualTo(404);
        for (String[] request :
                new String[][] {
                    {"sam", "/api/units/10/totals?by=nonsense"},
                    {"tom", "/api/units/11/totals"},
                    {"tia", "/api/units/12/totals"},
                    {"cora", "/api/units/x/totals"}
                }) {
            Answer answer = server.get(request[0], request[1]);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(unknown.body());
        }
        assertThat(server.send(server.request("GET", "/api/units/10/totals", null)).status())
                .isEqualTo(401);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Answer answer =
                server.get(
                        "cora",
                        "/api/units/10/totals?by=tutor,colour&from=soon&to=2026-13-01&timezone=Mars");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/details/faults").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("by", "from", "to", "timezone");
        for (String query :
                List.of(
                        "by=tutor,tutor",
                        "by=day,week",
                        "by=tutor,task,student",
                        "by=tutor,",
                        "by=tutor&by=week",
                        "by=TUTOR",
                        "from=2026-08-03&to=2026-08-02",
                        "from=2026-08-03T00:00:00Z&to=2026-08-03T00:00:00Z",
                        "from=%2B999999999-01-01T00:00:00Z",
                        "to=%2B999999999-12-31",
                        "to=0000-01-01")) {
            assertThat(server.get("cora", "/api/units/10/totals?" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void totalFollowsDeletionAndRestoreAtOnce() {
        RecordedSession session = tia(PILE, "2026-08-03T02:00:00Z", "2026-08-03T02:30:00Z");
        String path = "/api/tutor-times/" + session.id();
        assertThat(totals("cora", "").get("total_seconds").asLong()).isEqualTo(1_800);
        assertThat(server.delete("tia", path).status()).isEqualTo(200);
        assertThat(totals("cora", "").get("total_seconds").asLong()).isZero();
        assertThat(server.post("tia", path + "/restore", "{}").status()).isEqualTo(200);
        assertThat(totals("cora", "").get("total_seconds").asLong()).isEqualTo(1_800);
    }

    @Test
    void unitThatHasEndedKeepsItsFigures() {
        record();
        server.database()
                .write(handle -> handle.execute("UPDATE units SET active = 0 WHERE id = 10"));
        assertThat(totals("cora", "").get("total_seconds").asLong()).isEqualTo(6_000);
    }

    @Test
    void tooManyRowsAreRefused() {
        server.database()
                .write(handle ->
                        handle.execute(
                                """
                                INSERT INTO tutor_times (id, user_id, unit_id, unit_role_id,
                                    task_definition_id, status, start_time, end_time,
                                    duration_seconds, counted_ms, recorded_ms, latest_event_at,
                                    created_at, updated_at)
                                WITH RECURSIVE day (number) AS (
                                    SELECT CAST(1 AS BIGINT) UNION ALL
                                    SELECT number + 1 FROM day
                                     WHERE number <= 10000)
                                SELECT 'day' || number, 1, 10, 100, 500, 'completed',
                                    number * 86400000, number * 86400000 + 1000, 1, 1000, 1000, 0,
                                    0, 0
                                  FROM day
                                """));
        Answer answer = server.get("cora", "/api/units/10/totals?by=day");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("code").asText()).isEqualTo("too_many_rows");
        assertThat(totals("cora", "by=day&from=1971-01-01").get("rows")).hasSize(9_636 + 1);
        assertThat(totals("cora", "by=week").get("total_seconds").asLong()).isEqualTo(10_001);
    }

    private RecordedSession tia(MarkingTarget target, String start, String end) {
        RecordedSession session = RecordedSession.of(SampleData.TIAS_ROLE, target, start, end);
        session.send(server, "tia");
        return session;
    }

    private JsonNode totals(String username, String query) {
        Answer answer = server.get(username, "/api/units/10/totals?" + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    /// The rows, of each the values at these places.
    private static List<String> lines(JsonNode answer, String... places) {
        List<String> lines = new ArrayList<>();
        for (JsonNode row : answer.get("rows")) {
            List<String> values = new ArrayList<>();
            for (String place : places) {
                JsonNode value = row.at(place);
                values.add(value.isTextual() ? value.asText() : value.toString());
            }
            lines.add(String.join(" ", values));
        }
        return lines;
    }
}
