package org.tutortimes.server.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tutortimes.server.classes.ClassCalls.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.classes.ClassCalls;
import org.tutortimes.server.live.EventReader;

/// The live stream of a class session over real HTTP; every event is held against the contract.
@OnBothDatabases
class BoardRoutesTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private TestServer server;
    private ClassCalls calls;
    private String session = "";

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, new VirtualClock("2026-08-03T09:00:00Z"));
        calls = new ClassCalls(server);
        session = calls.sessionAfter("open");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void teacherGetsTheWholeBoardAndThenWhatChanges() throws Exception {
        try (EventReader events = new EventReader(server.address(), path(), "tia")) {
            JsonNode whole = events.next("snapshot");
            assertThat(whole.at("/session/status").asText()).isEqualTo("WAITING_FOR_STUDENTS");
            assertThat(whole.at("/students/0/name").asText()).isEqualTo("Sam Student");
            assertThat(whole.at("/students/0/connection_status").isNull()).isTrue();
            assertThat(whole.at("/counts/joined").asInt()).isZero();
            ok(calls.join("sam", session));
            JsonNode joined = events.next("change");
            assertThat(joined.at("/students/0/connection_status").asText()).isEqualTo("CONNECTED");
            assertThat(joined.at("/counts/connected").asInt()).isEqualTo(1);
            assertThat(joined.has("session")).isFalse();
            ok(calls.step("tia", session, "start"));
            JsonNode started = events.next("change");
            assertThat(started.at("/session/status").asText()).isEqualTo("IN_PROGRESS");
            assertThat(started.has("students")).isFalse();
        }
    }

    @Test
    void whoLeavesIsSeenToBeGone() throws Exception {
        ok(calls.join("sam", session));
        try (EventReader events = new EventReader(server.address(), path(), "tia")) {
            events.next("snapshot");
            ok(calls.leave("sam", session));
            JsonNode left = events.next("change");
            assertThat(left.at("/students/0/connection_status").asText()).isEqualTo("DISCONNECTED");
            assertThat(left.at("/counts/connected").asInt()).isZero();
        }
    }

    @Test
    void whoIsTakenOutOfTheClassLeavesTheBoard() throws Exception {
        try (EventReader events = new EventReader(server.address(), path(), "tia")) {
            String classId = events.next("snapshot").at("/session/class_id").asText();
            ok(server.put("tia", ClassCalls.CLASSES + "/" + classId, "{\"student_ids\": []}"));
            JsonNode change = events.next("change");
            assertThat(change.at("/gone/0").asLong()).isEqualTo(SampleData.SAM);
            assertThat(change.at("/counts/students").asInt()).isZero();
        }
    }

    @Test
    void workOfTheStudentsIsSeen() throws Exception {
        ok(calls.join("sam", session));
        ok(calls.step("tia", session, "start"));
        try (EventReader events = new EventReader(server.address(), path(), "cora")) {
            events.next("snapshot");
            String attempt = calls.attempt(session);
            assertThat(events.next("change").at("/students/0/attempt_id").asText())
                    .isEqualTo(attempt);
            ok(calls.highlight("sam", attempt, ClassCalls.mark(UUID.randomUUID(), 0, 3)));
            assertThat(events.next("change").at("/counts/highlights").asInt()).isEqualTo(1);
            ok(calls.submit("sam", attempt));
            assertThat(events.next("change").at("/students/0/attempt_status").asText())
                    .isEqualTo("SUBMITTED");
        }
    }

    @Test
    void onlyThoseWhoRunTheClassWatchIt() {
        for (String user : new String[] {"tia", "cora", "ada"}) {
            assertThat(server.get(user, path()).status()).isEqualTo(200);
        }
        assertThat(server.get("sam", path()).status()).isEqualTo(403);
        assertThat(server.get("tom", path()).status()).isEqualTo(404);
        assertThat(server.get("tia", Api.LIVE + "/class-sessions/7").status()).isEqualTo(404);
    }

    @Test
    void boardEndsForATeacherWhoHasNoRoleInTheUnitAnyMore() throws Exception {
        try (EventReader events = new EventReader(server.address(), path(), "tia")) {
            events.next("snapshot");
            server.database()
                    .write(handle ->
                            handle.execute(
                                    "UPDATE unit_roles SET active = 0 WHERE id = ?",
                                    SampleData.TIAS_ROLE));
            CompletableFuture<Void> end = events.end();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> {
                        ok(calls.join("sam", session));
                        return end.isDone();
                    });
        }
    }

    private String path() {
        return Api.LIVE + "/class-sessions/" + session;
    }
}
