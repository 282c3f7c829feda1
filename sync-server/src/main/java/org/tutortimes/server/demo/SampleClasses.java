package org.tutortimes.server.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.demo.SamplePeople.Person;

/// The classes of the sample unit, and what is read in their sessions.
final class SampleClasses {

    static final UUID TUESDAY = UUID.fromString("019aa3c2-0000-7000-8000-00000000c001");
    static final UUID WEDNESDAY = UUID.fromString("019aa3c2-0000-7000-8000-00000000c002");
    static final UUID HELD = UUID.fromString("019aa3c2-0000-7000-8000-00000000c101");
    static final UUID OPEN = UUID.fromString("019aa3c2-0000-7000-8000-00000000c102");

    private static final int STUDENTS_A_CLASS = 24;

    /// Who can sign in and take part.
    static final List<Person> STUDENTS = SamplePeople.STUDENTS.subList(0, 3);

    static final List<Passage> PASSAGES =
            List.of(
                    new Passage(
                            "1",
                            """
                            A hash table answers in constant time, people say, and then leave out \
                            the word that matters: expected. The promise holds as long as the keys \
                            spread evenly over the buckets. Let an adversary choose the keys, and \
                            every lookup walks one long chain.

                            Two remedies are common. The table can grow before it is full, so that \
                            chains stay short on average. Or the hash function can be drawn at \
                            random when the program starts, so that nobody outside can know which \
                            keys collide.\
                            """),
                    new Passage(
                            "2",
                            """
                            Growing a table costs. Every key has to be placed again, and whoever \
                            inserts at that moment waits for all of them. Spread over the \
                            insertions that went before, the cost of each is still constant; for \
                            the one who waits this is little comfort.

                            Some tables therefore move a few keys with each operation until the \
                            old half is empty. The total work is the same. What changes is who \
                            pays for it, and when.\
                            """));

    private SampleClasses() {}

    /// Adds them to the sample unit in the import format.
    static void addTo(ObjectNode json) {
        ArrayNode classes = json.putArray("classes");
        add(classes, TUESDAY, "Tuesday tutorial", SamplePeople.TUTORS.get(0), 0)
                .put("weekday", "tuesday")
                .put("meeting_time", "10:00");
        add(classes, WEDNESDAY, "Wednesday tutorial", SamplePeople.TUTORS.get(1), STUDENTS_A_CLASS)
                .put("weekday", "wednesday")
                .put("meeting_time", "14:00");
    }

    private static ObjectNode add(
            ArrayNode classes, UUID id, String name, Person teacher, int firstStudent) {
        ObjectNode added =
                classes.addObject()
                        .put("id", id.toString())
                        .put("unit_id", SampleUnit.UNIT)
                        .put("teacher_id", teacher.id())
                        .put("name", name)
                        .put("duration_minutes", 120);
        ArrayNode students = added.putArray("student_ids");
        studentsFrom(firstStudent).forEach(student -> students.add(student.id()));
        return added;
    }

    static List<Person> studentsFrom(int first) {
        return SamplePeople.STUDENTS.subList(first, first + STUDENTS_A_CLASS);
    }
}
