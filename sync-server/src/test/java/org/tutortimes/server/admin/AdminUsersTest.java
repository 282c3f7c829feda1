package org.tutortimes.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
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
class AdminUsersTest {

    private static final String USERS = "/api/admin/users";

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
    void aUserIsAddedUnderTheServersOwnIds() {
        Answer added =
                server.post(
                        "ada",
                        USERS,
                        """
                        {"username": " max ", "name": "Max Marker", "password": "good enough 1"}
                        """);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().toString())
                .isEqualTo(
                        """
                        {"id":1000000000000,"username":"max","name":"Max Marker","email":null,\
                        "system_role":"none","active":true,"has_password":true}\
                        """);
        assertThat(server.get("ada", USERS + "/1000000000000").body()).isEqualTo(added.body());
        Answer signIn =
                server.send(
                        server.request(
                                "POST",
                                "/api/auth",
                                """
                                {"username": "max", "password": "good enough 1"}
                                """));
        assertThat(signIn.status()).isEqualTo(201);
        Answer next = server.post("ada", USERS, "{\"username\": \"mia\", \"name\": \"Mia\"}");
        assertThat(next.body().path("id").asLong()).isEqualTo(1_000_000_000_001L);
        assertThat(next.body().path("has_password").asBoolean()).isFalse();
    }

    @Test
    void anIdMayBeGivenAndIsGivenOnce() {
        String body = "{\"id\": 77, \"username\": \"max\", \"name\": \"Max\"}";
        assertThat(server.post("ada", USERS, body).body().path("id").asLong()).isEqualTo(77);
        Answer again = server.post("ada", USERS, body);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("code").asText()).isEqualTo("id_taken");
        assertThat(again.body().at("/details/id").asLong()).isEqualTo(77);
    }

    @Test
    void everyFaultIsToldByField() {
        Answer answer =
                server.post(
                        "ada",
                        USERS,
                        """
                        {"username": "tia", "name": 5, "system_role": "boss", "active": "yes",
                         "password": " ", "nickname": "ignored"}
                        """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/details/faults").toString())
                .contains("\"username\":\"is tia, which is the name of user 1\"")
                .contains("\"name\":\"must be a text of 1 to 200 characters\"")
                .contains("\"system_role\":\"must be one of none, admin\"")
                .contains("\"active\":\"must be true or false\"")
                .contains("\"password\":\"must have 10 to 1000 characters\"")
                .doesNotContain("nickname");
        assertThat(count("SELECT COUNT(*) FROM users")).isEqualTo(5);
        assertThat(count("SELECT COUNT(*) FROM audit_log")).isZero();
    }

    @Test
    void aNameThatDiffersFromAnotherOnlyInCaseIsRefused() {
        for (Answer answer :
                List.of(
                        server.post("ada", USERS, "{\"username\": \"TIA\", \"name\": \"T\"}"),
                        server.put("ada", USERS + "/2", "{\"username\": \"Tia\"}"))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().at("/details/faults/username").asText())
                    .endsWith("which is but for the case of its letters the name of user 1");
        }
        assertThat(server.put("ada", USERS + "/1", "{\"username\": \"Tia\"}").status())
                .isEqualTo(200);
    }

    @Test
    void onlyWhatIsGivenChanges() {
        Answer changed =
                server.put("ada", USERS + "/1", "{\"email\": \"tia@example.edu\", \"id\": 1}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("email").asText()).isEqualTo("tia@example.edu");
        assertThat(changed.body().path("username").asText()).isEqualTo("tia");
        Answer cleared = server.put("ada", USERS + "/1", "{\"email\": null}");
        assertThat(cleared.body().path("email").isNull()).isTrue();
        assertThat(server.put("ada", USERS + "/1", "{\"id\": 2}").status()).isEqualTo(400);
        assertThat(server.put("ada", USERS + "/1", "{\"name\": null}").status()).isEqualTo(400);
        assertThat(server.put("ada", USERS + "/1", "[]").status()).isEqualTo(400);
    }

    @Test
    void aPasswordIsForWhoHasNone() {
        String body = "{\"password\": \"good enough 1\"}";
        assertThat(server.put("ada", USERS + "/1", body).status()).isEqualTo(200);
        Answer second = server.put("ada", USERS + "/1", body);
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.body().at("/details/faults/password").asText())
                .startsWith("is set already");
        assertThat(audit()).containsExactly("password_changed ada user 1 - -");
    }

    @Test
    void whoIsDeactivatedIsOutFromTheNextRequestAndBackWhenReactivated() {
        assertThat(server.get("tia", "/api/units").status()).isEqualTo(200);
        server.put("ada", USERS + "/1", "{\"active\": false}");
        assertThat(server.get("tia", "/api/units").status()).isEqualTo(401);
        server.put("ada", USERS + "/1", "{\"active\": true}");
        assertThat(server.get("tia", "/api/units").status()).isEqualTo(200);
    }

    @Test
    void anAdministratorCannotEndTheirOwnAdministration() {
        Answer last = server.put("ada", USERS + "/4", "{\"active\": false}");
        assertThat(last.status()).isEqualTo(409);
        assertThat(last.body().path("code").asText()).isEqualTo("last_admin");
        assertThat(server.put("ada", USERS + "/3", "{\"system_role\": \"admin\"}").status())
                .isEqualTo(200);
        assertThat(server.get("cora", USERS).status()).isEqualTo(200);
        Answer own = server.put("ada", USERS + "/4", "{\"system_role\": \"none\"}");
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.body().path("code").asText()).isEqualTo("own_account");
        assertThat(server.put("cora", USERS + "/4", "{\"system_role\": \"none\"}").status())
                .isEqualTo(200);
        assertThat(server.get("ada", USERS).status()).isEqualTo(403);
        assertThat(count("SELECT COUNT(*) FROM audit_log")).isEqualTo(2);
    }

    @Test
    void theListIsSearchedByBeginningAndFilteredAndPaged() {
        for (String name : List.of("tiara", "tib", "ti", "Tina", "zoë", "zoëy")) {
            server.post("ada", USERS, "{\"username\": \"%s\", \"name\": \"N\"}".formatted(name));
        }
        server.put("ada", USERS + "/2", "{\"active\": false}");
        assertThat(names("?q=tia")).containsExactly("tia", "tiara");
        assertThat(names("?q=zo%C3%AB")).containsExactly("zoë", "zoëy");
        assertThat(names("?q=%25")).isEmpty();
        assertThat(names("?system_role=admin")).containsExactly("ada");
        assertThat(names("?active=false")).containsExactly("tom");
        assertThat(names("?active=true&system_role=none&q=t"))
                .containsExactly("ti", "tia", "tiara", "tib");
        assertThat(names("?limit=2"))
                .containsExactly(
                        "Tina", "ada", "cora", "sam", "ti", "tia", "tiara", "tib", "tom", "zoë",
                        "zoëy");
    }

    @Test
    void aBadParameterIsRefusedWithAllOthers() {
        Answer answer = server.get("ada", USERS + "?limit=501&cursor=!&active=1&system_role=tutor");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/details/faults").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("active", "cursor", "limit", "system_role");
        assertThat(server.get("ada", USERS + "?limit=0").status()).isEqualTo(400);
        assertThat(server.get("ada", USERS + "?limit=5&limit=6").status()).isEqualTo(400);
    }

    @Test
    void othersThanAdministratorsGetNothing() {
        for (String name : List.of("tia", "cora", "sam")) {
            for (Answer answer :
                    List.of(
                            server.get(name, USERS),
                            server.get(name, USERS + "/1"),
                            server.get(name, USERS + "/999"),
                            server.post(name, USERS, "{}"),
                            server.put(name, USERS + "/1", "{\"system_role\": \"admin\"}"))) {
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.body().path("code").asText()).isEqualTo("admin");
            }
        }
        assertThat(server.get("ada", USERS + "/999").status()).isEqualTo(404);
        assertThat(server.put("ada", USERS + "/999", "{}").status()).isEqualTo(404);
        assertThat(server.get("ada", USERS + "/tia").status()).isEqualTo(404);
    }

    @Test
    void everyChangeIsOnRecordAndNothingElse() {
        server.put("ada", USERS + "/50", "{\"name\": \"Samantha\"}");
        server.put("ada", USERS + "/50", "{\"name\": \"Samantha\"}");
        assertThat(audit())
                .containsExactly(
                        """
                        user_changed ada user 50 \
                        {"id":50,"username":"sam","name":"Sam Student","system_role":"none",\
                        "active":true} \
                        {"id":50,"username":"sam","name":"Samantha","system_role":"none",\
                        "active":true}\
                        """);
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        Answer page = server.get("ada", USERS + query);
        while (true) {
            assertThat(page.status()).isEqualTo(200);
            page.body().path("items").forEach(item -> names.add(item.path("username").asText()));
            if (page.body().path("next_cursor").isNull()) {
                return names;
            }
            assertThat(page.body().path("items")).hasSize(2);
            String cursor = page.body().path("next_cursor").asText();
            page = server.get("ada", USERS + query + "&cursor=" + cursor);
        }
    }

    private List<String> audit() {
        return AuditRows.of(server.database());
    }

    private long count(String sql) {
        return server.database().read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
