package org.tutortimes.server.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.wire.Json;

/// Four units whose tutors the load plays, as a file for the import command.
final class SampleTutors {

    static final String PASSWORD = "correct horse battery staple";

    private static final Duration HISTORY = Duration.ofDays(3_000);
    private static final int UNITS = 4;
    private static final int TASK_DEFINITIONS = 6;
    private static final int STUDENTS = 40;
    private static final int FIRST_STUDENT = 10_000;
    private static final int PER_UNIT = 1_000;

    private final int tutors;

    SampleTutors(int tutors) {
        this.tutors = tutors;
    }

    /// Long enough ago that no amount of marking reaches the present.
    static Instant beginning() {
        return Instant.now().minus(HISTORY);
    }

    static String username(int tutor) {
        return "tutor" + tutor;
    }

    static long unitRoleId(int tutor) {
        return tutor + 1L;
    }

    /// Piles and single students' tasks alike.
    static List<MarkingTarget> targets(int tutor) {
        int unit = tutor % UNITS;
        List<MarkingTarget> targets = new ArrayList<>();
        for (int number = 0; number < TASK_DEFINITIONS; number++) {
            targets.add(new MarkingTarget.Pile(taskDefinitionId(unit, number)));
        }
        for (int student = 0; student < STUDENTS; student++) {
            targets.add(new MarkingTarget.OneTask(projectId(unit, student)));
        }
        return targets;
    }

    /// Of the students of the tutor's unit.
    static List<Long> tasks(int tutor) {
        return IntStream.range(0, STUDENTS)
                .mapToObj(student -> projectId(tutor % UNITS, student))
                .toList();
    }

    /// The import file.
    String json() {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        for (int unit = 0; unit < UNITS; unit++) {
            addUnit(file, unit);
        }
        for (int tutor = 0; tutor < tutors; tutor++) {
            file.withArray("users")
                    .addObject()
                    .put("id", tutor + 1)
                    .put("username", username(tutor))
                    .put("name", "Tutor " + tutor)
                    .put("password", PASSWORD);
            file.withArray("unit_roles")
                    .addObject()
                    .put("id", unitRoleId(tutor))
                    .put("unit_id", tutor % UNITS + 1)
                    .put("user_id", tutor + 1)
                    .put("role", "tutor");
        }
        return Json.write(file);
    }

    private static void addUnit(ObjectNode file, int unit) {
        int unitId = unit + 1;
        file.withArray("units")
                .addObject()
                .put("id", unitId)
                .put("code", "SIT22" + unit)
                .put("name", "Unit " + unit)
                .put("zone", "Australia/Melbourne");
        for (int number = 0; number < TASK_DEFINITIONS; number++) {
            file.withArray("task_definitions")
                    .addObject()
                    .put("id", taskDefinitionId(unit, number))
                    .put("unit_id", unitId)
                    .put("abbreviation", number + ".1P")
                    .put("name", "Task " + number);
        }
        for (int student = 0; student < STUDENTS; student++) {
            addStudent(file, unitId, projectId(unit, student), student);
        }
    }

    /// With one task, whose id is that of the project.
    private static void addStudent(ObjectNode file, int unitId, long projectId, int student) {
        long userId = FIRST_STUDENT + projectId;
        file.withArray("users")
                .addObject()
                .put("id", userId)
                .put("username", "student" + userId)
                .put("name", "Student " + userId);
        file.withArray("projects")
                .addObject()
                .put("id", projectId)
                .put("unit_id", unitId)
                .put("user_id", userId);
        file.withArray("tasks")
                .addObject()
                .put("id", projectId)
                .put("project_id", projectId)
                .put("task_definition_id", taskDefinitionId(unitId - 1, student % TASK_DEFINITIONS))
                .put("status", "ready_for_feedback");
    }

    private static long taskDefinitionId(int unit, int number) {
        return unit * (long) PER_UNIT + number + 1;
    }

    private static long projectId(int unit, int student) {
        return unit * (long) PER_UNIT + student + 1;
    }
}
