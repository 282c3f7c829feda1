package org.tutortimes.server.database;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;

/// Asks a server everything that it can be asked, by those who see much and those who see little.
record EveryRequest(TestServer server, VirtualClock clock) {

    private static final List<String> BY =
            List.of("", "tutor,week", "task,day", "student,month", "student,task");

    private static final String PERIOD = "from=2026-07-13&to=2026-12-31";

    void send() {
        timerSessions();
        manualEntries();
        synchronisation();
        tracking();
        new EveryClassRequest(server).send();
        units();
        lists();
        administration();
        imports();
        pages();
        account();
    }

    private void timerSessions() {
        String start = "{\"unit_role_id\": 100, \"task_id\": 9000}";
        String id = ok(server.post("tia", "/api/tutor-times/start", start)).get("id").asText();
        String session = "/api/tutor-times/" + id;
        ok(server.put("tia", session + "/pause", "{}"));
        ok(server.put("tia", session + "/resume", null));
        server.post("tia", "/api/tutor-times/start", start);
        ok(server.get("cora", session));
        ok(server.get("tia", session));
        clock.advanceMinutes(5);
        ok(server.put("tia", session + "/complete", "{}"));
    }

    private void manualEntries() {
        Answer entered =
                server.post(
                        "tia",
                        "/api/tutor-times",
                        """
                        {"unit_role_id": 100, "task_definition_id": 500, "note": "by hand",
                         "submissions": 3,
                         "segments": [{"start": "2026-08-18T01:00:00Z",
                                       "end": "2026-08-18T02:00:00Z"}]}
                        """);
        String other = "/api/tutor-times/" + ok(entered).get("id").asText();
        ok(
                server.put(
                        "tia",
                        other,
                        """
                        {"note": "shorter",
                         "segments": [{"start": "2026-08-18T01:00:00Z",
                                       "end": "2026-08-18T01:30:00Z"}]}
                        """));
        ok(server.delete("tia", other));
        ok(server.post("tia", other + "/restore", "{}"));
    }

    /// One event that is stored and one that is held.
    private void synchronisation() {
        ok(
                server.post(
                        "tia",
                        "/api/sync",
                        """
                        {"device_id": "%s", "client_version": "1.0.0", "since": 0,
                         "sent_at": "2026-08-20T12:00:00Z", "events": [
                          {"id": "%s", "session_id": "%s", "device_id": "%s", "seq": 1,
                           "kind": "started", "at": "2026-08-19T01:00:00Z", "zone": "UTC",
                           "clock_offset_ms": 0, "unit_role_id": 100, "task_id": 9000},
                          {"id": "%s", "session_id": "%s", "device_id": "%s", "seq": 2,
                           "kind": "started", "at": "2026-08-19T02:00:00Z", "zone": "UTC",
                           "clock_offset_ms": 0, "unit_role_id": 120, "task_id": 9000}]}
                        """
                                .formatted(Stream.generate(UUID::randomUUID).limit(7).toArray())));
    }

    private void tracking() {
        String activity = "{\"project_id\": 1000, \"task_id\": 9000, \"action\": \"GET\"%s}";
        String id = ", \"id\": \"%s\"".formatted(UUID.randomUUID());
        String unit = "{\"unit_id\": 10, \"project_id\": 1000, \"action\": \"GET\"}";
        long session =
                ok(server.post("tia", "/api/session-activities", activity.formatted(id)))
                        .get("marking_session_id")
                        .asLong();
        ok(server.post("tia", "/api/session-activities", activity.formatted(id)));
        ok(server.post("tia", "/api/session-activities", "[" + unit + "]"));
        clock.advanceMinutes(5);
        ok(server.post("tia", "/api/tutor-times/heartbeat", "{\"unit_id\": 10}"));
        ok(server.get("tia", "/api/units/10/tasks/inbox"));
        ok(server.put("tia", "/api/projects/1000/task_def_id/500", "{\"trigger\": \"redo\"}"));
        clock.advanceMinutes(20);
        ok(server.post("tia", "/api/tutor-times/heartbeat", "{\"unit_id\": 10}"));
        String one = "/api/marking_sessions/" + session;
        for (String who : List.of("ada", "cora", "tia")) {
            ok(server.get(who, "/api/units/10/marking_sessions"));
            ok(server.get(who, "/api/units/10/marking_sessions?student_id=50"));
            ok(server.get(who, "/api/units/10/marking_sessions?user_id=1&student_id=50"));
            ok(server.get(who, "/api/units/10/reconciliation?" + PERIOD));
            ok(server.get(who, one));
            server.get(who, "/api/csv/units/10/my_marking_sessions");
        }
        server.get("cora", "/api/csv/units/10/tutor_times_summary");
        server.get(
                "ada",
                "/api/csv/units/10/tutor_times_summary?ignore_sessions_during_tutorials=true");
        ok(server.get("cora", "/api/units/10/sharing?" + PERIOD));
        ok(server.post("tia", one + "/record", "{}"));
        ok(server.get("ada", "/api/admin/marking_sessions/%d/ip_address".formatted(session)));
        server.delete("ada", one);
    }

    private void units() {
        for (String who : List.of("ada", "cora", "tia")) {
            ok(server.get(who, "/api/units"));
            ok(server.get(who, "/api/units/10"));
            for (String by : BY) {
                ok(server.get(who, "/api/units/10/totals?by=" + by));
                ok(server.get(who, "/api/units/10/totals?" + PERIOD + "&by=" + by));
            }
            for (String format : List.of("csv", "xlsx", "ics", "json")) {
                ok(server.get(who, "/api/units/10/export." + format + "?" + PERIOD));
            }
        }
    }

    private void lists() {
        for (String path :
                List.of(
                        "unit-role/" + SampleData.TIAS_ROLE,
                        "unit/" + SampleData.UNIT,
                        "tutor/" + SampleData.TIA,
                        "student/" + SampleData.SAM)) {
            String list = "/api/tutor-times/" + path;
            for (String who : List.of("ada", "cora")) {
                ok(server.get(who, list));
                ok(server.get(who, list + "?" + PERIOD + "&status=paused,completed"));
                ok(server.get(who, list + "?status=active&include_deleted=true"));
                JsonNode first = ok(server.get(who, list + "?limit=1"));
                if (first.path("next_cursor").isTextual()) {
                    String cursor = first.get("next_cursor").asText();
                    ok(server.get(who, list + "?limit=1&cursor=" + cursor));
                }
            }
        }
        ok(server.get("tia", "/api/tutor-times/tutor/" + SampleData.TIA));
    }

    private void administration() {
        listed("/api/admin/users", "q=ti", "system_role=admin", "active=false");
        listed("/api/admin/units", "q=SIT", "active=true");
        listed(
                "/api/admin/unit-roles",
                "unit_id=10",
                "user_id=1",
                "role=tutor",
                "active=false",
                "q=ti");
        listed("/api/admin/tokens", "kind=user", "kind=service", "user_id=1");
        listed(
                "/api/admin/audit",
                PERIOD.replace("2026-07-13", "2026-07-13T00:00:00Z")
                        .replace("2026-12-31", "2026-12-31T00:00:00Z"),
                "user_id=1",
                "action=session_corrected",
                "subject_type=tutor_time",
                "subject_id=1",
                "unit_id=10",
                "q=ada");
        ok(server.get("cora", "/api/admin/unit-roles?unit_id=10"));
        ok(server.get("ada", "/api/admin/users/1"));
        ok(server.get("ada", "/api/admin/units/10"));
        ok(server.get("ada", "/api/admin/unit-roles/100"));
        ok(server.put("ada", "/api/admin/users/2", "{\"name\": \"Tom T.\"}"));
        ok(server.put("ada", "/api/admin/units/10", "{\"budget_hours\": 20}"));
        ok(server.put("ada", "/api/admin/unit-roles/101", "{\"active\": true}"));
        server.post("ada", "/api/admin/users", "{\"username\": \"new\", \"name\": \"New Tutor\"}");
        server.post(
                "ada", "/api/admin/units", "{\"code\": \"N\", \"name\": \"N\", \"zone\": \"UTC\"}");
        server.post(
                "ada",
                "/api/admin/unit-roles",
                "{\"unit_id\": 11, \"user_id\": 2, \"role\": \"tutor\"}");
        server.post("ada", "/api/admin/tokens", "{\"name\": \"lms\"}");
        server.post("ada", "/api/admin/users/50/password", "{}");
        server.delete("ada", "/api/admin/tokens/unknown");
    }

    private void imports() {
        ok(
                server.post(
                        "ada",
                        "/api/admin/import",
                        """
                        {"users": [{"id": 77, "username": "uma", "name": "Uma"}],
                         "projects": [{"id": 1077, "unit_id": 10, "user_id": 77}],
                         "tasks": [{"id": 9077, "project_id": 1077, "task_definition_id": 500}]}
                        """));
    }

    private void listed(String path, String... filters) {
        JsonNode first = ok(server.get("ada", path + "?limit=1"));
        if (first.path("next_cursor").isTextual()) {
            ok(server.get("ada", path + "?limit=1&cursor=" + first.get("next_cursor").asText()));
        }
        for (String filter : filters) {
            Answer answer = server.get("ada", path + "?" + filter);
            if (answer.status() != 400) {
                ok(answer);
            }
        }
    }

    private void pages() {
        for (String who : List.of("ada", "cora", "tia")) {
            for (String period : List.of("whole-unit", "four-weeks", "last-week", "this-week")) {
                page(who, "/units/10?period=" + period);
            }
            page(who, "/");
            page(who, "/account");
            page(who, "/units/10/records");
            new EverySessionPage(this::page).send(who);
        }
        new EveryAdministrationPage(server, this::page).send("ada");
        server.get("cora", "/api/live/units/10");
        ok(server.get("ada", "/health/ready"));
    }

    private void page(String who, String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status =
                    client.send(
                                    server.request("GET", path, null)
                                            .header("Authorization", "Bearer " + who)
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode();
            if (status != 200 && status != 302) {
                throw new AssertionError(path + " answers " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void account() {
        String signIn = "{\"username\": \"%s\", \"password\": \"wrong\", \"remember\": false}";
        server.post("nobody", "/api/auth", signIn.formatted("tia"));
        server.post("nobody", "/api/auth", signIn.formatted("nobody"));
        ok(server.get("tia", "/api/auth/tokens"));
        server.delete("tia", "/api/auth/tokens/unknown");
        server.put(
                "tia",
                "/api/auth/password",
                "{\"current_password\": \"wrong\", \"new_password\": \"correct horse battery\"}");
        ok(server.put("tom", "/api/auth", null));
        server.delete("tom", "/api/auth");
    }

    private static JsonNode ok(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.body();
    }
}
