package org.tutortimes.server.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.classes.ClassCalls.PASSAGE;
import static org.tutortimes.server.classes.ClassCalls.faults;
import static org.tutortimes.server.classes.ClassCalls.id;
import static org.tutortimes.server.classes.ClassCalls.mark;
import static org.tutortimes.server.classes.ClassCalls.ok;
import static org.tutortimes.server.classes.ClassCalls.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.ManyTutors;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.classes.ClassCalls;

@OnBothDatabases
class HighlightsTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
    private TestServer server;
    private ClassCalls calls;
    private final List<TestServer> others = new ArrayList<>();
    private String session = "";
    private String attempt = "";

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        calls = new ClassCalls(server);
        session = calls.joined();
        attempt = calls.attempt(session);
    }

    @AfterEach
    void stop() {
        assertThat(calls.damages()).isEmpty();
        others.forEach(TestServer::close);
        server.close();
    }

    @Test
    void highlightIsKeptAsItWasMade() {
        UUID id = UUID.randomUUID();
        JsonNode after = highlighted(mark(id, 15, 30).replace("So.", "Süß 😀"));
        assertThat(after.get("highlights").asInt()).isEqualTo(1);
        assertThat(after.at("/highlighted_text/0").toString())
                .isEqualTo(
                        """
                        {"id":"%s","timestamp":"2026-08-03T08:05:00.000Z",\
                        "text":"strength enough","passage_id":"one","position_start":15,\
                        "position_end":30,"color_code":"#FFD54F","comment":"Süß 😀"}\
                        """
                                .formatted(id));
        assertThat(calls.attemptOf("tia", attempt)).isEqualTo(after);
    }

    @Test
    void listOfHighlightsIsAddedInItsOrder() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        JsonNode after = highlighted("[" + mark(first, 5, 9) + "," + mark(second, 0, 3) + "]");
        assertThat(ids(after)).containsExactly(first.toString(), second.toString());
    }

    @Test
    void sameHighlightSentAgainIsOne() {
        UUID id = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        JsonNode first = highlighted(mark(id, 0, 3));
        assertThat(highlighted(mark(id, 0, 3))).isEqualTo(first);
        assertThat(highlighted(mark(id, 5, 9))).isEqualTo(first);
        JsonNode both =
                highlighted("[%s, %s, %s]".formatted(mark(id, 0, 3), again(other), again(other)));
        assertThat(ids(both)).containsExactly(id.toString(), other.toString());
    }

    @Test
    void sameHighlightSentManyTimesAtOnceIsOne() throws Exception {
        UUID id = UUID.randomUUID();
        TestServer further = besides();
        List<Answer> answers =
                ManyTutors.atOnce(
                        32,
                        caller ->
                                new ClassCalls(caller % 2 == 0 ? server : further)
                                        .highlight("sam", attempt, mark(id, 0, 3)));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(calls.attemptOf("sam", attempt).get("highlights").asInt()).isEqualTo(1);
    }

    @Test
    void manyHighlightsAtOnceAreAllKept() throws Exception {
        TestServer further = besides();
        List<Answer> answers =
                ManyTutors.atOnce(
                        32,
                        caller ->
                                new ClassCalls(caller % 2 == 0 ? server : further)
                                        .highlight("sam", attempt, again(UUID.randomUUID())));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(calls.attemptOf("sam", attempt).get("highlights").asInt()).isEqualTo(32);
    }

    @Test
    void positionsAndColoursThatCannotBeAreToldByField() {
        UUID id = UUID.randomUUID();
        Map<String, String> wrong =
                Map.of(
                        mark(id, "one", -1, 3, "All"), "position_start",
                        mark(id, "one", 3, 3, ""), "position_end",
                        mark(id, "one", 5, 3, "of"), "position_end",
                        mark(id, 0, 3).replace("#ffd54f", "yellow"), "color_code",
                        mark(id, 0, 3).replace("#ffd54f", "#ffd54"), "color_code",
                        mark(id, 0, 3).replace("2026-08-03T10:05:00+02:00", "now"), "timestamp",
                        mark(id, 0, 3).replace("2026-08-03T10", "+10000-08-03T10"), "timestamp",
                        mark(id, 0, 3).replace(id.toString(), "7"), "id");
        wrong.forEach((json, field) -> {
            Answer refused = calls.highlight("sam", attempt, json);
            assertThat(refusal(refused)).isEqualTo("400 invalid");
            assertThat(faults(refused)).containsExactly(field);
        });
        assertThat(faults(calls.highlight("sam", attempt, "[%s, {}]".formatted(mark(id, 0, 3)))))
                .contains("[1].id", "[1].text", "[1].position_start", "[1].color_code");
        assertThat(calls.attemptOf("sam", attempt).get("highlights").asInt()).isZero();
    }

    @Test
    void highlightMustFitThePassage() {
        UUID id = UUID.randomUUID();
        int end = PASSAGE.length();
        assertThat(refusal(calls.highlight("sam", attempt, mark(id, "one", 0, end + 1, PASSAGE))))
                .isEqualTo("422 beyond_passage");
        assertThat(refusal(calls.highlight("sam", attempt, mark(id, "one", 0, 3, "Bll"))))
                .isEqualTo("422 other_text");
        assertThat(refusal(calls.highlight("sam", attempt, mark(id, "three", 0, 3, "All"))))
                .isEqualTo("422 unknown_passage");
        ok(calls.highlight("sam", attempt, mark(id, 0, end)));
    }

    @Test
    void ofAListWithAMisfitNothingIsKept() {
        String list =
                "[%s, %s]"
                        .formatted(
                                again(UUID.randomUUID()),
                                mark(UUID.randomUUID(), "one", 0, 3, "Bll"));
        assertThat(refusal(calls.highlight("sam", attempt, list))).isEqualTo("422 other_text");
        assertThat(calls.attemptOf("sam", attempt).get("highlights").asInt()).isZero();
    }

    @Test
    void outsideOfAClassSessionAnyTextMayBeMarked() {
        String alone = id(server.post("sam", ClassCalls.ATTEMPTS, "{\"test_id\": 5}"));
        ok(calls.highlight("sam", alone, mark(UUID.randomUUID(), "any", 900, 905, "right")));
    }

    @Test
    void afterSubmissionOnlyWhatIsKnownIsTaken() {
        UUID id = UUID.randomUUID();
        highlighted(mark(id, 0, 3));
        JsonNode submitted = ok(calls.submit("sam", attempt)).body();
        assertThat(highlighted(mark(id, 0, 3))).isEqualTo(submitted);
        assertThat(refusal(calls.highlight("sam", attempt, again(UUID.randomUUID()))))
                .isEqualTo("409 attempt_over");
        assertThat(refusal(calls.remove("sam", attempt, id))).isEqualTo("409 attempt_over");
    }

    @Test
    void afterTheSessionEndedOnlyWhatIsKnownIsTaken() {
        UUID id = UUID.randomUUID();
        highlighted(mark(id, 0, 3));
        ok(calls.step("tia", session, "cancel"));
        highlighted(mark(id, 0, 3));
        Answer refused = calls.highlight("sam", attempt, again(UUID.randomUUID()));
        assertThat(refusal(refused)).isEqualTo("409 attempt_over");
        assertThat(refused.body().at("/details/status").asText()).isEqualTo("ABANDONED");
    }

    @Test
    void highlightThatWasTakenBackDoesNotComeBack() {
        UUID id = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        highlighted(mark(id, 0, 3));
        highlighted(mark(other, 5, 9));
        JsonNode without = ok(calls.remove("sam", attempt, id)).body();
        assertThat(ids(without)).containsExactly(other.toString());
        assertThat(without.get("highlights").asInt()).isEqualTo(1);
        assertThat(ok(calls.remove("sam", attempt, id)).body()).isEqualTo(without);
        assertThat(highlighted(mark(id, 0, 3))).isEqualTo(without);
        assertThat(refusal(calls.remove("sam", attempt, UUID.randomUUID())))
                .isEqualTo("404 not_found");
        ok(calls.submit("sam", attempt));
        assertThat(calls.remove("sam", attempt, id).status()).isEqualTo(200);
    }

    private JsonNode highlighted(String json) {
        return ok(calls.highlight("sam", attempt, json)).body();
    }

    private static String again(UUID id) {
        return mark(id, 0, 3);
    }

    private static List<String> ids(JsonNode attempt) {
        return attempt.get("highlighted_text")
                .valueStream()
                .map(highlight -> highlight.get("id").asText())
                .toList();
    }

    private TestServer besides() {
        others.add(server.besides(kind, folder, clock));
        return others.getLast();
    }
}
