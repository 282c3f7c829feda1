package org.tutortimes.server.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.classes.ClassCalls.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.ManyStudents;
import org.tutortimes.server.ManyTutors;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.classes.ClassCalls;

/// A whole class at the same moment, through two servers where the database allows for it.
@OnBothDatabases
class ClassAtOnceTest {

    private static final int STUDENTS = 64;

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final Clock clock = Clock.systemUTC();
    private TestServer server;
    private TestServer other;
    private ClassCalls calls;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        other = server.besides(kind, folder, clock);
        ManyStudents.add(server.database(), STUDENTS);
        calls = new ClassCalls(server);
    }

    @AfterEach
    void stop() {
        other.close();
        server.close();
    }

    @Test
    void everybodyWhoJoinsAndBeginsAtOnceIsThereWithTheirAttempt() throws Exception {
        String session =
                calls.sessionOf(
                        calls.newClass(ManyStudents.ids(STUDENTS).toArray(Long[]::new)),
                        "open",
                        "start");
        List<String> attempts =
                ManyTutors.atOnce(STUDENTS, number -> takePart(either(number), session, number));
        List<JsonNode> participants = calls.participants(session);
        assertThat(participants)
                .extracting(each -> each.get("student_id").asLong())
                .containsExactlyInAnyOrderElementsOf(ManyStudents.ids(STUDENTS));
        for (JsonNode each : participants) {
            int number = (int) (each.get("student_id").asLong() - ManyStudents.id(0));
            assertThat(each.get("attempt_id").asText()).isEqualTo(attempts.get(number));
            assertThat(calls.attemptOf("tia", attempts.get(number)).get("highlights").asInt())
                    .isEqualTo(1);
        }
        assertThat(calls.damages()).isEmpty();
    }

    @Test
    void whoeverBeginsWhileTheSessionEndsIsAbandonedOrRefused() throws Exception {
        String session =
                calls.sessionOf(
                        calls.newClass(ManyStudents.ids(STUDENTS).toArray(Long[]::new)),
                        "open",
                        "start");
        for (int number = 0; number < STUDENTS; number++) {
            ok(calls.join(ManyStudents.username(number), session));
        }
        List<Integer> statuses =
                ManyTutors.atOnce(
                        STUDENTS,
                        number ->
                                number == STUDENTS / 2
                                        ? calls.step("tia", session, "complete").status()
                                        : either(number)
                                                .start(ManyStudents.username(number), session)
                                                .status());
        assertThat(statuses).containsOnly(200, 201, 409).containsOnlyOnce(200);
        assertThat(calls.session("tia", session).get("participants").findValues("attempt_id"))
                .filteredOn(JsonNode::isTextual)
                .hasSize((int) statuses.stream().filter(status -> status == 201).count());
        assertThat(calls.damages()).isEmpty();
    }

    private static String takePart(ClassCalls own, String session, int number) {
        String user = ManyStudents.username(number);
        ok(own.join(user, session));
        ok(own.heartbeat(user, session));
        String attempt = ClassCalls.id(own.start(user, session));
        ok(own.heartbeat(user, session));
        ok(own.highlight(user, attempt, ClassCalls.mark(UUID.randomUUID(), 0, 3)));
        return attempt;
    }

    private ClassCalls either(int number) {
        return new ClassCalls(number % 2 == 0 ? server : other);
    }
}
