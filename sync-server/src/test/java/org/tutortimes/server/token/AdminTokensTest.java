package org.tutortimes.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
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
import org.tutortimes.server.VirtualClock;

/// Service tokens, and everybody's tokens in the hands of administrators.
@OnBothDatabases
class AdminTokensTest {

    private static final String PATH = "/api/admin/tokens";

    @Parameter TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void serviceTokenIsShownOnceAndKeptAsAHash() {
        Answer made = make("{\"name\": \"LMS\"}");
        assertThat(made.status()).isEqualTo(201);
        String token = made.body().get("auth_token").asText();
        assertThat(token).startsWith("service.").hasSizeGreaterThan(48);
        assertThat(server.get("ada", PATH + "?kind=service").body().toString())
                .contains("LMS")
                .doesNotContain(token);
        assertThat(rows("SELECT token_hash FROM service_tokens")).doesNotContain(token);
        Answer audit = server.get("ada", "/api/admin/audit?action=service_token_added");
        assertThat(audit.body().at("/items/0/after/name").asText()).isEqualTo("LMS");
        assertThat(audit.body().toString()).doesNotContain(token);
    }

    @Test
    void serviceTokenCallsOnlyWhatIsMadeForServices() {
        String token = make("{\"name\": \"LMS\"}").body().get("auth_token").asText();
        for (String path :
                List.of("/api/units", "/api/auth/tokens", PATH, "/api/admin/audit", "/")) {
            Answer refused = server.get(token, path);
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.body().get("code").asText()).isEqualTo("service_token");
        }
        assertThat(server.put(token, "/api/auth/password", "{}").status()).isEqualTo(403);
        assertThat(server.get(token + "x", "/api/units").status()).isEqualTo(401);
    }

    @Test
    void serviceTokenImportsAndTheLogNamesIt() {
        String token = make("{\"name\": \"LMS\"}").body().get("auth_token").asText();
        String users = "{\"users\": [{\"id\": 77, \"username\": \"uma\", \"name\": \"Uma\"}]}";
        assertThat(server.post(token, "/api/admin/import", users).status()).isEqualTo(200);
        JsonNode entry =
                server.get("ada", "/api/admin/audit?action=user_added").body().at("/items/0");
        assertThat(entry.get("actor").asText()).isEqualTo("LMS");
        assertThat(entry.get("user_id").isNull()).isTrue();
        assertThat(entry.get("subject_id").asText()).isEqualTo("77");
    }

    @Test
    void lastUseOfAServiceTokenIsShown() {
        String token = make("{\"name\": \"LMS\"}").body().get("auth_token").asText();
        assertThat(serviceTokens().at("/0/last_used_at").isNull()).isTrue();
        clock.advance(Duration.ofMinutes(5));
        server.get(token, "/api/units");
        // The use is noted in the background.
        await().untilAsserted(() ->
                assertThat(serviceTokens().at("/0/last_used_at").asText())
                        .isEqualTo("2026-08-03T09:05:00.000Z"));
    }

    @Test
    void serviceTokenEndsWhenItWasSaidOrWhenAnAdminEndsIt() {
        Answer brief = make("{\"name\": \"brief\", \"expires_at\": \"2026-08-03T10:00:00Z\"}");
        Answer lasting = make("{\"name\": \"lasting\"}");
        String briefToken = brief.body().get("auth_token").asText();
        String lastingToken = lasting.body().get("auth_token").asText();
        clock.advance(Duration.ofHours(1));
        assertThat(server.get(briefToken, "/api/units").status()).isEqualTo(401);
        assertThat(server.get(lastingToken, "/api/units").status()).isEqualTo(403);
        String id = lasting.body().get("id").asText();
        assertThat(server.delete("ada", PATH + "/" + id).status()).isEqualTo(204);
        assertThat(server.get(lastingToken, "/api/units").status()).isEqualTo(401);
        assertThat(server.delete("ada", PATH + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void nameIsUniqueAmongTokensInForce() {
        make("{\"name\": \"LMS\", \"expires_at\": \"2026-08-03T10:00:00Z\"}");
        Answer taken = make("{\"name\": \"LMS\"}");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body().get("code").asText()).isEqualTo("name_taken");
        clock.advance(Duration.ofHours(1));
        assertThat(make("{\"name\": \"LMS\"}").status()).isEqualTo(201);
    }

    @Test
    void allFaultsOfANewTokenAreToldAtOnce() {
        Answer farthest =
                make("{\"name\": \"far\", \"expires_at\": \"+999999998-01-01T00:00:00Z\"}");
        assertThat(farthest.status()).isEqualTo(400);
        assertThat(farthest.body().toString()).contains("in one of the years 1 to 9999");
        Answer faults = make("{\"name\": \" \", \"expires_at\": \"2026-08-03T08:00:00Z\"}");
        assertThat(faults.status()).isEqualTo(400);
        assertThat(faults.body().at("/details/faults")).hasSize(2);
        assertThat(make("{\"name\": \"Operator\"}").status()).isEqualTo(400);
        assertThat(make("{\"name\": 7}").status()).isEqualTo(400);
    }

    @Test
    void adminEndsAnybodysTokenAndThatIsOnRecord() {
        Answer ended = server.delete("ada", PATH + "/token-of-tia");
        assertThat(ended.status()).isEqualTo(204);
        assertThat(server.get("tia", "/api/units").status()).isEqualTo(401);
        JsonNode entry =
                server.get("ada", "/api/admin/audit?subject_id=token-of-tia").body().at("/items/0");
        assertThat(entry.get("action").asText()).isEqualTo("token_ended");
        assertThat(entry.at("/before/username").asText()).isEqualTo("tia");
        assertThat(entry.get("after").isNull()).isTrue();
    }

    @Test
    void listShowsBothKindsNewestFirstPageByPage() {
        for (String name : List.of("one", "two", "three")) {
            clock.advanceMinutes(1);
            make("{\"name\": \"%s\"}".formatted(name));
        }
        List<String> names = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = server.get("ada", PATH + "?limit=2" + next).body();
            page.get("items").forEach(item -> names.add(item.get("name").asText()));
            String cursor = page.get("next_cursor").textValue();
            next = cursor == null ? null : "&cursor=" + cursor;
        }
        assertThat(names)
                .containsExactly("three", "two", "one", "test", "test", "test", "test", "test");
    }

    @Test
    void listIsFilteredByKindAndUser() {
        make("{\"name\": \"LMS\"}");
        assertThat(server.get("ada", PATH + "?user_id=1").body().get("items")).hasSize(1);
        assertThat(server.get("ada", PATH + "?kind=user").body().get("items")).hasSize(5);
        assertThat(serviceTokens()).hasSize(1);
        assertThat(server.get("ada", PATH + "?kind=service&user_id=1").body().get("items"))
                .isEmpty();
        assertThat(server.get("ada", PATH + "?kind=robot").status()).isEqualTo(400);
        assertThat(server.get("ada", PATH + "?limit=501&cursor=x").body().at("/details/faults"))
                .hasSize(2);
    }

    @Test
    void onlyAdminsSeeOrEndThem() {
        for (String name : List.of("tia", "cora", "sam")) {
            assertThat(server.get(name, PATH).status()).isEqualTo(403);
            assertThat(server.post(name, PATH, "{\"name\": \"x\"}").status()).isEqualTo(403);
            assertThat(server.delete(name, PATH + "/token-of-tom").status()).isEqualTo(403);
        }
        assertThat(server.get("tom", "/api/units").status()).isEqualTo(200);
    }

    private Answer make(String body) {
        return server.post("ada", PATH, body);
    }

    private JsonNode serviceTokens() {
        return server.get("ada", PATH + "?kind=service").body().get("items");
    }

    private List<String> rows(String sql) {
        return server.database().read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
