package org.tutortimes.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

@OnBothDatabases
class SignInTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        String hash = new Passwords().hash("right");
        server.database()
                .write(handle ->
                        handle.execute("UPDATE users SET password_hash = ? WHERE id = 1", hash));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void rightPasswordGivesATokenThatWorks() {
        Answer signedIn = signIn("tia", "right", false);
        assertThat(signedIn.status()).isEqualTo(201);
        assertThat(signedIn.body().get("expires_at").asText())
                .isEqualTo("2026-08-03T11:00:00.000Z");
        assertThat(signedIn.body().at("/user/username").asText()).isEqualTo("tia");
        assertThat(server.get(token(signedIn), "/api/units").status()).isEqualTo(200);
    }

    @Test
    void wrongPasswordUnknownUserAndUserWithoutPasswordAnswerAlike() {
        Answer wrong = signIn("tia", "wrong", false);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(signIn("nobody", "wrong", false).body()).isEqualTo(wrong.body());
        assertThat(signIn("tom", "", false).body()).isEqualTo(wrong.body());
    }

    @Test
    void tokenLivesForTwoHoursSinceItsLastUse() {
        String token = token(signIn("tia", "right", false));
        for (int hour = 0; hour < 3; hour++) {
            clock.advance(Duration.ofMinutes(110));
            assertThat(server.get(token, "/api/units").status()).isEqualTo(200);
            // The use is noted in the background.
            await().until(() -> lastUse() == clock.millis());
        }
        clock.advance(Duration.ofMinutes(121));
        assertThat(server.get(token, "/api/units").status()).isEqualTo(401);
    }

    @Test
    void rememberedTokenLivesForTwoWeeks() {
        Answer signedIn = signIn("tia", "right", true);
        assertThat(signedIn.body().get("expires_at").asText())
                .isEqualTo("2026-08-17T09:00:00.000Z");
    }

    @Test
    void signingOutEndsThisTokenOnly() {
        String one = token(signIn("tia", "right", false));
        String other = token(signIn("tia", "right", false));
        assertThat(server.delete(one, "/api/auth").status()).isEqualTo(204);
        assertThat(server.get(one, "/api/units").status()).isEqualTo(401);
        assertThat(server.get(other, "/api/units").status()).isEqualTo(200);
    }

    @Test
    void tokensAreListedAndEndedByTheirOwner() {
        String token = token(signIn("tia", "right", false));
        Answer list = server.get(token, "/api/auth/tokens");
        assertThat(list.body().get("items")).hasSize(2);
        assertThat(list.body().toString()).doesNotContain(token);
        String id = list.body().at("/items/1/id").asText();
        assertThat(server.delete("tom", "/api/auth/tokens/" + id).status()).isEqualTo(404);
        assertThat(server.delete(token, "/api/auth/tokens/" + id).status()).isEqualTo(204);
        assertThat(server.get(token, "/api/units").status()).isEqualTo(401);
    }

    @Test
    void renewingGivesTheSameTokenMoreTime() {
        String token = token(signIn("tia", "right", false));
        clock.advance(Duration.ofMinutes(90));
        Answer renewed = server.put(token, "/api/auth", null);
        assertThat(renewed.body().get("auth_token").asText()).isEqualTo(token);
        assertThat(renewed.body().get("expires_at").asText()).isEqualTo("2026-08-03T12:30:00.000Z");
    }

    @Test
    void deactivationCountsFromTheNextRequest() {
        assertThat(server.get("tia", "/api/units").status()).isEqualTo(200);
        server.database().write(h -> h.execute("UPDATE users SET active = 0 WHERE id = 1"));
        assertThat(server.get("tia", "/api/units").status()).isEqualTo(401);
        assertThat(signIn("tia", "right", false).status()).isEqualTo(401);
    }

    @Test
    void manyFailuresSlowDownButNeverForGood() {
        for (int count = 0; count < 5; count++) {
            assertThat(signIn("tia", "wrong", false).status()).isEqualTo(401);
        }
        Answer slowed = signIn("tia", "right", false);
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.headers().firstValueAsLong("Retry-After")).hasValue(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(signIn("tia", "right", false).status()).isEqualTo(201);
    }

    @Test
    void learningSystemsHeadersAreAcceptedAndFailWithItsStatus() {
        assertThat(send("tia", "auth_token", "tia").status()).isEqualTo(200);
        assertThat(send("tia", "Auth-Token", "tia").status()).isEqualTo(200);
        assertThat(send("tom", "Auth_Token", "tia").status()).isEqualTo(419);
        assertThat(send("tia", "auth-token", "nonsense").status()).isEqualTo(419);
    }

    @Test
    void everyFailureOfALearningSystemsClientAnswersItsStatus() {
        String[][] failing = {
            {"username", "tia", "auth_token", ""},
            {"username", "nobody", "Auth-Token", "tia"},
            {"username", "", "Auth_Token", "tia"},
            {"username", "tia"},
            {"auth_token", "tia"},
        };
        for (String[] headers : failing) {
            HttpRequest.Builder request = server.request("GET", "/api/units", null);
            assertThat(server.send(request.headers(headers)).status())
                    .as(String.join(" ", headers))
                    .isEqualTo(419);
        }
        server.database().write(h -> h.execute("UPDATE users SET active = 0 WHERE id = 1"));
        assertThat(send("tia", "auth_token", "tia").status()).isEqualTo(419);
        server.database().write(h -> h.execute("UPDATE auth_tokens SET expires_at = 1"));
        assertThat(send("tom", "auth_token", "tom").status()).isEqualTo(419);
    }

    @Test
    void fiftySignInsAtOnceFromOneAddressAllSucceed() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int count = 0; count < 50; count++) {
                running.add(threads.submit(() -> signIn("tia", "right", false).status()));
            }
            for (Future<Integer> one : running) {
                statuses.add(one.get());
            }
        }
        assertThat(statuses).hasSize(50).containsOnly(201);
    }

    @Test
    void tokenThatWasEndedCannotBeRenewed() {
        String token = token(signIn("tia", "right", false));
        server.delete(token, "/api/auth");
        assertThat(server.put(token, "/api/auth", null).status()).isEqualTo(401);
    }

    @Test
    void expiredTokensAreForgottenWithTheNextSignIn() {
        signIn("tia", "right", false);
        clock.advance(Duration.ofHours(3));
        signIn("tia", "right", true);
        assertThat(server.get("ada", "/api/admin/tokens?user_id=1").body().get("items")).hasSize(2);
        long stored =
                server.database()
                        .read(handle ->
                                handle.createQuery("SELECT COUNT(*) FROM auth_tokens")
                                        .mapTo(Long.class)
                                        .one());
        assertThat(stored).isEqualTo(6);
    }

    @Test
    void addressIsTheOneThatAWebServerOnThisComputerSaw() {
        for (int count = 0; count < 6; count++) {
            signInFrom("203.0.113.9, 192.0.2.66", "wrong");
        }
        assertThat(signInFrom("203.0.113.1, 192.0.2.66", "right").status()).isEqualTo(429);
        assertThat(signInFrom("192.0.2.77", "right").status()).isEqualTo(201);
        server.send(
                server.request("DELETE", "/api/admin/tokens/token-of-tom", null)
                        .header("Authorization", "Bearer ada")
                        .header("X-Forwarded-For", "192.0.2.77"));
        assertThat(server.get("ada", "/api/admin/audit").body().at("/items/0/address").asText())
                .isEqualTo("192.0.2.77");
    }

    private Answer signInFrom(String forwardedFor, String password) {
        String body = "{\"username\": \"tia\", \"password\": \"%s\"}".formatted(password);
        return server.send(
                server.request("POST", "/api/auth", body).header("X-Forwarded-For", forwardedFor));
    }

    @Test
    void passwordsAreHashedAsWasDecided() {
        assertThat(new Passwords().hash("right")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    private long lastUse() {
        return server.database()
                .read(handle ->
                        handle.createQuery(
                                        "SELECT MAX(last_used_at) FROM auth_tokens WHERE id NOT"
                                                + " LIKE 'token-of-%'")
                                .mapTo(Long.class)
                                .one());
    }

    private Answer send(String username, String header, String token) {
        HttpRequest.Builder request = server.request("GET", "/api/units", null);
        return server.send(request.header("username", username).header(header, token));
    }

    private Answer signIn(String username, String password, boolean remember) {
        return server.send(
                server.request(
                        "POST",
                        "/api/auth",
                        "{\"username\": \"%s\", \"password\": \"%s\", \"remember\": %s}"
                                .formatted(username, password, remember)));
    }

    private static String token(Answer signedIn) {
        return signedIn.body().get("auth_token").asText();
    }
}
