package org.tutortimes.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;

@OnBothDatabases
class UnitRolesTest {

    private static final String ROLES = "/api/admin/unit-roles";
    private static final String ADD_SAM =
            """
            {"unit_id": 10, "username": "sam", "role": "tutor"}
            """;

    @Parameter private TestDatabase kind;
    @TempDir private Path folder;
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aConvenorAddsATutorByUserName() {
        assertThat(server.get("sam", "/api/units/10").status()).isEqualTo(404);
        Answer added = server.post("cora", ROLES, ADD_SAM);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().toString())
                .isEqualTo(
                        """
                        {"id":1000000000000,"unit_id":10,"user_id":50,"username":"sam",\
                        "name":"Sam Student","role":"tutor","active":true}\
                        """);
        assertThat(server.get("sam", "/api/units/10").status()).isEqualTo(200);
        assertThat(AuditRows.of(server.database()))
                .containsExactly(
                        """
                        unit_role_added cora unit_role 1000000000000 - \
                        {"id":1000000000000,"unit_id":10,"user_id":50,"role":"tutor","active":true}\
                        """);
        Answer again = server.post("cora", ROLES, ADD_SAM);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("code").asText()).isEqualTo("role_exists");
        assertThat(again.body().at("/details/id").asLong()).isEqualTo(1_000_000_000_000L);
    }

    @Test
    void aConvenorEndsAndRestoresATutorsRole() {
        assertThat(server.put("cora", ROLES + "/101", "{\"active\": false}").status())
                .isEqualTo(200);
        assertThat(server.get("tom", "/api/units/10").status()).isEqualTo(404);
        Answer restored = server.put("cora", ROLES + "/101", "{\"active\": true}");
        assertThat(restored.body().path("active").asBoolean()).isTrue();
        assertThat(server.get("tom", "/api/units/10").status()).isEqualTo(200);
    }

    @Test
    void aConvenorGoesNoFurther() {
        refused(403, "admin", server.post("cora", ROLES, ADD_SAM.replace("tutor", "convenor")));
        refused(403, "admin", server.put("cora", ROLES + "/101", "{\"role\": \"convenor\"}"));
        refused(403, "admin", server.put("cora", ROLES + "/102", "{\"active\": false}"));
        refused(404, "not_found", server.post("cora", ROLES, ADD_SAM.replace("10", "11")));
        refused(404, "not_found", server.post("cora", ROLES, ADD_SAM.replace("10", "99")));
        refused(404, "not_found", server.put("cora", ROLES + "/110", "{\"active\": false}"));
        refused(404, "not_found", server.put("cora", ROLES + "/999", "{\"active\": false}"));
        refused(400, "invalid", server.post("cora", ROLES, ADD_SAM.replace("sam", "nobody")));
        refused(
                400,
                "invalid",
                server.post(
                        "cora", ROLES, "{\"unit_id\": 10, \"user_id\": 50, \"role\": \"tutor\"}"));
        refused(400, "invalid", server.post("cora", ROLES, "{\"role\": \"tutor\"}"));
        assertThat(AuditRows.of(server.database())).isEmpty();
    }

    @Test
    void aConvenorWhoOnlyTutorsInAUnitMayNotAddThere() {
        server.post("ada", ROLES, "{\"unit_id\": 11, \"username\": \"cora\", \"role\": \"tutor\"}");
        refused(403, "convenor", server.post("cora", ROLES, ADD_SAM.replace("10", "11")));
        refused(403, "convenor", server.get("cora", ROLES + "?unit_id=11"));
        refused(404, "not_found", server.get("cora", ROLES + "/110"));
    }

    @Test
    void unknownAndDeactivatedPeopleAreTheSameToAConvenor() {
        server.put("ada", "/api/admin/users/50", "{\"active\": false}");
        Answer deactivated = server.post("cora", ROLES, ADD_SAM);
        Answer unknown = server.post("cora", ROLES, ADD_SAM.replace("sam", "nobody"));
        assertThat(deactivated.status()).isEqualTo(400);
        assertThat(deactivated.body()).isEqualTo(unknown.body());
        assertThat(server.post("ada", ROLES, ADD_SAM).status()).isEqualTo(201);
    }

    @Test
    void whoConvenesNothingLearnsNothing() {
        for (String name : List.of("tia", "tom", "sam")) {
            List<Answer> answers =
                    List.of(
                            server.get(name, ROLES),
                            server.get(name, ROLES + "?unit_id=10"),
                            server.get(name, ROLES + "/100"),
                            server.get(name, ROLES + "/999"),
                            server.post(name, ROLES, ADD_SAM),
                            server.put(name, ROLES + "/100", "{\"active\": true}"),
                            server.put(name, ROLES + "/999", "{\"active\": true}"));
            for (Answer answer : answers) {
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.body()).isEqualTo(answers.getFirst().body());
            }
        }
    }

    @Test
    void anAdministratorManagesAll() {
        Answer added =
                server.post(
                        "ada", ROLES, "{\"unit_id\": 11, \"user_id\": 2, \"role\": \"convenor\"}");
        assertThat(added.status()).isEqualTo(201);
        String one = ROLES + "/" + added.body().path("id").asText();
        assertThat(server.get("tom", ROLES + "?unit_id=11").status()).isEqualTo(200);
        assertThat(server.put("ada", one, "{\"role\": \"tutor\"}").status()).isEqualTo(200);
        assertThat(server.get("tom", ROLES + "?unit_id=11").status()).isEqualTo(403);
        Answer faults = server.put("ada", one, "{\"unit_id\": 10, \"role\": \"boss\"}");
        assertThat(faults.body().at("/details/faults/unit_id").asText())
                .startsWith("is 11 and stays so");
        assertThat(faults.body().at("/details/faults/role").asText())
                .isEqualTo("must be one of tutor, convenor");
        Answer unknown =
                server.post(
                        "ada", ROLES, "{\"unit_id\": 99, \"user_id\": 98, \"role\": \"tutor\"}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body().at("/details/faults")).hasSize(2);
        assertThat(
                        server.post(
                                        "ada",
                                        ROLES,
                                        """
                                        {"unit_id": 10, "user_id": 2, "username": "tom",
                                         "role": "tutor"}
                                        """)
                                .status())
                .isEqualTo(400);
    }

    @Test
    void everyFaultOfANewRoleIsToldAtOnce() {
        for (String body :
                List.of(
                        "{}",
                        "{\"username\": \"nobody\"}",
                        "{\"username\": 5}",
                        "{\"user_id\": 999}")) {
            Answer answer = server.post("ada", ROLES, body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().at("/details/faults").properties())
                    .extracting(java.util.Map.Entry::getKey)
                    .containsExactlyInAnyOrder(
                            body.contains("user_id") ? "user_id" : "username", "unit_id", "role");
        }
        Answer convenors = server.post("cora", ROLES, "{\"unit_id\": 10, \"role\": \"tutor\"}");
        assertThat(convenors.body().at("/details/faults").toString())
                .isEqualTo("{\"username\":\"must be given, as a text\"}");
    }

    @Test
    void theFaultsOfANewRoleTellNothingOfOthersRoles() {
        Answer answer =
                server.post("cora", ROLES, "{\"id\": 110, \"unit_id\": 10, \"role\": \"tutor\"}");
        assertThat(answer.body().at("/details/faults").toString())
                .isEqualTo("{\"id\":\"is for administrators\"}");
    }

    @Test
    void aRoleDoesNotBecomeOneThatTheUserHasAlready() {
        server.post("ada", ROLES, "{\"unit_id\": 10, \"user_id\": 1, \"role\": \"convenor\"}");
        Answer answer = server.put("ada", ROLES + "/100", "{\"role\": \"convenor\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/details/faults/role").asText())
                .isEqualTo(
                        "is convenor, which is unit role 1000000000000 of user 1 in unit 10"
                                + " already");
    }

    @Test
    void listsShowWhatOneMaySee() {
        assertThat(ids("ada", "")).containsExactly("100", "101", "102", "110", "120");
        assertThat(ids("cora", "")).containsExactly("100", "101", "102");
        assertThat(ids("cora", "?role=tutor")).containsExactly("100", "101");
        assertThat(ids("cora", "?user_id=1")).containsExactly("100");
        assertThat(ids("ada", "?q=t")).containsExactly("100", "101", "110", "120");
        assertThat(ids("ada", "?active=false")).containsExactly("120");
        assertThat(ids("ada", "?unit_id=99")).isEmpty();
        refused(404, "not_found", server.get("cora", ROLES + "?unit_id=11"));
        Answer page = server.get("ada", ROLES + "?limit=3");
        assertThat(ids("ada", "?limit=3&cursor=" + page.body().path("next_cursor").asText()))
                .containsExactly("110", "120");
        refused(400, "invalid", server.get("ada", ROLES + "?role=boss&unit_id=x&cursor=QQ"));
    }

    @Test
    void aConvenorWhoIsOneNoLongerHasNoSayFromTheNextRequest() {
        server.put("ada", ROLES + "/102", "{\"active\": false}");
        refused(403, "admin", server.post("cora", ROLES, ADD_SAM));
        refused(403, "admin", server.get("cora", ROLES));
    }

    private List<String> ids(String name, String query) {
        Answer answer = server.get(name, ROLES + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("items").findValuesAsText("id");
    }

    private static void refused(int status, String code, Answer answer) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
    }
}
