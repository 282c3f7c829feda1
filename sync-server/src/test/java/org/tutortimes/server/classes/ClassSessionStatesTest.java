package org.tutortimes.server.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.classes.ClassCalls.ok;
import static org.tutortimes.server.classes.ClassCalls.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.model.classes.ClassSessionState.Step;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;

/// How a class session goes on, and what becomes of what was begun in it.
@OnBothDatabases
class ClassSessionStatesTest {

    private static final Map<ClassSessionState, String[]> WAYS =
            Map.of(
                    ClassSessionState.SCHEDULED,
                    new String[] {},
                    ClassSessionState.WAITING_FOR_STUDENTS,
                    new String[] {"open"},
                    ClassSessionState.IN_PROGRESS,
                    new String[] {"open", "start"},
                    ClassSessionState.COMPLETED,
                    new String[] {"open", "start", "complete"},
                    ClassSessionState.CANCELLED,
                    new String[] {"cancel"});

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
    private TestServer server;
    private ClassCalls calls;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        calls = new ClassCalls(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyStepWorksFromItsStatesAndIsRefusedFromAllOthersWithBothNamed() {
        for (ClassSessionState state : ClassSessionState.values()) {
            for (Step step : Step.values()) {
                String session = calls.sessionAfter(WAYS.getOrDefault(state, new String[] {}));
                assertThat(status(session)).isEqualTo(state.name());
                Answer answer = calls.step("tia", session, step.wireName());
                if (state.after(step).isPresent()) {
                    assertThat(ok(answer).body().get("status").asText())
                            .isEqualTo(step.target().name());
                } else {
                    assertThat(refusal(answer)).isEqualTo("409 wrong_state");
                    assertThat(answer.body().get("error").asText())
                            .contains(state.name(), step.target().name());
                    assertThat(answer.body().at("/details/status").asText())
                            .isEqualTo(state.name());
                    assertThat(answer.body().at("/details/wanted").asText())
                            .isEqualTo(step.target().name());
                    assertThat(status(session)).isEqualTo(state.name());
                }
            }
        }
    }

    @Test
    void whenItStartedAndEndedIsKept() {
        String session = calls.sessionAfter("open");
        clock.advanceMinutes(1);
        JsonNode started = ok(calls.step("tia", session, "start")).body();
        assertThat(started.get("started_at").asText()).isEqualTo("2026-08-03T09:01:00.000Z");
        assertThat(started.get("completed_at").isNull()).isTrue();
        clock.advanceMinutes(1);
        JsonNode completed = ok(calls.step("tia", session, "complete")).body();
        assertThat(completed.get("started_at").asText()).isEqualTo("2026-08-03T09:01:00.000Z");
        assertThat(completed.get("completed_at").asText()).isEqualTo("2026-08-03T09:02:00.000Z");
        assertThat(completed.get("cancelled_at").isNull()).isTrue();
        String other = calls.sessionAfter("open", "start");
        clock.advanceMinutes(1);
        JsonNode cancelled = ok(calls.step("tia", other, "cancel")).body();
        assertThat(cancelled.get("cancelled_at").asText()).isEqualTo("2026-08-03T09:03:00.000Z");
        assertThat(cancelled.get("completed_at").isNull()).isTrue();
    }

    @Test
    void sessionThatEndsAbandonsOpenAttemptsAndTheyKeepTheirHighlights() {
        for (String end : List.of("complete", "cancel")) {
            String session = calls.joined();
            String attempt = calls.attempt(session);
            ok(calls.highlight("sam", attempt, ClassCalls.mark(UUID.randomUUID(), 0, 3)));
            ok(calls.step("tia", session, end));
            JsonNode left = calls.attemptOf("sam", attempt);
            assertThat(left.get("status").asText()).isEqualTo("ABANDONED");
            assertThat(left.get("submitted_at").isNull()).isTrue();
            assertThat(left.get("highlighted_text")).hasSize(1);
            assertThat(calls.connection(session)).isEqualTo("DISCONNECTED");
        }
        assertThat(calls.damages()).isEmpty();
    }

    @Test
    void sessionThatEndsLeavesSubmittedAttemptsAlone() {
        String session = calls.joined();
        String attempt = calls.attempt(session);
        JsonNode submitted = ok(calls.submit("sam", attempt)).body();
        ok(calls.step("tia", session, "complete"));
        assertThat(calls.attemptOf("sam", attempt)).isEqualTo(submitted);
    }

    @Test
    void planMayChangeUntilTheSessionStarts() {
        String session = calls.sessionAfter("open");
        JsonNode changed =
                ok(change(
                                session,
                                "{\"title\": \"Other\", \"passages\": [{\"id\": \"x\", \"text\":"
                                        + " \"a\\r\\nb\"}]}"))
                        .body();
        assertThat(changed.get("title").asText()).isEqualTo("Other");
        assertThat(changed.get("test_id").asLong()).isEqualTo(77);
        assertThat(changed.at("/passages/0/text").asText()).isEqualTo("a\nb");
        assertThat(ok(change(session, "{\"test_id\": null}")).body().get("test_id").isNull())
                .isTrue();
        ok(calls.step("tia", session, "start"));
        Answer refused = change(session, "{\"title\": \"Late\"}");
        assertThat(refusal(refused)).isEqualTo("409 wrong_state");
        assertThat(refused.body().at("/details/status").asText()).isEqualTo("IN_PROGRESS");
        String cancelled = calls.sessionAfter("cancel");
        assertThat(refusal(change(cancelled, "{\"title\": \"Late\"}")))
                .isEqualTo("409 wrong_state");
    }

    @Test
    void whatIsDoneToASessionIsOnRecordWithoutItsPassages() {
        String session = calls.sessionAfter("open");
        ok(change(session, "{\"title\": \"Other\"}"));
        ok(calls.step("cora", session, "cancel"));
        JsonNode log =
                ok(server.get(
                                "ada",
                                "/api/admin/audit?subject_type=class_session&subject_id="
                                        + session))
                        .body()
                        .get("items");
        assertThat(log)
                .extracting(entry -> entry.get("action").asText() + " " + entry.get("actor"))
                .containsExactly(
                        "class_session_changed \"cora\"",
                        "class_session_changed \"tia\"",
                        "class_session_changed \"tia\"",
                        "class_session_added \"tia\"");
        assertThat(log.get(0).at("/after/status").asText()).isEqualTo("CANCELLED");
        assertThat(log.toString()).doesNotContain("strength");
    }

    private Answer change(String session, String json) {
        return server.put("tia", ClassCalls.SESSIONS + "/" + session, json);
    }

    private String status(String session) {
        return calls.session("tia", session).get("status").asText();
    }
}
