package org.tutortimes.server.database;

import static org.tutortimes.server.classes.ClassCalls.ATTEMPTS;
import static org.tutortimes.server.classes.ClassCalls.CLASSES;
import static org.tutortimes.server.classes.ClassCalls.SESSIONS;
import static org.tutortimes.server.classes.ClassCalls.id;
import static org.tutortimes.server.classes.ClassCalls.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.classes.ClassCalls;

/// Asks a server everything that there is about live classes.
record EveryClassRequest(TestServer server) {

    void send() {
        ClassCalls calls = new ClassCalls(server);
        String classId = calls.newClass(SampleData.SAM);
        classes(classId);
        String session = calls.planned(classId);
        ok(server.put("tia", SESSIONS + "/" + session, "{\"title\": \"Other\"}"));
        ok(calls.step("tia", session, "open"));
        server.put("tia", CLASSES + "/" + classId + "/archive", null);
        ok(calls.step("cora", session, "start"));
        ok(calls.join("sam", session));
        ok(calls.heartbeat("sam", session));
        attempts(calls, session);
        ok(calls.leave("sam", session));
        lists(classId);
        for (String who : List.of("ada", "cora", "tia", "sam")) {
            ok(server.get(who, SESSIONS + "/" + session));
        }
        server.get("cora", "/api/live/class-sessions/" + session);
        pages(classId, session);
        ok(calls.step("tia", session, "complete"));
        ok(calls.step("tia", calls.planned(classId), "cancel"));
        ok(server.put("tia", CLASSES + "/" + classId + "/archive", null));
    }

    private void classes(String classId) {
        ok(server.put("cora", CLASSES + "/" + classId, "{\"name\": \"Friday\"}"));
        for (String who : List.of("ada", "cora", "tia")) {
            ok(server.get(who, CLASSES + "/" + classId));
            listed(who, CLASSES, "unit_id=10", "status=ACTIVE", "unit_id=10&status=ARCHIVED");
        }
    }

    private void lists(String classId) {
        for (String who : List.of("ada", "cora", "tia", "sam")) {
            listed(
                    who,
                    SESSIONS,
                    "class_id=" + classId,
                    "status=IN_PROGRESS",
                    "class_id=" + classId + "&status=COMPLETED");
        }
    }

    private void pages(String classId, String session) {
        for (String who : List.of("ada", "cora", "tia")) {
            ok(server.get(who, "/units/10/classes"));
            ok(server.get(who, "/classes/" + classId));
        }
        for (String who : List.of("cora", "sam")) {
            ok(server.get(who, "/classes"));
            ok(server.get(who, "/class-sessions/" + session));
        }
    }

    private void attempts(ClassCalls calls, String session) {
        String attempt = calls.attempt(session);
        UUID highlight = UUID.randomUUID();
        ok(calls.highlight("sam", attempt, ClassCalls.mark(highlight, 0, 3)));
        ok(calls.remove("sam", attempt, highlight));
        for (String who : List.of("ada", "cora", "tia", "sam")) {
            ok(server.get(who, ATTEMPTS + "/" + attempt));
        }
        ok(calls.submit("sam", attempt));
        String alone = id(server.post("sam", ATTEMPTS, "{\"task_id\": 9000}"));
        ok(server.get("cora", ATTEMPTS + "/" + alone));
    }

    private void listed(String who, String path, String... filters) {
        JsonNode first = ok(server.get(who, path + "?limit=1")).body();
        if (first.path("next_cursor").isTextual()) {
            ok(server.get(who, path + "?limit=1&cursor=" + first.get("next_cursor").asText()));
        }
        for (String filter : filters) {
            ok(server.get(who, path + "?" + filter));
        }
    }
}
