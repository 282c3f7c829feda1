package org.tutortimes.server.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.classes.ClassCalls.mark;
import static org.tutortimes.server.classes.ClassCalls.ok;
import static org.tutortimes.server.classes.ClassCalls.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
import org.tutortimes.server.classes.ClassCalls;
import org.tutortimes.server.database.JsonText;

/// What is too large for an attempt.
@OnBothDatabases
class AttemptLimitsTest {

    private static final byte[] LARGE =
            "{\"text\": \"%s\"}".formatted("x".repeat(10_000_000)).getBytes(StandardCharsets.UTF_8);

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private TestServer server;
    private ClassCalls calls;
    private String attempt = "";

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, new VirtualClock("2026-08-03T09:00:00Z"));
        calls = new ClassCalls(server);
        attempt = calls.attempt(calls.joined());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tenThousandHighlightsAreEnoughWithThoseThatWereTakenBack() {
        storeAllButOne();
        UUID last = UUID.randomUUID();
        ok(calls.highlight("sam", attempt, mark(last, 0, 3)));
        ok(calls.remove("sam", attempt, last));
        Answer refused = calls.highlight("sam", attempt, mark(UUID.randomUUID(), 0, 3));
        assertThat(refusal(refused)).isEqualTo("422 too_many_highlights");
        assertThat(refused.body().get("error").asText()).contains("10,000");
        assertThat(ok(calls.highlight("sam", attempt, mark(last, 0, 3))).body().get("highlights"))
                .hasToString("9999");
    }

    @Test
    void atMostFiveHundredHighlightsComeAtOnce() {
        List<String> many =
                IntStream.range(0, 200).mapToObj(_ -> mark(UUID.randomUUID(), 0, 3)).toList();
        assertThat(ok(calls.highlight("sam", attempt, many.toString())).body().get("highlights"))
                .hasToString("200");
        String more = Collections.nCopies(501, "{}").toString();
        Answer refused = calls.highlight("sam", attempt, more);
        assertThat(refusal(refused)).isEqualTo("400 invalid");
        assertThat(refused.body().at("/details/faults/body").asText()).contains("500");
        assertThat(calls.highlight("sam", attempt, "[]").status()).isEqualTo(400);
    }

    @Test
    void largeBodyIsRefusedWithTheLimitNamedWhetherItSaysHowLargeItIsOrNot() {
        for (String path :
                List.of(
                        "POST /api/attempts",
                        "POST /api/attempts/" + attempt + "/highlights",
                        "POST /api/class-sessions",
                        "POST /api/classes")) {
            for (HttpRequest.BodyPublisher body :
                    List.of(
                            HttpRequest.BodyPublishers.ofByteArray(LARGE),
                            HttpRequest.BodyPublishers.ofInputStream(
                                    () -> new ByteArrayInputStream(LARGE)))) {
                String[] parts = path.split(" ", 2);
                Answer refused =
                        server.send(
                                server.request(parts[0], parts[1], "")
                                        .method(parts[0], body)
                                        .header("Authorization", "Bearer sam"));
                assertThat(refused.status()).as(path).isEqualTo(413);
                assertThat(refused.body().at("/details/most_bytes").asInt()).isEqualTo(65_536);
            }
        }
    }

    /// As they would lie there after many requests.
    private void storeAllButOne() {
        JsonNode one =
                ok(calls.highlight("sam", attempt, mark(UUID.randomUUID(), 0, 3)))
                        .body()
                        .at("/highlighted_text/0");
        List<JsonNode> all = IntStream.range(0, 9_999).mapToObj(_ -> withNewId(one)).toList();
        server.database()
                .write(handle ->
                        handle.createUpdate(
                                        "UPDATE attempts SET highlights = 9999,"
                                                + " highlighted_text = :all")
                                .bind("all", JsonText.of(all).argument())
                                .execute());
    }

    private static JsonNode withNewId(JsonNode highlight) {
        return ((ObjectNode) highlight.deepCopy()).put("id", UUID.randomUUID().toString());
    }
}
