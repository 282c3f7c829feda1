package org.tutortimes.server.trouble;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;

/// An hour of a server, request by request. Each may be sent again where it failed.
final class Workload {

    private static final String ONLINE = Api.TUTOR_TIMES + "/" + id(1);
    private static final String SYNCED = Api.TUTOR_TIMES + "/" + id(2);

    private static final List<Step> MARKING =
            List.of(
                    new Step("sign in", Workload::signIn),
                    new Step("sync", server -> server.post("tia", Api.SYNC, batch())),
                    new Step(
                            "start",
                            server ->
                                    server.post(
                                            "tia",
                                            Api.TUTOR_TIMES + "/start",
                                            """
                                            {"id": "%s", "unit_role_id": 100, "task_id": 9000}
                                            """
                                                    .formatted(id(1)))),
                    new Step("pause", server -> server.put("tia", ONLINE + "/pause", null)),
                    new Step("resume", server -> server.put("tia", ONLINE + "/resume", null)),
                    new Step("complete", server -> server.put("tia", ONLINE + "/complete", null)),
                    new Step("correct", server -> server.put("tia", ONLINE, correction())),
                    new Step("delete", server -> server.delete("tia", SYNCED)),
                    new Step(
                            "activities",
                            server -> server.post("tia", "/api/session-activities", activities())),
                    new Step(
                            "heartbeat",
                            server -> server.post("tia", Api.HEARTBEAT, "{\"unit_id\": 10}")),
                    new Step("inbox", server -> server.get("tia", Api.UNITS + "/10/tasks/inbox")),
                    new Step(
                            "assess",
                            server ->
                                    server.put(
                                            "tia",
                                            "/api/projects/1000/task_def_id/500",
                                            "{\"trigger\": \"discuss\"}")),
                    new Step(
                            "import",
                            server -> server.post("ada", "/api/admin/import", imported())),
                    new Step(
                            "totals",
                            server -> server.get("cora", Api.UNITS + "/10/totals?by=tutor,week")),
                    new Step("unit", server -> server.get("cora", Api.UNITS + "/10")),
                    new Step("fetch", server -> server.post("tia", Api.SYNC, sync(""))));

    static final List<Step> STEPS =
            Stream.concat(MARKING.stream(), ClassWorkload.STEPS.stream()).toList();

    /// One request.
    ///
    /// @param before how much time passes first
    record Step(String name, Duration before, Function<TestServer, Answer> request) {

        Step(String name, Function<TestServer, Answer> request) {
            this(name, Duration.ofMinutes(3), request);
        }
    }

    private Workload() {}

    private static Answer signIn(TestServer server) {
        return server.send(
                server.request(
                        "POST", Api.AUTH, "{\"username\": \"tia\", \"password\": \"right\"}"));
    }

    /// Two sessions that overlap, one of another unit, and one on a task that is imported later.
    private static String batch() {
        return sync(
                String.join(
                        ",",
                        started(11, 2, "07:00", "100, \"task_id\": 9000"),
                        closed(12, 2, "paused", "07:10", 11),
                        event(13, 2, "resumed", "07:15", ""),
                        closed(14, 2, "completed", "07:40", 13),
                        started(15, 3, "07:20", "100, \"task_definition_id\": 500"),
                        closed(16, 3, "completed", "07:30", 15),
                        started(17, 4, "08:00", "110, \"task_id\": 9100"),
                        closed(18, 4, "paused", "08:05", 17),
                        started(19, 5, "08:10", "100, \"task_id\": 9001"),
                        closed(20, 5, "completed", "08:20", 19)));
    }

    private static String activities() {
        return """
        [{"id": "%s", "unit_id": 10, "task_id": 9000, "action": "get-submission-details"},
         {"id": "%s", "project_id": 1000, "action": "add-comment",
          "occurred_at": "2026-08-03T08:59:00Z"}]
        """
                .formatted(id(31), id(32));
    }

    private static String sync(String events) {
        return """
        {"device_id": "%s", "client_version": "1.0.0", "sent_at": "2026-08-03T09:00:00.000Z",
         "since": 0, "reference": null, "events": [%s]}
        """
                .formatted(id(99), events);
    }

    private static String started(int id, int session, String at, String roleAndTarget) {
        return event(id, session, "started", at, ", \"unit_role_id\": " + roleAndTarget);
    }

    private static String closed(int id, int session, String kind, String at, int opener) {
        String reason = kind.equals("paused") ? ", \"reason\": \"by_hand\"" : "";
        return event(id, session, kind, at, reason + ", \"opened_by\": \"" + id(opener) + "\"");
    }

    private static String event(int id, int session, String kind, String at, String more) {
        return """
        {"id": "%s", "session_id": "%s", "device_id": "%s", "seq": %d, "kind": "%s",
         "at": "2026-08-03T%s:00.000Z", "zone": "Australia/Melbourne", "clock_offset_ms": 0%s}
        """
                .formatted(id(id), id(session), id(99), id, kind, at, more);
    }

    private static String correction() {
        return """
        {"note": "On paper", "segments": [
            {"start": "2026-08-03T06:00:00Z", "end": "2026-08-03T06:30:00Z"},
            {"start": "2026-08-03T06:40:00Z", "end": "2026-08-03T06:45:00Z"}]}
        """;
    }

    private static String imported() {
        return """
        {"users": [{"id": 51, "username": "zoe", "name": "Zoe"}],
         "projects": [{"id": 1003, "unit_id": 10, "user_id": 51}],
         "tasks": [{"id": 9000, "status": "redo"},
                   {"id": 9001, "project_id": 1003, "task_definition_id": 500,
                    "status": "ready_for_feedback"}]}
        """;
    }

    static String id(int number) {
        return "00000000-0000-4000-8000-0000000000%02d".formatted(number);
    }
}
