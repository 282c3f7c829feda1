package org.tutortimes.server.classes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.check.Check;

/// What teachers and students ask of live classes. Unless it is said otherwise the class is Tia's,
/// in unit 10, and Sam is its student.
public final class ClassCalls {

    public static final String CLASSES = "/api/classes";
    public static final String SESSIONS = "/api/class-sessions";
    public static final String ATTEMPTS = "/api/attempts";

    /// The text of the passage `one` of every class session.
    public static final String PASSAGE = "All of us have strength enough.";

    private final TestServer server;

    public ClassCalls(TestServer server) {
        this.server = server;
    }

    /// A new class of Tia's.
    public String newClass(Long... students) {
        return id(
                server.post(
                        "tia",
                        CLASSES,
                        "{\"unit_id\": 10, \"name\": \"Tuesday\", \"student_ids\": %s}"
                                .formatted(List.of(students))));
    }

    /// A class session of it that is planned.
    public String planned(String classId) {
        return id(server.post("tia", SESSIONS, plan(classId)));
    }

    /// What such a plan says.
    public static String plan(String classId) {
        return """
        {"class_id": "%s", "title": "Reading test", "scheduled_at": "2026-08-03T10:00:00Z",
         "test_id": 77, "passages": [{"id": "one", "text": "%s"}, {"id": "two", "text": "Second."}]}
        """
                .formatted(classId, PASSAGE);
    }

    /// A new class session of a new class with Sam, after these steps.
    public String sessionAfter(String... steps) {
        return sessionOf(newClass(SampleData.SAM), steps);
    }

    public String sessionOf(String classId, String... steps) {
        String session = planned(classId);
        for (String step : steps) {
            ok(step("tia", session, step));
        }
        return session;
    }

    public Answer step(String user, String session, String step) {
        return server.put(user, SESSIONS + "/" + session + "/" + step, null);
    }

    public Answer join(String user, String session) {
        return server.post(user, SESSIONS + "/" + session + "/join", null);
    }

    public Answer heartbeat(String user, String session) {
        return server.put(user, SESSIONS + "/" + session + "/heartbeat", null);
    }

    public Answer leave(String user, String session) {
        return server.put(user, SESSIONS + "/" + session + "/leave", null);
    }

    public Answer start(String user, String session) {
        return server.post(user, ATTEMPTS, "{\"class_session_id\": \"%s\"}".formatted(session));
    }

    /// A session in progress that Sam has joined.
    public String joined() {
        String session = sessionAfter("open", "start");
        ok(join("sam", session));
        return session;
    }

    /// Sam's attempt in a class session that he has joined.
    public String attempt(String session) {
        return id(start("sam", session));
    }

    public Answer highlight(String user, String attempt, String json) {
        return server.post(user, ATTEMPTS + "/" + attempt + "/highlights", json);
    }

    public Answer remove(String user, String attempt, UUID highlight) {
        return server.delete(user, ATTEMPTS + "/" + attempt + "/highlights/" + highlight);
    }

    public Answer submit(String user, String attempt) {
        return server.put(user, ATTEMPTS + "/" + attempt + "/submit", null);
    }

    /// A highlight of the passage `one`, as it would be sent.
    public static String mark(UUID id, int start, int end) {
        return mark(id, "one", start, end, PASSAGE.substring(start, end));
    }

    public static String mark(UUID id, String passage, int start, int end, String text) {
        return """
        {"id": "%s", "timestamp": "2026-08-03T10:05:00+02:00", "text": "%s", "passage_id": "%s",
         "position_start": %d, "position_end": %d, "color_code": "#ffd54f", "comment": "So."}
        """
                .formatted(id, text, passage, start, end);
    }

    public JsonNode session(String user, String session) {
        return ok(server.get(user, SESSIONS + "/" + session)).body();
    }

    public JsonNode attemptOf(String user, String attempt) {
        return ok(server.get(user, ATTEMPTS + "/" + attempt)).body();
    }

    /// The participants as Tia sees them.
    public List<JsonNode> participants(String session) {
        return session("tia", session).get("participants").valueStream().toList();
    }

    /// Whether the one participant is there.
    public String connection(String session) {
        assertThat(participants(session)).hasSize(1);
        return participants(session).getFirst().get("connection_status").asText();
    }

    /// What is wrong with everything that is stored.
    public List<String> damages() {
        return new Check(server.database()).failures();
    }

    public static Answer ok(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
        return answer;
    }

    public static String id(Answer answer) {
        return ok(answer).body().get("id").asText();
    }

    /// Status and code, such as `409 wrong_state`.
    public static String refusal(Answer answer) {
        return answer.status() + " " + answer.body().path("code").asText();
    }

    /// Names of the fields that were refused.
    public static List<String> faults(Answer answer) {
        return answer.body().at("/details/faults").properties().stream()
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
