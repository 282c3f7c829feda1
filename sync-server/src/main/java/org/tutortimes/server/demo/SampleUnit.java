package org.tutortimes.server.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.tutortimes.server.demo.SampleCalendar.Assignment;
import org.tutortimes.server.demo.SamplePeople.Person;

/// The sample unit in the import format: people, tasks and tutorials.
final class SampleUnit {

    static final long UNIT = 10;
    private static final long NEXT_UNIT = 20;
    static final String PASSWORD = "marking-time";

    private static final long FIRST_CONVENOR_ROLE = 91;
    private static final long FIRST_TUTOR_ROLE = 100;
    private static final long FIRST_PROJECT = 1_001;
    private static final long FIRST_TASK = 9_001;
    private static final String HOST = "example.edu";

    private final SampleCalendar calendar;
    private final Random random;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private SampleUnit(SampleCalendar calendar, Random random) {
        this.calendar = calendar;
        this.random = random;
    }

    static ObjectNode asImport(SampleCalendar calendar, Random random) {
        return new SampleUnit(calendar, random).all();
    }

    /// The role that a tutor works in.
    static long roleOf(Person tutor) {
        return FIRST_TUTOR_ROLE + SamplePeople.TUTORS.indexOf(tutor);
    }

    /// One student's instance of an assignment.
    static long taskOf(int student, int assignment) {
        return FIRST_TASK + (long) assignment * SamplePeople.STUDENTS.size() + student;
    }

    private ObjectNode all() {
        addUsers();
        addUnits();
        addRoles();
        addProjectsAndTasks();
        addTutorials();
        SampleClasses.addTo(json);
        return json;
    }

    private void addUsers() {
        ArrayNode users = json.putArray("users");
        SamplePeople.CONVENORS.forEach(person -> addUser(users, person).put("password", PASSWORD));
        addUser(users, SamplePeople.ADMINISTRATOR)
                .put("system_role", "admin")
                .put("password", PASSWORD);
        SamplePeople.TUTORS.forEach(person -> addUser(users, person).put("password", PASSWORD));
        for (Person student : SamplePeople.STUDENTS) {
            ObjectNode added = addUser(users, student);
            if (SampleClasses.STUDENTS.contains(student)) {
                added.put("password", PASSWORD);
            }
        }
    }

    private static ObjectNode addUser(ArrayNode users, Person person) {
        return users.addObject()
                .put("id", person.id())
                .put("username", person.username())
                .put("name", person.name())
                .put("email", person.email(HOST));
    }

    private void addUnits() {
        ArrayNode units = json.putArray("units");
        units.addObject()
                .put("id", UNIT)
                .put("code", "SIT221")
                .put("name", "Data Structures and Algorithms")
                .put("zone", calendar.zone().getId())
                .put("start_date", calendar.start().toString())
                .put("end_date", calendar.start().plusDays(81).toString())
                .put("budget_hours", 320);
        // Nothing has happened in this one yet: what a convenor sees at first.
        units.addObject()
                .put("id", NEXT_UNIT)
                .put("code", "SIT232")
                .put("name", "Object-Oriented Development")
                .put("zone", calendar.zone().getId())
                .put("start_date", calendar.start().plusDays(98).toString())
                .put("end_date", calendar.start().plusDays(179).toString())
                .put("budget_hours", 240);
        ArrayNode definitions = json.putArray("task_definitions");
        for (Assignment assignment : calendar.assignments()) {
            definitions
                    .addObject()
                    .put("id", assignment.id())
                    .put("unit_id", UNIT)
                    .put("abbreviation", assignment.abbreviation())
                    .put("name", assignment.name())
                    .put("target_minutes", assignment.targetMinutes());
        }
    }

    private void addRoles() {
        ArrayNode roles = json.putArray("unit_roles");
        long id = FIRST_CONVENOR_ROLE;
        for (Person convenor : SamplePeople.CONVENORS) {
            addRole(roles, id, UNIT, convenor, "convenor");
            id++;
        }
        addRole(roles, id, NEXT_UNIT, SamplePeople.CONVENORS.getFirst(), "convenor");
        SamplePeople.TUTORS.forEach(tutor -> addRole(roles, roleOf(tutor), UNIT, tutor, "tutor"));
    }

    private static void addRole(ArrayNode roles, long id, long unit, Person person, String role) {
        roles.addObject()
                .put("id", id)
                .put("unit_id", unit)
                .put("user_id", person.id())
                .put("role", role);
    }

    private void addProjectsAndTasks() {
        ArrayNode projects = json.putArray("projects");
        ArrayNode tasks = json.putArray("tasks");
        List<Assignment> assignments = calendar.assignments();
        for (int student = 0; student < SamplePeople.STUDENTS.size(); student++) {
            long project = FIRST_PROJECT + student;
            projects.addObject()
                    .put("id", project)
                    .put("unit_id", UNIT)
                    .put("user_id", SamplePeople.STUDENTS.get(student).id());
            // Most students are diligent, some are not.
            double diligence = 1 - Math.pow(random.nextDouble(), 2.5);
            for (int assignment = 0; assignment < assignments.size(); assignment++) {
                tasks.addObject()
                        .put("id", taskOf(student, assignment))
                        .put("project_id", project)
                        .put("task_definition_id", assignments.get(assignment).id())
                        .put("status", status(assignments.get(assignment), diligence));
            }
        }
    }

    /// Where a student of this diligence stands with an assignment today.
    private String status(Assignment assignment, double diligence) {
        long daysPast = ChronoUnit.DAYS.between(assignment.due(), calendar.today());
        double chance = random.nextDouble();
        if (daysPast < -10) {
            return chance < diligence * 0.4 ? "working_on_it" : "not_started";
        }
        if (daysPast < 0) {
            return chance < diligence * 0.3
                    ? "ready_for_feedback"
                    : chance < 0.36 ? "need_help" : chance < 0.75 ? "working_on_it" : "not_started";
        }
        if (diligence < 0.25) {
            return chance < 0.5 ? "not_started" : daysPast > 14 ? "time_exceeded" : "working_on_it";
        }
        return daysPast < 7 ? beingMarked(chance) : marked(chance);
    }

    private static String beingMarked(double chance) {
        return chance < 0.5
                ? "ready_for_feedback"
                : chance < 0.7
                        ? "complete"
                        : chance < 0.88 ? "fix_and_resubmit" : chance < 0.94 ? "redo" : "discuss";
    }

    private static String marked(double chance) {
        return chance < 0.76
                ? "complete"
                : chance < 0.84
                        ? "fix_and_resubmit"
                        : chance < 0.9
                                ? "discuss"
                                : chance < 0.94
                                        ? "demonstrate"
                                        : chance < 0.97 ? "feedback_exceeded" : "fail";
    }

    private void addTutorials() {
        ArrayNode tutorials = json.putArray("tutorials");
        addTutorial(tutorials, 71, SamplePeople.TUTORS.get(0), "tuesday", "10:00");
        addTutorial(tutorials, 72, SamplePeople.TUTORS.get(1), "wednesday", "14:00");
        addTutorial(tutorials, 73, SamplePeople.TUTORS.get(2), "thursday", "17:00");
    }

    private void addTutorial(
            ArrayNode tutorials, long id, Person tutor, String weekday, String time) {
        tutorials
                .addObject()
                .put("id", id)
                .put("unit_id", UNIT)
                .put("unit_role_id", roleOf(tutor))
                .put("stream", "Feedback")
                .put("weekday", weekday)
                .put("meeting_time", time)
                .put("duration_minutes", 120)
                .put("zone", calendar.zone().getId());
    }
}
