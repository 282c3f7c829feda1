package org.tutortimes.server.trouble;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.classes.ClassCalls;
import org.tutortimes.server.trouble.Workload.Step;

/// A class session, request by request. It is so short that nobody counts as gone, and nobody sends
/// a heartbeat: what is heard is written in the background, when no request waits for it.
final class ClassWorkload {

    private static final String CLASS = Workload.id(41);
    private static final String SESSION = Workload.id(42);
    private static final String ATTEMPT = Workload.id(43);
    private static final UUID HIGHLIGHT = UUID.fromString(Workload.id(44));

    static final List<Step> STEPS =
            List.of(
                    step(
                            "class",
                            server ->
                                    server.post(
                                            "tia",
                                            ClassCalls.CLASSES,
                                            """
                                            {"id": "%s", "unit_id": 10, "name": "Tuesday",
                                             "student_ids": [50]}
                                            """
                                                    .formatted(CLASS))),
                    step(
                            "change of the class",
                            server ->
                                    server.put(
                                            "cora",
                                            ClassCalls.CLASSES + "/" + CLASS,
                                            "{\"name\": \"Friday\"}")),
                    step(
                            "class session",
                            server ->
                                    server.post(
                                            "tia",
                                            ClassCalls.SESSIONS,
                                            ClassCalls.plan(CLASS)
                                                    .replaceFirst(
                                                            "\\{",
                                                            "{\"id\": \"%s\","
                                                                    .formatted(SESSION)))),
                    step(
                            "change of the plan",
                            server ->
                                    server.put(
                                            "tia",
                                            ClassCalls.SESSIONS + "/" + SESSION,
                                            "{\"title\": \"Other\"}")),
                    stepOf("open", calls -> calls.step("tia", SESSION, "open")),
                    stepOf("join", calls -> calls.join("sam", SESSION)),
                    stepOf("class starts", calls -> calls.step("tia", SESSION, "start")),
                    step(
                            "attempt",
                            server ->
                                    server.post(
                                            "sam",
                                            ClassCalls.ATTEMPTS,
                                            "{\"id\": \"%s\", \"class_session_id\": \"%s\"}"
                                                    .formatted(ATTEMPT, SESSION))),
                    stepOf(
                            "highlight",
                            calls ->
                                    calls.highlight(
                                            "sam", ATTEMPT, ClassCalls.mark(HIGHLIGHT, 0, 3))),
                    stepOf(
                            "highlight taken back",
                            calls -> calls.remove("sam", ATTEMPT, HIGHLIGHT)),
                    stepOf("submission", calls -> calls.submit("sam", ATTEMPT)),
                    stepOf("class ends", calls -> calls.step("tia", SESSION, "complete")),
                    step("own sessions", server -> server.get("sam", ClassCalls.SESSIONS)));

    private ClassWorkload() {}

    private static Step step(String name, Function<TestServer, Answer> request) {
        return new Step(name, Duration.ofSeconds(1), request);
    }

    private static Step stepOf(String name, Function<ClassCalls, Answer> request) {
        return step(name, server -> request.apply(new ClassCalls(server)));
    }
}
