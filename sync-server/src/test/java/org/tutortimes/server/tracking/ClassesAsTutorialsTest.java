package org.tutortimes.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.classes.ClassCalls.id;
import static org.tutortimes.server.classes.ClassCalls.ok;
import static org.tutortimes.server.tracking.TrackingCalls.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.classes.ClassCalls;

/// What a teacher marks while they hold a class is marked during a tutorial.
@OnBothDatabases
class ClassesAsTutorialsTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    // A Monday, seven o'clock in the evening in Melbourne.
    private final VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
    private TestServer server;
    private TrackingCalls calls;
    private ClassCalls classes;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        calls = new TrackingCalls(server);
        classes = new ClassCalls(server);
    }

    @AfterEach
    void stop() {
        assertThat(calls.damages()).isEmpty();
        server.close();
    }

    @Test
    void markingWhileAClassSessionIsInProgressIsDuringATutorial() {
        classes.sessionAfter("open", "start");
        act("tia");
        act("tom");
        act("cora");
        assertThat(sessions("1")).containsExactly("09:00 09:00 tutorial");
        assertThat(sessions("2")).containsExactly("09:00 09:00");
        assertThat(sessions("3")).containsExactly("09:00 09:00");
    }

    @Test
    void openRoomIsNoTutorialYet() {
        String session = classes.sessionAfter("open");
        act("tia");
        assertThat(sessions("1")).containsExactly("09:00 09:00");
        clock.advanceMinutes(5);
        ok(classes.step("tia", session, "start"));
        clock.advanceMinutes(5);
        act("tia");
        // The session before ends a second before the tutorial begins.
        assertThat(sessions("1")).containsExactly("09:00 09:04", "09:10 09:10 tutorial");
    }

    @Test
    void markingSessionThatBeganInAClassSessionEndsWithItAndTheNextActionBeginsAnother() {
        for (String end : List.of("complete", "cancel")) {
            String session = classes.sessionAfter("open", "start");
            act("tia");
            clock.advanceMinutes(10);
            act("tia");
            clock.advanceMinutes(5);
            ok(classes.step("tia", session, end));
            clock.advanceMinutes(5);
            act("tia");
            clock.advanceMinutes(40);
        }
        assertThat(sessions("1"))
                .containsExactly(
                        "09:00 09:15 tutorial",
                        "09:20 09:20",
                        "10:00 10:15 tutorial",
                        "10:20 10:20");
    }

    @Test
    void whoeverTeachesAtTheTimeOfTheActionHoldsTheTutorial() {
        String session = classes.sessionAfter("open", "start");
        String classId = classes.session("tia", session).get("class_id").asText();
        ok(server.put("cora", ClassCalls.CLASSES + "/" + classId, "{\"teacher_id\": 2}"));
        act("tia");
        act("tom");
        assertThat(sessions("1")).containsExactly("09:00 09:00");
        assertThat(sessions("2")).containsExactly("09:00 09:00 tutorial");
    }

    @Test
    void weeklyMeetingCountsWhereTheClassSaysSo() {
        meeting(true);
        act("tia");
        assertThat(sessions("1")).containsExactly("09:00 09:00 tutorial");
        clock.advanceMinutes(35);
        act("tia");
        assertThat(sessions("1")).containsExactly("09:00 09:00 tutorial", "09:35 09:35");
    }

    @Test
    void classThatIsArchivedMeetsNoMore() {
        ok(server.put("tia", ClassCalls.CLASSES + "/" + meeting(true) + "/archive", null));
        act("tia");
        assertThat(sessions("1")).containsExactly("09:00 09:00");
    }

    @Test
    void weeklyMeetingThatDoesNotCountIsNoTutorial() {
        meeting(false);
        act("tia");
        assertThat(sessions("1")).containsExactly("09:00 09:00");
    }

    /// A class that meets from half past six until half past seven.
    private String meeting(boolean feedback) {
        return id(
                server.post(
                        "tia",
                        ClassCalls.CLASSES,
                        """
                        {"unit_id": 10, "name": "Monday", "weekday": "monday",
                         "meeting_time": "18:30", "duration_minutes": 60, "feedback": %s}
                        """
                                .formatted(feedback)));
    }

    private void act(String user) {
        assertThat(calls.act(user, OFFICE, "add-comment").body().get("recorded").asBoolean())
                .isTrue();
    }

    /// Start, end and whether it was in a tutorial, of each marking session of a user.
    private List<String> sessions(String userId) {
        return StreamSupport.stream(calls.sessions().spliterator(), false)
                .filter(session -> session.get("user_id").asText().equals(userId))
                .map(session ->
                        time(session.get("start_time"))
                                + " "
                                + time(session.get("end_time"))
                                + (session.get("during_tutorial").asBoolean() ? " tutorial" : ""))
                .sorted()
                .toList();
    }

    private static String time(JsonNode instant) {
        return instant.asText().substring(11, 16);
    }
}
