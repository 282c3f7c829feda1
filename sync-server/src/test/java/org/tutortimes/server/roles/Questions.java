package org.tutortimes.server.roles;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// Every route of the API with the things that it may be asked about. Whoever adds a route adds it
/// here.
final class Questions {

    static final UUID UNKNOWN_ID = UUID.fromString("019aa3c2-0000-7000-8000-000000000000");
    static final long UNKNOWN_NUMBER = 999_999_999_999L;
    private static final String SESSION = "/api/tutor-times/{id}";

    private Questions() {}

    static List<Question> all() {
        return Stream.of(
                        open(),
                        account(),
                        newSessions(),
                        listsOfSessions(),
                        ofUnits("GET /api/tutor-times/unit/{id}"),
                        sessions(),
                        sync(),
                        units(),
                        tracking(),
                        markingSessions(),
                        ClassQuestions.all(),
                        administration(),
                        tokensAndLog())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> open() {
        return List.of(
                Question.of("GET /health/live", "–"),
                Question.of("HEAD /health/live", "–"),
                Question.of("GET /health/ready", "–"),
                Question.of("HEAD /health/ready", "–"),
                Question.of("GET /api/openapi.json", "–"),
                Question.of("GET /api/docs", "–"),
                Question.of("GET /api/docs/{name}", "a file", _ -> "docs.js"),
                Question.of("GET /api/docs/{name}", "unknown file", _ -> "none.js"));
    }

    private static List<Question> account() {
        return List.of(
                Question.of("POST /api/auth", "the tutor's password")
                        .sending(world ->
                                "{\"username\": \"%s\", \"password\": \"%s\"}"
                                        .formatted(world.token(Person.TUTOR), World.PASSWORD)),
                Question.of("PUT /api/auth", "own token"),
                Question.of("DELETE /api/auth", "own token"),
                Question.of("PUT /api/auth/password", "own password")
                        .sending(
                                "{\"current_password\": \"%s\", \"new_password\": \"%s\"}"
                                        .formatted(World.PASSWORD, "staple battery horse")),
                Question.of("GET /api/auth/tokens", "own tokens"),
                Question.of("DELETE /api/auth/tokens/{id}", "own token", World::tokenId),
                Question.of(
                        "DELETE /api/auth/tokens/{id}",
                        "another's token",
                        (world, person) ->
                                world.tokenId(
                                        person == Person.TUTOR ? Person.CONVENOR : Person.TUTOR)),
                Question.of("DELETE /api/auth/tokens/{id}", "unknown token", _ -> UNKNOWN_ID));
    }

    private static List<Question> newSessions() {
        String start = "POST /api/tutor-times/start";
        String enter = "POST /api/tutor-times";
        return List.of(
                Question.of(start, "the tutor's role")
                        .sending(world -> start(world, world.roleId(Person.TUTOR)))
                        .after(World::pause),
                Question.of(start, "the former tutor's role")
                        .sending(world -> start(world, world.roleId(Person.FORMER_TUTOR))),
                Question.of(start, "unknown role").sending(world -> start(world, UNKNOWN_NUMBER)),
                Question.of(enter, "the tutor's role")
                        .sending(world -> world.entry(world.roleId(Person.TUTOR))),
                Question.of(enter, "the former tutor's role")
                        .sending(world -> world.entry(world.roleId(Person.FORMER_TUTOR))),
                Question.of(enter, "unknown role").sending(world -> world.entry(UNKNOWN_NUMBER)));
    }

    private static List<Question> listsOfSessions() {
        String ofRole = "GET /api/tutor-times/unit-role/{id}";
        String ofTutor = "GET /api/tutor-times/tutor/{id}";
        String ofStudent = "GET /api/tutor-times/student/{id}";
        return List.of(
                Question.of(ofRole, "the tutor's role", world -> world.roleId(Person.TUTOR)),
                Question.of(
                        ofRole,
                        "the former tutor's role",
                        world -> world.roleId(Person.FORMER_TUTOR)),
                Question.of(ofRole, "unknown role", _ -> UNKNOWN_NUMBER),
                Question.of(ofTutor, "the tutor", world -> world.userId(Person.TUTOR)),
                Question.of(ofTutor, "unknown tutor", _ -> UNKNOWN_NUMBER),
                Question.of(ofStudent, "the student", world -> world.userId(Person.STUDENT)),
                Question.of(ofStudent, "unknown student", _ -> UNKNOWN_NUMBER));
    }

    private static List<Question> sessions() {
        String resume = "PUT " + SESSION + "/resume";
        return Stream.of(
                        ofSessions("GET " + SESSION),
                        ofSessions("PUT " + SESSION + "/pause"),
                        List.of(
                                Question.of(resume, "the tutor's paused session", World::running)
                                        .after(World::pause),
                                Question.of(resume, "unknown session", _ -> UNKNOWN_ID)),
                        ofSessions("PUT " + SESSION + "/complete"),
                        ofSessions("PUT " + SESSION).stream()
                                .map(question -> question.sending(Questions::correction))
                                .toList(),
                        ofSessions("DELETE " + SESSION),
                        ofSessions("POST " + SESSION + "/restore"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> ofSessions(String address) {
        return List.of(
                Question.of(address, "the tutor's running session", World::running),
                Question.of(address, "the tutor's deleted session", World::deleted),
                Question.of(address, "the former tutor's session", World::former),
                Question.of(address, "unknown session", _ -> UNKNOWN_ID));
    }

    private static List<Question> sync() {
        return List.of(
                Question.of("POST /api/sync", "–")
                        .sending(
                                """
                                {"device_id": "7d0c6f0e-5b5e-4e0e-8a53-0b2a1f4d9c11",
                                 "client_version": "1.0.0", "since": 0, "events": []}
                                """));
    }

    private static List<Question> units() {
        return Stream.of(
                        List.of(Question.of("GET /api/units", "own units")),
                        ofUnits("GET /api/units/{id}"),
                        ofUnits("GET /api/units/{id}/totals"),
                        ofUnits("GET /api/units/{id}/export.csv"),
                        ofUnits("GET /api/units/{id}/export.xlsx"),
                        ofUnits("GET /api/units/{id}/export.ics"),
                        ofUnits("GET /api/units/{id}/export.json"),
                        ofUnits("GET /api/live/units/{id}"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> tracking() {
        String report = "POST /api/session-activities";
        String heartbeat = "POST /api/tutor-times/heartbeat";
        String assess = "PUT /api/projects/{id}/task_def_id/{task_definition_id}";
        String action = "{\"unit_id\": %d, \"action\": \"inbox\"}";
        String trigger = "{\"trigger\": \"complete\"}";
        return Stream.of(
                        List.of(
                                Question.of(report, "the unit")
                                        .sending(world -> action.formatted(world.unitId())),
                                Question.of(report, "unknown unit")
                                        .sending(action.formatted(UNKNOWN_NUMBER)),
                                Question.of(heartbeat, "the unit")
                                        .sending(world -> action.formatted(world.unitId())),
                                Question.of(heartbeat, "unknown unit")
                                        .sending(action.formatted(UNKNOWN_NUMBER)),
                                Question.of(
                                                assess,
                                                "the student's task",
                                                world -> world.projectId() + "," + world.pileId())
                                        .sending(trigger),
                                Question.of(
                                                assess,
                                                "unknown task",
                                                world -> world.projectId() + "," + UNKNOWN_NUMBER)
                                        .sending(trigger)),
                        ofUnits("GET /api/units/{id}/tasks/inbox"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> markingSessions() {
        return Stream.of(
                        ofUnits("GET /api/units/{id}/marking_sessions"),
                        ofObserved("GET /api/marking_sessions/{id}"),
                        ofObserved("DELETE /api/marking_sessions/{id}"),
                        ofObserved("POST /api/marking_sessions/{id}/record"),
                        ofObserved("GET /api/admin/marking_sessions/{id}/ip_address"),
                        ofUnits("GET /api/units/{id}/reconciliation"),
                        ofUnits("GET /api/units/{id}/sharing"),
                        ofUnits("GET /api/csv/units/{id}/tutor_times_summary"),
                        ofUnits("GET /api/csv/units/{id}/my_marking_sessions"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> ofObserved(String address) {
        return List.of(
                Question.of(address, "the tutor's marking session", World::observed),
                Question.of(address, "a deleted marking session", World::deletedObserved),
                Question.of(address, "unknown marking session", _ -> UNKNOWN_NUMBER));
    }

    private static List<Question> ofUnits(String address) {
        return List.of(
                Question.of(address, "the unit", World::unitId),
                Question.of(address, "unknown unit", _ -> UNKNOWN_NUMBER));
    }

    private static List<Question> administration() {
        return Stream.of(
                        List.of(
                                Question.of("GET /api/admin/users", "–"),
                                Question.of("POST /api/admin/users", "–")
                                        .sending(world ->
                                                "{\"username\": \"%s-2\", \"name\": \"New\"}"
                                                        .formatted(world.token(Person.TUTOR))),
                                Question.of("GET /api/admin/units", "–"),
                                Question.of("POST /api/admin/units", "–")
                                        .sending(
                                                "{\"code\": \"NEW\", \"name\": \"New\","
                                                        + " \"zone\": \"Australia/Perth\"}"),
                                Question.of("GET /api/admin/unit-roles", "–"),
                                newRole("the unit", World::unitId),
                                newRole("unknown unit", _ -> UNKNOWN_NUMBER)),
                        ofAdministered("users", "the tutor", world -> world.userId(Person.TUTOR)),
                        ofAdministered("units", "the unit", World::unitId),
                        ofAdministered(
                                "unit-roles",
                                "the tutor's role",
                                world -> world.roleId(Person.TUTOR)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> tokensAndLog() {
        String end = "DELETE /api/admin/tokens/{id}";
        String give = "POST /api/admin/users/{id}/password";
        return List.of(
                Question.of("POST /api/admin/import", "–").sending("{}"),
                Question.of("GET /api/admin/audit", "–"),
                Question.of("GET /api/admin/tokens", "–"),
                Question.of("POST /api/admin/tokens", "–")
                        .sending(world ->
                                "{\"name\": \"%s-2\"}".formatted(world.token(Person.TUTOR))),
                Question.of(end, "the tutor's token", world -> world.tokenId(Person.TUTOR)),
                Question.of(end, "unknown token", _ -> UNKNOWN_ID),
                Question.of(give, "the tutor", world -> world.userId(Person.TUTOR)),
                Question.of(give, "unknown user", _ -> UNKNOWN_NUMBER));
    }

    private static List<Question> ofAdministered(
            String list, String about, Function<World, Object> id) {
        String one = "/api/admin/" + list + "/{id}";
        String unknown = "unknown " + about.replaceAll("^the (tutor's )?", "");
        return List.of(
                Question.of("GET " + one, about, id),
                Question.of("GET " + one, unknown, _ -> UNKNOWN_NUMBER),
                Question.of("PUT " + one, about, id).sending("{\"active\": false}"),
                Question.of("PUT " + one, unknown, _ -> UNKNOWN_NUMBER)
                        .sending("{\"active\": false}"));
    }

    private static Question newRole(String about, Function<World, Object> unitId) {
        return Question.of("POST /api/admin/unit-roles", about)
                .sending(world ->
                        "{\"unit_id\": %s, \"username\": \"%s\", \"role\": \"tutor\"}"
                                .formatted(unitId.apply(world), world.token(Person.STRANGER)));
    }

    private static String correction(World world) {
        return "{\"note\": \"A slip\", \"task_definition_id\": %d}".formatted(world.pileId());
    }

    private static String start(World world, long unitRoleId) {
        return "{\"unit_role_id\": %d, \"task_id\": %d}".formatted(unitRoleId, world.taskId());
    }
}
