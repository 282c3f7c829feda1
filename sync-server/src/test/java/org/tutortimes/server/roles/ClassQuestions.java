package org.tutortimes.server.roles;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// The questions about live classes.
final class ClassQuestions {

    private static final String CLASSES = "/api/classes";
    private static final String SESSIONS = "/api/class-sessions";
    private static final String ATTEMPTS = "/api/attempts";

    private ClassQuestions() {}

    static List<Question> all() {
        return Stream.of(classes(), sessions(), steps(), presence(), attempts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> classes() {
        String add = "POST " + CLASSES;
        String archive = "PUT " + CLASSES + "/{id}/archive";
        return Stream.of(
                        List.of(
                                Question.of("GET " + CLASSES, "own classes"),
                                Question.of(add, "the unit")
                                        .sending(world -> world.classroom().newClass("")),
                                Question.of(add, "the unit, taught by the tutor")
                                        .sending(world ->
                                                world.classroom()
                                                        .newClass(
                                                                ", \"teacher_id\": "
                                                                        + world.userId(
                                                                                Person.TUTOR))),
                                Question.of(add, "unknown unit")
                                        .sending(
                                                "{\"unit_id\": %d, \"name\": \"Tuesday\"}"
                                                        .formatted(Questions.UNKNOWN_NUMBER))),
                        ofClasses("GET " + CLASSES + "/{id}", Classroom::classId),
                        ofClasses("PUT " + CLASSES + "/{id}", Classroom::classId).stream()
                                .map(question -> question.sending("{\"name\": \"Friday\"}"))
                                .toList(),
                        ofClasses(archive, Classroom::withoutSessions),
                        List.of(
                                Question.of(
                                        archive,
                                        "a class with an open session",
                                        id(Classroom::classId))))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> sessions() {
        String plan = "POST " + SESSIONS;
        String change = "PUT " + SESSIONS + "/{id}";
        String watch = "GET /api/live/class-sessions/{id}";
        return List.of(
                Question.of("GET " + SESSIONS, "own class sessions"),
                Question.of(plan, "the tutor's class")
                        .sending(world -> Classroom.plan(world.classroom().classId())),
                Question.of(plan, "unknown class").sending(Classroom.plan(Questions.UNKNOWN_ID)),
                of("GET " + SESSIONS + "/{id}", "a running class session", Classroom::running),
                unknownSession("GET " + SESSIONS + "/{id}"),
                of(change, "a planned class session", Classroom::planned).sending("{}"),
                of(change, "a running class session", Classroom::running).sending("{}"),
                unknownSession(change).sending("{}"),
                of(watch, "a running class session", Classroom::running),
                unknownSession(watch));
    }

    private static List<Question> steps() {
        String open = "PUT " + SESSIONS + "/{id}/open";
        String start = "PUT " + SESSIONS + "/{id}/start";
        String complete = "PUT " + SESSIONS + "/{id}/complete";
        String cancel = "PUT " + SESSIONS + "/{id}/cancel";
        return List.of(
                of(open, "a planned class session", Classroom::planned),
                of(open, "a running class session", Classroom::running),
                unknownSession(open),
                of(start, "an open class session", Classroom::waiting),
                of(start, "a planned class session", Classroom::planned),
                unknownSession(start),
                of(complete, "a running class session", Classroom::running),
                of(complete, "a completed class session", Classroom::completed),
                unknownSession(complete),
                of(cancel, "a running class session", Classroom::running),
                of(cancel, "a completed class session", Classroom::completed),
                unknownSession(cancel));
    }

    private static List<Question> presence() {
        String join = "POST " + SESSIONS + "/{id}/join";
        String heartbeat = "PUT " + SESSIONS + "/{id}/heartbeat";
        String leave = "PUT " + SESSIONS + "/{id}/leave";
        return List.of(
                of(join, "an open class session", Classroom::waiting),
                of(join, "a planned class session", Classroom::planned),
                of(join, "a completed class session", Classroom::completed),
                unknownSession(join),
                of(heartbeat, "a class session that the student joined", Classroom::running),
                of(heartbeat, "an open class session", Classroom::waiting),
                unknownSession(heartbeat),
                of(leave, "a class session that the student joined", Classroom::running),
                of(leave, "an open class session", Classroom::waiting),
                unknownSession(leave));
    }

    private static List<Question> attempts() {
        String begin = "POST " + ATTEMPTS;
        String inSession = "{\"class_session_id\": \"%s\"}";
        String highlight = "POST " + ATTEMPTS + "/{id}/highlights";
        String remove = "DELETE " + ATTEMPTS + "/{id}/highlights/{highlight}";
        return List.of(
                Question.of(begin, "own test").sending("{\"test_id\": 7}"),
                Question.of(begin, "a class session that the student joined")
                        .sending(world -> inSession.formatted(world.classroom().running())),
                Question.of(begin, "an open class session")
                        .sending(world -> inSession.formatted(world.classroom().waiting())),
                Question.of(begin, "unknown class session")
                        .sending(inSession.formatted(Questions.UNKNOWN_ID)),
                of("GET " + ATTEMPTS + "/{id}", "the student's attempt", Classroom::attempt),
                unknownAttempt("GET " + ATTEMPTS + "/{id}"),
                of(highlight, "the student's attempt", Classroom::attempt)
                        .sending(_ -> Classroom.highlight(UUID.randomUUID())),
                unknownAttempt(highlight).sending(Classroom.highlight(Questions.UNKNOWN_ID)),
                of(
                        remove,
                        "the student's attempt",
                        room -> room.attempt() + "," + room.highlight()),
                Question.of(
                        remove,
                        "unknown attempt",
                        _ -> Questions.UNKNOWN_ID + "," + Questions.UNKNOWN_ID),
                of("PUT " + ATTEMPTS + "/{id}/submit", "the student's attempt", Classroom::attempt),
                unknownAttempt("PUT " + ATTEMPTS + "/{id}/submit"));
    }

    private static List<Question> ofClasses(String address, Function<Classroom, Object> id) {
        return List.of(
                of(address, "the tutor's class", id),
                Question.of(address, "unknown class", _ -> Questions.UNKNOWN_ID));
    }

    private static Question of(String address, String about, Function<Classroom, Object> id) {
        return Question.of(address, about, id(id));
    }

    private static Question unknownSession(String address) {
        return Question.of(address, "unknown class session", _ -> Questions.UNKNOWN_ID);
    }

    private static Question unknownAttempt(String address) {
        return Question.of(address, "unknown attempt", _ -> Questions.UNKNOWN_ID);
    }

    private static Function<World, Object> id(Function<Classroom, Object> ofRoom) {
        return world -> ofRoom.apply(world.classroom());
    }
}
