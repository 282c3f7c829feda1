package org.tutortimes.server.roles;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.TestServer.Answer;

/// A class of the tutor's with the student, and what may be asked about in it.
final class Classroom {

    private static final String SESSIONS = "/api/class-sessions";

    private final World world;
    private final String withoutSessions;
    private final String classId;
    private final String planned;
    private final String waiting;
    private final String running;
    private final String completed;
    private final String attempt;
    private final UUID highlight = UUID.randomUUID();

    Classroom(World world) {
        this.world = world;
        this.withoutSessions = made("/api/classes", newClass(""));
        this.classId = made("/api/classes", newClass(""));
        this.planned = session();
        this.waiting = session("open");
        this.running = session("open", "start");
        this.completed = session("open", "start", "complete");
        asStudent(SESSIONS + "/" + running + "/join", null);
        this.attempt =
                World.id(
                        asStudent(
                                "/api/attempts",
                                "{\"class_session_id\": \"%s\"}".formatted(running)));
        asStudent("/api/attempts/" + attempt + "/highlights", highlight(highlight));
    }

    /// A class of the unit, as JSON.
    ///
    /// @param further fields, with a comma before them
    String newClass(String further) {
        return "{\"unit_id\": %d, \"name\": \"Tuesday\", \"student_ids\": [%d]%s}"
                .formatted(world.unitId(), world.userId(Person.STUDENT), further);
    }

    static String plan(Object classId) {
        return """
        {"class_id": "%s", "title": "Reading test", "scheduled_at": "2026-08-03T09:00:00Z",
         "passages": [{"id": "one", "text": "right or wrong"}]}
        """
                .formatted(classId);
    }

    static String highlight(UUID id) {
        return """
        {"id": "%s", "timestamp": "2026-08-03T09:00:00Z", "text": "right", "passage_id": "one",
         "position_start": 0, "position_end": 5, "color_code": "#FFD54F"}
        """
                .formatted(id);
    }

    String withoutSessions() {
        return withoutSessions;
    }

    String classId() {
        return classId;
    }

    String planned() {
        return planned;
    }

    String waiting() {
        return waiting;
    }

    /// In which the student has an attempt.
    String running() {
        return running;
    }

    String completed() {
        return completed;
    }

    /// The student's, with a highlight.
    String attempt() {
        return attempt;
    }

    UUID highlight() {
        return highlight;
    }

    private String session(String... steps) {
        String id = made(SESSIONS, plan(classId));
        for (String step : steps) {
            World.done(
                    world.server()
                            .put(
                                    world.token(Person.TUTOR),
                                    SESSIONS + "/" + id + "/" + step,
                                    null));
        }
        return id;
    }

    private String made(String path, String json) {
        return World.id(world.server().post(world.token(Person.TUTOR), path, json));
    }

    private Answer asStudent(String path, @Nullable String json) {
        return World.done(world.server().post(world.token(Person.STUDENT), path, json));
    }
}
