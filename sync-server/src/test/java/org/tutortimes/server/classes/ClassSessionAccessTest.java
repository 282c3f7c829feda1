package org.tutortimes.server.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.classes.ClassCalls.SESSIONS;
import static org.tutortimes.server.classes.ClassCalls.faults;
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
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;

/// Who sees class sessions, and what of them.
@OnBothDatabases
class ClassSessionAccessTest {

    private static final String FELLOW = ManyStudents.username(0);
    private static final String STRANGER = ManyStudents.username(1);

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
    private TestServer server;
    private ClassCalls calls;
    private String classId = "";

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        ManyStudents.add(server.database(), 2);
        calls = new ClassCalls(server);
        classId = calls.newClass(SampleData.SAM, ManyStudents.id(0));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void teacherConvenorAndAdministratorsRunASession() {
        for (String user : List.of("tia", "cora", "ada")) {
            String session = planned(user);
            for (String step : List.of("open", "start", "complete")) {
                ok(calls.step(user, session, step));
            }
            ok(calls.step(user, planned(user), "cancel"));
            assertThat(calls.session(user, session).get("passages")).hasSize(2);
        }
    }

    @Test
    void studentsOfTheClassSeeASessionAndCannotRunIt() {
        String session = calls.planned(classId);
        for (String step : List.of("open", "start", "complete", "cancel")) {
            assertThat(refusal(calls.step("sam", session, step))).isEqualTo("403 not_your_class");
        }
        assertThat(refusal(server.put("sam", SESSIONS + "/" + session, "{\"title\": \"X\"}")))
                .isEqualTo("403 not_your_class");
        assertThat(refusal(server.post("sam", SESSIONS, ClassCalls.plan(classId))))
                .isEqualTo("404 not_found");
    }

    @Test
    void otherTutorsAndStudentsDoNotSeeThatItExists() {
        String session = calls.sessionOf(classId, "open");
        for (String user : List.of("tom", STRANGER)) {
            assertThat(server.get(user, SESSIONS + "/" + session).status()).isEqualTo(404);
            assertThat(server.put(user, SESSIONS + "/" + session, "{}").status()).isEqualTo(404);
            assertThat(calls.step(user, session, "start").status()).isEqualTo(404);
            assertThat(calls.join(user, session).status()).isEqualTo(404);
            assertThat(calls.heartbeat(user, session).status()).isEqualTo(404);
            assertThat(calls.start(user, session).status()).isEqualTo(404);
            assertThat(server.post(user, SESSIONS, ClassCalls.plan(classId)).status())
                    .isEqualTo(404);
        }
        assertThat(server.get("tia", SESSIONS + "/7").status()).isEqualTo(404);
        assertThat(calls.step("tia", UUID.randomUUID().toString(), "open").status()).isEqualTo(404);
    }

    @Test
    void teacherWhoseRoleEndedSeesNothingMore() {
        String session = calls.sessionOf(classId, "open");
        server.database()
                .write(handle -> handle.execute("UPDATE unit_roles SET active = 0 WHERE id = 100"));
        assertThat(server.get("tia", SESSIONS + "/" + session).status()).isEqualTo(404);
        assertThat(calls.step("tia", session, "start").status()).isEqualTo(404);
        assertThat(items("tia", "")).isEmpty();
    }

    @Test
    void studentsReadNothingBeforeItStartsAndAfterwardsOnlyIfTheyWorkedInIt() {
        String session = calls.sessionOf(classId, "open");
        ok(calls.join("sam", session));
        ok(calls.join(FELLOW, session));
        assertThat(calls.session("sam", session).get("passages")).isEmpty();
        ok(calls.step("tia", session, "start"));
        assertThat(calls.session("sam", session).get("passages")).hasSize(2);
        calls.attempt(session);
        ok(calls.step("tia", session, "complete"));
        assertThat(calls.session("sam", session).get("passages")).hasSize(2);
        assertThat(calls.session(FELLOW, session).get("passages")).isEmpty();
    }

    @Test
    void passagesOfACancelledSessionAreNotShown() {
        String session = calls.sessionOf(classId, "open", "start", "cancel");
        assertThat(calls.session("sam", session).get("passages")).isEmpty();
        assertThat(calls.session("tia", session).get("passages")).hasSize(2);
    }

    @Test
    void studentSeesThemselvesAloneAmongTheParticipants() {
        String session = calls.sessionOf(classId, "open");
        ok(calls.join("sam", session));
        JsonNode joined = ok(calls.join(FELLOW, session)).body();
        assertThat(joined.get("participants"))
                .extracting(each -> each.get("student_id").asLong())
                .containsExactly(ManyStudents.id(0));
        assertThat(calls.session("sam", session).get("participants"))
                .extracting(each -> each.get("student_id").asLong())
                .containsExactly(SampleData.SAM);
        assertThat(calls.participants(session))
                .extracting(each -> each.get("student_id").asLong())
                .containsExactly(SampleData.SAM, ManyStudents.id(0));
    }

    @Test
    void listHoldsWhatOneRunsOrIsEnrolledIn() {
        String planned = calls.planned(classId);
        String open = calls.sessionOf(classId, "open");
        String other = calls.planned(calls.newClass());
        for (String user : List.of("tia", "cora", "ada")) {
            assertThat(items(user, "")).containsExactlyInAnyOrder(planned, open, other);
        }
        assertThat(items("sam", "")).containsExactlyInAnyOrder(planned, open);
        assertThat(items("tom", "")).isEmpty();
        assertThat(items(STRANGER, "")).isEmpty();
        assertThat(items("tia", "?class_id=" + classId)).containsExactlyInAnyOrder(planned, open);
        assertThat(items("tia", "?status=WAITING_FOR_STUDENTS")).containsExactly(open);
        assertThat(items("tom", "?class_id=" + classId)).isEmpty();
        JsonNode first = server.get("sam", SESSIONS).body().at("/items/0");
        assertThat(first.get("passages")).isEmpty();
        assertThat(faults(server.get("tia", SESSIONS + "?class_id=7&status=open&limit=0")))
                .containsExactly("class_id", "limit", "status");
    }

    @Test
    void listsGoOnPageByPage() {
        for (int number = 0; number < 4; number++) {
            calls.planned(classId);
            calls.newClass();
        }
        for (String list : List.of(SESSIONS, ClassCalls.CLASSES)) {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = ok(server.get("tia", list + "?limit=2" + cursor)).body();
                page.get("items").forEach(item -> seen.add(item.get("id").asText()));
                cursor =
                        page.get("next_cursor").isNull()
                                ? ""
                                : "&cursor=" + page.get("next_cursor").asText();
            } while (!cursor.isEmpty());
            assertThat(seen).doesNotHaveDuplicates().hasSize(list.equals(SESSIONS) ? 4 : 5);
        }
    }

    @Test
    void classesAreListedByNameUnitAndStatus() {
        String archived = calls.newClass();
        ok(server.put("tia", ClassCalls.CLASSES + "/" + archived + "/archive", null));
        assertThat(classes("tia", "?status=ACTIVE")).containsExactly(classId);
        assertThat(classes("tia", "?status=ARCHIVED&unit_id=10")).containsExactly(archived);
        assertThat(classes("tia", "?unit_id=11")).isEmpty();
        assertThat(classes("sam", "")).isEmpty();
        assertThat(classes("tom", "")).isEmpty();
        assertThat(classes("cora", "")).hasSize(2);
        assertThat(server.get("tia", ClassCalls.CLASSES).body().at("/items/0").has("student_ids"))
                .isFalse();
    }

    @Test
    void whatIsWrongWithAPlanIsToldByField() {
        assertThat(faults(server.post("tia", SESSIONS, "{}")))
                .containsExactly("class_id", "scheduled_at", "title");
        String plan =
                """
                {"class_id": "%s", "title": "%s", "scheduled_at": "soon", "test_id": 1.5,
                 "passages": [{"id": "a", "text": " "}, {"id": "a", "text": "x"}, 7, {}]}
                """
                        .formatted(classId, "x".repeat(201));
        assertThat(faults(server.post("tia", SESSIONS, plan)))
                .containsExactly(
                        "passages[0].text",
                        "passages[1].id",
                        "passages[2]",
                        "passages[3].id",
                        "passages[3].text",
                        "scheduled_at",
                        "test_id",
                        "title");
        assertThat(
                        faults(
                                server.post(
                                        "tia",
                                        SESSIONS,
                                        ClassCalls.plan(classId)
                                                .replace("2026-08-03", "+999999999-08-03"))))
                .containsExactly("scheduled_at");
    }

    @Test
    void sessionMayBringItsIdAndIsAddedOnce() {
        String plan =
                ClassCalls.plan(classId)
                        .replaceFirst("\\{", "{\"id\": \"%s\",".formatted(UUID.randomUUID()));
        ok(server.post("tia", SESSIONS, plan));
        assertThat(refusal(server.post("tia", SESSIONS, plan))).isEqualTo("409 id_taken");
    }

    @Test
    void stepTakesNoBodyButJson() {
        String session = calls.planned(classId);
        Answer text =
                server.send(
                        server.request("PUT", SESSIONS + "/" + session + "/open", "open!")
                                .setHeader("Content-Type", "text/plain")
                                .header("Authorization", "Bearer tia"));
        assertThat(text.status()).isEqualTo(415);
        assertThat(server.put("tia", SESSIONS + "/" + session + "/open", "[").status())
                .isEqualTo(400);
        ok(server.put("tia", SESSIONS + "/" + session + "/open", "{}"));
    }

    private String planned(String user) {
        return ClassCalls.id(server.post(user, SESSIONS, ClassCalls.plan(classId)));
    }

    private List<String> items(String user, String query) {
        return ids(server.get(user, SESSIONS + query));
    }

    private List<String> classes(String user, String query) {
        return ids(server.get(user, ClassCalls.CLASSES + query));
    }

    private static List<String> ids(Answer answer) {
        return ok(answer)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asText())
                .toList();
    }
}
