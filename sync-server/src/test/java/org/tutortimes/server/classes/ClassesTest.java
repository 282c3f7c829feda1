package org.tutortimes.server.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.classes.ClassCalls.CLASSES;
import static org.tutortimes.server.classes.ClassCalls.faults;
import static org.tutortimes.server.classes.ClassCalls.id;
import static org.tutortimes.server.classes.ClassCalls.ok;
import static org.tutortimes.server.classes.ClassCalls.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
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

@OnBothDatabases
class ClassesTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private TestServer server;
    private ClassCalls calls;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, new VirtualClock("2026-08-03T09:00:00Z"));
        ManyStudents.add(server.database(), 2);
        calls = new ClassCalls(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tutorWhoMakesAClassIsItsTeacher() {
        Answer added =
                add(
                        "tia",
                        """
                        {"unit_id": 10, "name": " Tuesday 8 am ", "student_ids": [50, 5000, 50],
                         "weekday": "tuesday", "meeting_time": "08:00", "feedback": true}
                        """);
        assertThat(added.status()).isEqualTo(201);
        JsonNode made = added.body();
        assertThat(made.get("name").asText()).isEqualTo("Tuesday 8 am");
        assertThat(made.get("teacher_id").asLong()).isEqualTo(SampleData.TIA);
        assertThat(made.get("teacher").asText()).isEqualTo("Tia Tutor");
        assertThat(made.get("student_ids").toString()).isEqualTo("[50,5000]");
        assertThat(made.get("students").asInt()).isEqualTo(2);
        assertThat(made.get("status").asText()).isEqualTo("ACTIVE");
        assertThat(made.get("duration_minutes").asInt()).isEqualTo(120);
        assertThat(server.get("tia", path(id(added))).body()).isEqualTo(made);
    }

    @Test
    void classMayBringItsIdAndIsAddedOnce() {
        String row =
                "{\"id\": \"%s\", \"unit_id\": 10, \"name\": \"A\"}".formatted(UUID.randomUUID());
        assertThat(add("tia", row).status()).isEqualTo(201);
        assertThat(refusal(add("tia", row))).isEqualTo("409 id_taken");
    }

    @Test
    void whatIsWrongWithAClassIsToldByField() {
        assertThat(faults(add("tia", "{\"name\": \"A\"}"))).containsExactly("unit_id");
        assertThat(faults(add("tia", "{\"unit_id\": 10, \"name\": \" \", \"zone\": \"Mars\"}")))
                .containsExactly("name", "zone");
        assertThat(faults(add("tia", "{\"unit_id\": 10, \"name\": \"A\", \"status\": \"x\"}")))
                .containsExactly("status");
        assertThat(
                        faults(
                                add(
                                        "tia",
                                        "{\"unit_id\": 10, \"name\": \"A\", \"weekday\":"
                                                + " \"friday\"}")))
                .containsExactly("meeting_time");
        assertThat(faults(add("tia", "{\"id\": \"7\", \"unit_id\": 10, \"name\": \"A\"}")))
                .containsExactly("id");
        assertThat(
                        faults(
                                add(
                                        "tia",
                                        "{\"id\": \" %s\", \"unit_id\": 10, \"name\": \"A\"}"
                                                .formatted(UUID.randomUUID()))))
                .containsExactly("id");
    }

    @Test
    void whoeverHasNoRoleInTheUnitDoesNotSeeIt() {
        String row = "{\"unit_id\": 10, \"name\": \"A\"}";
        assertThat(refusal(add("sam", row))).isEqualTo("404 not_found");
        assertThat(refusal(add("tom", "{\"unit_id\": 11, \"name\": \"A\"}")))
                .isEqualTo("404 not_found");
        assertThat(refusal(add("tia", "{\"unit_id\": 12, \"name\": \"A\"}")))
                .isEqualTo("404 not_found");
        assertThat(refusal(add("ada", "{\"unit_id\": 99, \"name\": \"A\"}")))
                .isEqualTo("404 not_found");
    }

    @Test
    void tutorNamesNoOtherTeacherAndAConvenorDoes() {
        String forTom = "{\"unit_id\": 10, \"name\": \"A\", \"teacher_id\": 2}";
        assertThat(refusal(add("tia", forTom))).isEqualTo("403 not_your_class");
        String made = id(add("cora", forTom));
        assertThat(ok(server.get("tom", path(made))).body().get("teacher").asText())
                .isEqualTo("Tom Tutor");
        assertThat(refusal(change("tom", made, "{\"teacher_id\": 1}")))
                .isEqualTo("403 not_your_class");
        ok(change("cora", made, "{\"teacher_id\": 1}"));
        assertThat(server.get("tom", path(made)).status()).isEqualTo(404);
        ok(server.get("tia", path(made)));
    }

    @Test
    void teacherNeedsARoleInTheUnit() {
        String without = "{\"unit_id\": 10, \"name\": \"A\", \"teacher_id\": %d}";
        assertThat(refusal(add("cora", without.formatted(SampleData.SAM))))
                .isEqualTo("422 teacher_without_role");
        assertThat(refusal(add("ada", "{\"unit_id\": 10, \"name\": \"A\"}")))
                .isEqualTo("422 teacher_without_role");
        assertThat(add("ada", without.formatted(SampleData.TOM)).status()).isEqualTo(201);
    }

    @Test
    void onlyAdministratorsEnrolWhoIsNoStudentOfTheUnit() {
        server.database()
                .write(handle ->
                        handle.execute("UPDATE projects SET active = 0 WHERE user_id = 5001"));
        for (String stranger : List.of("2", "5001")) {
            String row =
                    "{\"unit_id\": 10, \"name\": \"A\", \"teacher_id\": 1, \"student_ids\": [50, %s]}"
                            .formatted(stranger);
            assertThat(faults(add("tia", row))).containsExactly("student_ids");
            assertThat(add("ada", row).status()).isEqualTo(201);
        }
        assertThat(
                        faults(
                                add(
                                        "ada",
                                        """
                                        {"unit_id": 10, "name": "A", "teacher_id": 1,
                                         "student_ids": [777]}
                                        """)))
                .containsExactly("student_ids");
    }

    @Test
    void whoeverWasEnrolledBeforeMayStay() {
        String made = calls.newClass(SampleData.SAM, ManyStudents.id(0));
        server.database()
                .write(handle ->
                        handle.execute("UPDATE projects SET active = 0 WHERE user_id = 50"));
        assertThat(ok(change("tia", made, "{\"student_ids\": [50]}")).body().get("students"))
                .hasToString("1");
        ok(change("tia", made, "{\"student_ids\": []}"));
        assertThat(faults(change("tia", made, "{\"student_ids\": [50]}")))
                .containsExactly("student_ids");
    }

    @Test
    void aThousandStudentsAreEnoughAndOneMoreIsTooMany() {
        ManyStudents.add(server.database(), 2, 1_001);
        String row = "{\"unit_id\": 10, \"name\": \"A\", \"student_ids\": %s}";
        Answer refused = add("tia", row.formatted(ManyStudents.ids(1_001)));
        assertThat(refusal(refused)).isEqualTo("422 too_many_students");
        assertThat(refused.body().get("error").asText()).contains("1,000");
        String made = id(add("tia", row.formatted(ManyStudents.ids(1_000))));
        assertThat(
                        refusal(
                                change(
                                        "tia",
                                        made,
                                        "{\"student_ids\": %s}"
                                                .formatted(ManyStudents.ids(1_001)))))
                .isEqualTo("422 too_many_students");
    }

    @Test
    void changeTouchesNothingElse() {
        String made =
                id(
                        add(
                                "tia",
                                """
                                {"unit_id": 10, "name": "A", "student_ids": [50], "zone": "UTC",
                                 "weekday": "friday", "meeting_time": "08:00"}
                                """));
        JsonNode changed = ok(change("tia", made, "{\"name\": \"B\"}")).body();
        assertThat(changed.get("name").asText()).isEqualTo("B");
        assertThat(changed.get("student_ids").toString()).isEqualTo("[50]");
        assertThat(changed.get("weekday").asText()).isEqualTo("friday");
        JsonNode without =
                ok(change("tia", made, "{\"weekday\": null, \"meeting_time\": null}")).body();
        assertThat(without.get("weekday").isNull()).isTrue();
        assertThat(without.get("zone").asText()).isEqualTo("UTC");
        assertThat(faults(change("tia", made, "{\"unit_id\": 11}"))).containsExactly("unit_id");
    }

    @Test
    void classIsForItsTeacherTheConvenorAndAdministrators() {
        String made = calls.newClass(SampleData.SAM);
        for (String user : List.of("tia", "cora", "ada")) {
            ok(server.get(user, path(made)));
            ok(change(user, made, "{\"name\": \"By %s\"}".formatted(user)));
        }
        for (String user : List.of("tom", "sam", ManyStudents.username(0))) {
            assertThat(server.get(user, path(made)).status()).isEqualTo(404);
            assertThat(change(user, made, "{\"name\": \"X\"}").status()).isEqualTo(404);
            assertThat(server.put(user, path(made) + "/archive", null).status()).isEqualTo(404);
        }
        assertThat(server.get("tia", path("7")).status()).isEqualTo(404);
        server.database()
                .write(handle -> handle.execute("UPDATE unit_roles SET active = 0 WHERE id = 100"));
        assertThat(server.get("tia", path(made)).status()).isEqualTo(404);
    }

    @Test
    void classWithAnOpenSessionIsNotArchived() {
        String made = calls.newClass(SampleData.SAM);
        String session = calls.sessionOf(made, "open");
        for (int way = 0; way < 2; way++) {
            Answer refused =
                    way == 0
                            ? server.put("tia", path(made) + "/archive", null)
                            : change("tia", made, "{\"status\": \"ARCHIVED\"}");
            assertThat(refusal(refused)).isEqualTo("409 class_session_open");
            assertThat(refused.body().at("/details/class_session_id").asText()).isEqualTo(session);
        }
        ok(calls.step("tia", session, "cancel"));
        assertThat(ok(server.put("tia", path(made) + "/archive", null)).body().get("status"))
                .hasToString("\"ARCHIVED\"");
        ok(server.put("tia", path(made) + "/archive", null));
    }

    @Test
    void nothingIsPlannedOrOpenedInAnArchivedClassUntilItGoesOn() {
        String made = calls.newClass(SampleData.SAM);
        String before = calls.planned(made);
        ok(server.put("tia", path(made) + "/archive", null));
        assertThat(refusal(calls.step("tia", before, "open"))).isEqualTo("409 class_archived");
        assertThat(refusal(server.post("tia", ClassCalls.SESSIONS, ClassCalls.plan(made))))
                .isEqualTo("409 class_archived");
        ok(calls.step("tia", calls.planned(calls.newClass()), "open"));
        ok(change("tia", made, "{\"status\": \"ACTIVE\"}"));
        ok(calls.step("tia", before, "open"));
    }

    @Test
    void whatIsDoneToAClassIsOnRecord() {
        String made = calls.newClass(SampleData.SAM);
        ok(change("cora", made, "{\"student_ids\": []}"));
        ok(change("cora", made, "{\"student_ids\": []}"));
        JsonNode log =
                ok(server.get("ada", "/api/admin/audit?subject_type=class&subject_id=" + made))
                        .body()
                        .get("items");
        assertThat(log)
                .extracting(entry -> entry.get("action").asText() + " " + entry.get("actor"))
                .containsExactly("class_changed \"cora\"", "class_added \"tia\"");
        assertThat(log.get(0).at("/before/student_ids").toString()).isEqualTo("[50]");
        assertThat(log.get(0).at("/after/student_ids").toString()).isEqualTo("[]");
        assertThat(log.get(0).get("unit_id").asLong()).isEqualTo(10);
    }

    private Answer add(String user, String json) {
        return server.post(user, CLASSES, json);
    }

    private Answer change(String user, String id, String json) {
        return server.put(user, path(id), json);
    }

    private static String path(String id) {
        return CLASSES + "/" + id;
    }
}
