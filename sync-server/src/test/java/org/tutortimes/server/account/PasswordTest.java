package org.tutortimes.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
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

/// Changing passwords, and one-time passwords.
@OnBothDatabases
class PasswordTest {

    private static final String OLD = "the old password";
    private static final String NEW = "the new password";

    @Parameter TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        String hash = new Passwords().hash(OLD);
        server.database()
                .write(handle ->
                        handle.execute("UPDATE users SET password_hash = ? WHERE id = 1", hash));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void changeCountsAtOnceAndEndsTheUsersOtherTokens() {
        String token = token(signIn(OLD));
        String other = token(signIn(OLD));
        assertThat(change(token, OLD, NEW).status()).isEqualTo(204);
        assertThat(signIn(OLD).status()).isEqualTo(401);
        assertThat(signIn(NEW).status()).isEqualTo(201);
        assertThat(server.get(token, "/api/units").status()).isEqualTo(200);
        assertThat(server.get(other, "/api/units").status()).isEqualTo(401);
        assertThat(server.get("tom", "/api/units").status()).isEqualTo(200);
        assertThat(audit().findValuesAsText("action")).containsExactly("password_changed");
        assertThat(audit().findValuesAsText("actor")).containsExactly("tia");
        assertThat(audit().toString()).doesNotContain(NEW).doesNotContain("argon2");
    }

    @Test
    void wrongCurrentPasswordChangesNothingAndSlowsDown() {
        String token = token(signIn(OLD));
        Answer wrong = change(token, "a wrong password", NEW);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().get("code").asText()).isEqualTo("wrong_password");
        assertThat(signIn(OLD).status()).isEqualTo(201);
        for (int count = 0; count < 5; count++) {
            change(token, "a wrong password", NEW);
        }
        assertThat(change(token, OLD, NEW).status()).isEqualTo(429);
    }

    @Test
    void allFaultsOfAChangeAreToldAtOnce() {
        String token = token(signIn(OLD));
        Answer faults = change(token, null, "short");
        assertThat(faults.status()).isEqualTo(400);
        assertThat(faults.body().at("/details/faults")).hasSize(2);
        assertThat(change(token, OLD, OLD).status()).isEqualTo(400);
        assertThat(change(token, OLD, "x".repeat(1_001)).status()).isEqualTo(400);
        server.database()
                .write(h -> h.execute("UPDATE users SET username = 'tia.tutor' WHERE id = 1"));
        assertThat(change(token, OLD, "TIA.TUTOR").status()).isEqualTo(400);
    }

    @Test
    void oneTimePasswordIsForOneSignInThatMayOnlyChooseAnother() {
        String before = token(signIn(OLD));
        Answer given = server.post("ada", "/api/admin/users/1/password", "{}");
        assertThat(given.status()).isEqualTo(201);
        assertThat(given.body().get("expires_at").asText()).isEqualTo("2026-08-06T09:00:00.000Z");
        String oneTime = given.body().get("one_time_password").asText();
        assertThat(server.get(before, "/api/units").status()).isEqualTo(401);
        assertThat(signIn(OLD).status()).isEqualTo(401);

        Answer signedIn = signIn(oneTime);
        assertThat(signedIn.status()).isEqualTo(201);
        assertThat(signedIn.body().get("must_change_password").asBoolean()).isTrue();
        assertThat(signIn(oneTime).status()).isEqualTo(401);
        String token = token(signedIn);
        Answer refused = server.get(token, "/api/units");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().get("code").asText()).isEqualTo("password_change_required");
        assertThat(server.get(token, "/api/auth/tokens").status()).isEqualTo(403);
        Answer renewed = server.put(token, "/api/auth", null);
        assertThat(renewed.body().get("must_change_password").asBoolean()).isTrue();
        assertThat(server.get(token, "/api/units").status()).isEqualTo(403);

        assertThat(change(token, null, oneTime).status()).isEqualTo(400);
        assertThat(change(token, null, NEW).status()).isEqualTo(204);
        assertThat(server.get(token, "/api/units").status()).isEqualTo(200);
        assertThat(signIn(NEW).body().get("must_change_password").asBoolean()).isFalse();
        assertThat(change(token, null, "yet another one").status()).isEqualTo(400);
        assertThat(audit().findValuesAsText("action"))
                .containsExactly("password_changed", "one_time_password_given");
        assertThat(audit().toString()).doesNotContain(oneTime);
    }

    @Test
    void signingOutIsAllowedWithAOneTimePassword() {
        String token = token(signIn(oneTime()));
        assertThat(server.delete(token, "/api/auth").status()).isEqualTo(204);
        assertThat(server.put(token, "/api/auth", null).status()).isEqualTo(401);
    }

    @Test
    void oneTimePasswordEndsAfterThreeDays() {
        String oneTime = oneTime();
        clock.advance(Duration.ofDays(3));
        assertThat(signIn(oneTime).status()).isEqualTo(401);
    }

    @Test
    void onlyAdminsGiveOneTimePasswordsAndNotToThemselves() {
        assertThat(server.post("cora", "/api/admin/users/1/password", "{}").status())
                .isEqualTo(403);
        Answer own = server.post("ada", "/api/admin/users/4/password", "{}");
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.body().get("code").asText()).isEqualTo("own_account");
        assertThat(server.post("ada", "/api/admin/users/999/password", "{}").status())
                .isEqualTo(404);
        server.database().write(h -> h.execute("UPDATE users SET active = 0 WHERE id = 1"));
        assertThat(server.post("ada", "/api/admin/users/1/password", "{}").status()).isEqualTo(409);
        assertThat(server.get("ada", "/api/units").status()).isEqualTo(200);
    }

    @Test
    void oneTimePasswordLetsOnlyOneOfManyIn() throws Exception {
        String oneTime = oneTime();
        List<Integer> statuses = atOnce(8, () -> signIn(oneTime).status());
        assertThat(statuses).containsOnlyOnce(201);
    }

    @Test
    void noTokenOutlivesTheChangeOfThePasswordThatGaveIt() throws Exception {
        String token = token(signIn(OLD));
        List<Answer> signIns = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int count = 0; count < 12; count++) {
                running.add(threads.submit(() -> signIn(OLD)));
            }
            assertThat(change(token, OLD, NEW).status()).isEqualTo(204);
            for (Future<Answer> signIn : running) {
                signIns.add(signIn.get());
            }
        }
        assertThat(signIns)
                .filteredOn(answer -> answer.status() == 201)
                .allSatisfy(answer ->
                        assertThat(server.get(token(answer), "/api/units").status())
                                .isEqualTo(401));
    }

    private interface Call {
        int status();
    }

    private static List<Integer> atOnce(int count, Call call)
            throws InterruptedException, ExecutionException {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int index = 0; index < count; index++) {
                running.add(threads.submit(call::status));
            }
            for (Future<Integer> one : running) {
                statuses.add(one.get());
            }
        }
        return statuses;
    }

    private String oneTime() {
        return server.post("ada", "/api/admin/users/1/password", "{}")
                .body()
                .get("one_time_password")
                .asText();
    }

    private JsonNode audit() {
        return server.get("ada", "/api/admin/audit").body().get("items");
    }

    private Answer change(String token, @Nullable String current, String wanted) {
        String body =
                current == null
                        ? "{\"new_password\": \"%s\"}".formatted(wanted)
                        : "{\"current_password\": \"%s\", \"new_password\": \"%s\"}"
                                .formatted(current, wanted);
        return server.put(token, "/api/auth/password", body);
    }

    private Answer signIn(String password) {
        return server.send(
                server.request(
                        "POST",
                        "/api/auth",
                        "{\"username\": \"tia\", \"password\": \"%s\"}".formatted(password)));
    }

    private static String token(Answer signedIn) {
        return signedIn.body().get("auth_token").asText();
    }
}
