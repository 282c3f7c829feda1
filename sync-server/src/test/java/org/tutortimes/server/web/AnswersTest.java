package org.tutortimes.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
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
class AnswersTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
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
    void unknownAddressAndMethodAreTold() {
        assertThat(server.get("tia", "/api/nothing").status()).isEqualTo(404);
        Answer method = server.delete("tia", "/api/units");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.body().at("/details/allowed/0").asText()).isEqualTo("GET");
    }

    @Test
    void statusAloneIsToldOfTheHealthAndOfNothingElse() {
        for (String path : List.of("/health/live", "/health/ready")) {
            Answer answer = head(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
        }
        for (String path : List.of("/api/units", "/api/openapi.json", "/", "/sign-in")) {
            assertThat(head(path).status()).as(path).isEqualTo(405);
        }
    }

    private Answer head(String path) {
        return server.send(
                server.request("GET", path, null).method("HEAD", BodyPublishers.noBody()));
    }

    @Test
    void bodyThatIsNotOneJsonValueIsRefusedWithThePlace() {
        for (String body : List.of("{\"since\": 0} xyz", "{\"since\": 0}{}", "{\"since\" 0}")) {
            Answer answer = server.post("tia", "/api/sync", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.body().at("/details/faults/body").asText())
                    .matches("must be one JSON object, and is not .* line 1, column \\d+");
        }
    }

    @Test
    void whoeverIsNotSignedInGetsNothing() {
        Answer answer = server.send(server.request("GET", "/api/units", null));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().get("code").asText()).isEqualTo("not_signed_in");
    }

    @Test
    void cookieAloneChangesNothing() {
        Answer answer =
                server.send(
                        server.request("POST", "/api/sync", "{}")
                                .header("Cookie", "__Host-tutor-times-session=tia"));
        assertThat(answer.status()).isEqualTo(401);
        Answer read =
                server.send(
                        server.request("GET", "/api/units", null)
                                .header("Cookie", "__Host-tutor-times-session=tia"));
        assertThat(read.status()).isEqualTo(200);
    }

    @Test
    void bodyOfAnotherTypeIsRefused() {
        Answer answer =
                server.send(
                        server.request("POST", "/api/sync", null)
                                .method("POST", BodyPublishers.ofString("a=b"))
                                .header("Content-Type", "text/plain")
                                .header("Authorization", "Bearer tia"));
        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void textThatNotEveryDatabaseCanStoreIsRefused() {
        Answer answer =
                server.send(
                        server.request(
                                "POST",
                                "/api/auth",
                                "{\"username\": \"a\\u0000b\", \"password\": \"c\"}"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString()).contains("U+0000");
    }

    @Test
    void failureShowsItsIdAndNothingElse() {
        server.database().write(handle -> handle.execute("ALTER TABLE units RENAME TO hidden"));
        Answer answer = server.get("tia", "/api/units");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().at("/details/id").asText()).hasSize(36);
        assertThat(answer.body().toString()).doesNotContainIgnoringCase("units");
    }

    @Test
    void answersCarryTheSecurityHeaders() {
        Answer live = server.send(server.request("GET", "/health/live", null));
        assertThat(live.status()).isEqualTo(200);
        assertThat(live.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(live.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(server.send(server.request("GET", "/health/ready", null)).status())
                .isEqualTo(200);
    }
}
