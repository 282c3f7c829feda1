package org.tutortimes.server.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.tracking.TrackingCalls.HOME;
import static org.tutortimes.server.tracking.TrackingCalls.OFFICE;
import static org.tutortimes.server.tracking.TrackingCalls.SESSIONS;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
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

@OnBothDatabases
class MarkingSessionsTest {

    private static final String SUMMARY = "/api/csv/units/10/tutor_times_summary";
    private static final String OWN = "/api/csv/units/10/my_marking_sessions";

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
    void convenorsAndAdministratorsSeeAllAndTutorsTheirOwn() {
        calls.act("tia", OFFICE, "GET");
        calls.act("tom", OFFICE, "GET");
        assertThat(calls.sessions("cora", "")).hasSize(2);
        assertThat(calls.sessions("ada", "")).hasSize(2);
        assertThat(users(calls.sessions("tia", ""))).containsExactly(1L);
        assertThat(users(calls.sessions("tia", "?user_id=1"))).containsExactly(1L);
        assertThat(calls.sessions("tia", "?user_id=2")).isEmpty();
        assertThat(users(calls.sessions("cora", "?user_id=2"))).containsExactly(2L);
        assertThat(server.get("sam", SESSIONS).status()).isEqualTo(403);
        assertThat(server.get("sam", "/api/units/999/marking_sessions").status()).isEqualTo(404);
        assertThat(server.get("cora", "/api/units/11/marking_sessions").status()).isEqualTo(403);
    }

    @Test
    void daysAreThoseOfTheZoneBothEndsIncluded() {
        // Midnight in Melbourne, ten hours ahead, is two in the afternoon.
        actAt("2026-08-03T13:59:59.999Z");
        actAt("2026-08-03T14:30:00Z");
        actAt("2026-08-05T13:59:59.999Z");
        actAt("2026-08-05T14:30:00Z");
        assertThat(starts("?start_date=2026-08-04&end_date=2026-08-05"))
                .containsExactly("2026-08-03T14:30:00.000Z", "2026-08-05T13:59:59.999Z");
        assertThat(starts("?start_date=2026-08-03&end_date=2026-08-03&timezone=UTC"))
                .containsExactly("2026-08-03T13:59:59.999Z", "2026-08-03T14:30:00.000Z");
    }

    @Test
    void daysOfTwentyThreeAndTwentyFiveHoursAreWholeDays() {
        // The clock is set forward on Sunday, 4 October, and back on Sunday, 4 April.
        actAt("2026-10-03T13:59:59.999Z");
        actAt("2026-10-03T14:20:00Z");
        actAt("2026-10-04T12:59:59.999Z");
        actAt("2026-10-04T13:20:00Z");
        assertThat(starts("?start_date=2026-10-04&end_date=2026-10-04"))
                .containsExactly("2026-10-03T14:20:00.000Z", "2026-10-04T12:59:59.999Z");
        actAt("2027-04-03T12:59:59.999Z");
        actAt("2027-04-03T13:20:00Z");
        actAt("2027-04-04T13:59:59.999Z");
        actAt("2027-04-04T14:20:00Z");
        assertThat(starts("?start_date=2027-04-04&end_date=2027-04-04"))
                .containsExactly("2027-04-03T13:20:00.000Z", "2027-04-04T13:59:59.999Z");
    }

    @Test
    void withoutDatesItIsTheLastEightCalendarDays() {
        actAt("2026-08-03T13:30:00Z");
        actAt("2026-08-03T14:00:00Z");
        clock.moveTo(Instant.parse("2026-08-11T13:59:00Z"));
        assertThat(starts("")).containsExactly("2026-08-03T14:00:00.000Z");
        clock.moveTo(Instant.parse("2026-08-11T14:00:00Z"));
        assertThat(starts("")).isEmpty();
        assertThat(starts("?end_date=2026-08-10")).hasSize(2);
        assertThat(starts("?start_date=2026-08-03")).hasSize(2);
    }

    @Test
    void badDatesAndZonesAreRefused() {
        for (String query :
                new String[] {
                    "?start_date=yesterday",
                    "?end_date=2026-13-01",
                    "?timezone=Mars/Base",
                    "?start_date=2026-08-04&end_date=2026-08-03",
                    "?start_date=2025-08-01&end_date=2026-08-03",
                    "?user_id=x",
                    "?start_date=1969-12-31"
                }) {
            assertThat(server.get("cora", SESSIONS + query).status()).as(query).isEqualTo(400);
            if (!query.contains("user_id")) {
                assertThat(server.get("cora", SUMMARY + query).status()).isEqualTo(400);
                assertThat(server.get("tia", OWN + query).status()).isEqualTo(400);
            }
        }
    }

    @Test
    void sessionsOfAStudentAreThoseInWhichTheirWorkWasTouched() {
        calls.act("tia", OFFICE, "add-comment");
        calls.from(
                HOME,
                "tia",
                "POST",
                TrackingCalls.ACTIVITIES,
                "{\"unit_id\": 10, \"action\": \"inbox\"}");
        assertThat(calls.sessions("cora", "")).hasSize(2);
        assertThat(calls.sessions("cora", "?student_id=50")).hasSize(1);
        assertThat(calls.sessions("cora", "?student_id=51")).isEmpty();
        assertThat(calls.sessions("tom", "?student_id=50")).isEmpty();
    }

    @Test
    void sessionIsReadWithItsActivities() {
        long id = id(calls.act("tia", OFFICE, "add-comment"));
        clock.advanceMinutes(2);
        calls.assess("tia", OFFICE, "complete");
        JsonNode session = server.get("tia", path(id)).body();
        assertThat(session.get("duration_minutes").asLong()).isEqualTo(2);
        assertThat(session.get("activities")).hasSize(2);
        JsonNode assessing = session.at("/activities/1");
        assertThat(assessing.get("action").asText()).isEqualTo("assessing");
        assertThat(assessing.get("changed_status").asBoolean()).isTrue();
        assertThat(assessing.get("project_id").asLong()).isEqualTo(1000);
        assertThat(assessing.get("task_id").asLong()).isEqualTo(9000);
        assertThat(assessing.get("task_definition_id").asLong()).isEqualTo(500);
        assertThat(assessing.get("created_at").asText()).isEqualTo("2026-08-03T00:02:00.000Z");
        assertThat(server.get("cora", path(id)).body()).isEqualTo(session);
        assertThat(server.get("tom", path(id)).status()).isEqualTo(404);
        assertThat(server.get("sam", path(id)).status()).isEqualTo(404);
    }

    @Test
    void onlyAdministratorsDeleteAndWhatIsDeletedIsNowhere() {
        long id = id(calls.act("tia", OFFICE, "add-comment"));
        assertThat(server.delete("tom", path(id)).status()).isEqualTo(404);
        assertThat(server.delete("tia", path(id)).status()).isEqualTo(403);
        assertThat(server.delete("cora", path(id)).status()).isEqualTo(403);
        assertThat(server.delete("ada", path(id)).status()).isEqualTo(204);
        assertThat(server.get("ada", path(id)).status()).isEqualTo(404);
        assertThat(server.delete("ada", path(id)).status()).isEqualTo(404);
        assertThat(calls.sessions("cora", "")).isEmpty();
        assertThat(calls.stored("marking_sessions")).isEqualTo(1);
        JsonNode entry =
                server.get("ada", "/api/admin/audit?action=marking_session_deleted").body();
        assertThat(entry.at("/items/0/subject_id").asText()).isEqualTo(Long.toString(id));
        assertThat(entry.at("/items/0/before/comments_added").asLong()).isEqualTo(1);
    }

    @Test
    void summaryAddsUpEachTutorsSessions() {
        calls.change("UPDATE users SET name = '=Tom, \"T\"' WHERE id = 2");
        tutorialOfTia();
        calls.act("tom", OFFICE, "add-comment");
        clock.advanceMinutes(7);
        calls.assess("tom", OFFICE, "complete");
        actAt("2026-08-03T03:00:00Z");
        actAt("2026-08-03T03:10:00Z");
        actAt("2026-08-03T05:00:00Z");
        actAt("2026-08-03T05:04:00Z");
        assertThat(file("cora", SUMMARY))
                .isEqualTo(
                        """
                        User ID,Tutor,Total Minutes,Assessments,Comments
                        2,"'=Tom, ""T""\",7,1,1
                        1,Tia Tutor,14,0,0
                        """);
        assertThat(file("ada", SUMMARY + "?ignore_sessions_during_tutorials=true"))
                .isEqualTo(
                        """
                        User ID,Tutor,Total Minutes,Assessments,Comments
                        2,"'=Tom, ""T""\",7,1,1
                        1,Tia Tutor,4,0,0
                        """);
        assertThat(server.get("tia", SUMMARY).status()).isEqualTo(403);
        assertThat(server.get("sam", SUMMARY).status()).isEqualTo(403);
        assertThat(server.get("ada", SUMMARY.replace("10", "999")).status()).isEqualTo(404);
        JsonNode audit = server.get("ada", "/api/admin/audit?action=exported").body();
        assertThat(audit.get("items")).hasSize(2);
        assertThat(audit.at("/items/1/actor").asText()).isEqualTo("cora");
    }

    @Test
    void ownSessionsAreAFileInTheirOwnZone() {
        tutorialOfTia();
        calls.act("tia", OFFICE, "get-submission-details");
        clock.advanceMinutes(10);
        calls.act("tia", OFFICE, "add-comment");
        actAt("2026-08-03T03:00:00Z");
        calls.act("tom", OFFICE, "GET");
        String header =
                "Start Date,Start Time,End Date,End Time,Timezone,Total Duration (m),Total Duration"
                        + " (h),Submissions Opened,Comments Added,Assessments Made,During"
                        + " Tutorial\n";
        assertThat(file("tia", OWN))
                .isEqualTo(
                        header
                                + "2026-08-03,10:00:00,2026-08-03,10:10:00,Australia/Melbourne,10,"
                                + "0.17,1,1,0,false\n"
                                + "2026-08-03,13:00:00,2026-08-03,13:00:00,Australia/Melbourne,0,"
                                + "0.00,0,0,0,true\n");
        assertThat(file("tia", OWN + "?timezone=America/New_York&start_date=2026-08-02"))
                .contains("2026-08-02,20:00:00,2026-08-02,20:10:00,America/New_York,10");
        assertThat(file("cora", OWN)).isEqualTo(header);
        assertThat(server.get("sam", OWN).status()).isEqualTo(403);
        assertThat(server.get("sam", OWN.replace("10", "999")).status()).isEqualTo(404);
    }

    /// Monday, one until three in the afternoon.
    private void tutorialOfTia() {
        calls.change(
                """
                INSERT INTO tutorials (id, unit_id, unit_role_id, stream, weekday, meeting_time,
                    changed_in) VALUES (70, 10, 100, 'Feedback', 'monday', '13:00', 1)
                """);
    }

    private void actAt(String instant) {
        clock.moveTo(Instant.parse(instant));
        assertThat(calls.act("tia", OFFICE, "GET").status()).isEqualTo(200);
    }

    private List<String> starts(String query) {
        return calls.sessions("cora", query).stream()
                .map(session -> session.get("start_time").asText())
                .toList();
    }

    private static List<Long> users(List<JsonNode> sessions) {
        return sessions.stream().map(session -> session.get("user_id").asLong()).toList();
    }

    private static String path(long id) {
        return Api.MARKING_SESSIONS + "/" + id;
    }

    private static long id(Answer answer) {
        return answer.body().get("marking_session_id").asLong();
    }

    /// The text of a file, but for the ends of lines. It is written down who takes one.
    private String file(String user, String path) {
        Answer answer = server.get(user, path);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains(".csv"));
        assertThat(answer.text()).doesNotStartWith("\uFEFF").endsWith("\r\n");
        return answer.text().replace("\r\n", "\n");
    }
}
