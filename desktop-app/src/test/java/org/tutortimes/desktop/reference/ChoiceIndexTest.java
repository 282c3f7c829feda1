package org.tutortimes.desktop.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.model.sync.Reference;
import org.tutortimes.model.timer.MarkingTarget;

class ChoiceIndexTest {
    private static final Instant NOW = Instant.parse("2026-11-18T01:00:00Z");

    private final ChoiceIndex index = new ChoiceIndex();

    @BeforeEach
    void fill() {
        index.show(reference(List.of("René Café", "Ann Other")));
    }

    private static Reference reference(List<String> students) {
        List<Reference.Student> rows = new ArrayList<>();
        List<Reference.Task> tasks = new ArrayList<>();
        for (int number = 0; number < students.size(); number++) {
            rows.add(
                    new Reference.Student(
                            1_000 + number, 10, "s" + number, students.get(number), true));
            tasks.add(new Reference.Task(5_000 + number, 1_000 + number, 500, "ready", true));
        }
        return new Reference(
                "1",
                true,
                List.of(
                        new Reference.Unit(10, "SIT221", "Data", "UTC", null, null, true),
                        new Reference.Unit(20, "SIT320", "More", "UTC", null, null, true),
                        new Reference.Unit(30, "SIT999", "Old", "UTC", null, null, false)),
                List.of(
                        new Reference.UnitRole(100, 10, UnitRoleKind.TUTOR, true),
                        new Reference.UnitRole(200, 20, UnitRoleKind.TUTOR, true),
                        new Reference.UnitRole(300, 30, UnitRoleKind.TUTOR, true)),
                List.of(
                        new Reference.TaskDefinition(500, 10, "1.1P", "Sorting", true),
                        new Reference.TaskDefinition(501, 10, "1.2C", "Trees", true),
                        new Reference.TaskDefinition(600, 20, "2.1P", "Graphs", true),
                        new Reference.TaskDefinition(601, 20, "2.2P", "Gone", false),
                        new Reference.TaskDefinition(700, 30, "9.9P", "Ancient", true)),
                tasks,
                rows);
    }

    private List<String> found(String typed) {
        return index.matching(typed, 50).stream().map(ChoiceIndexTest::text).toList();
    }

    private static String text(Choice choice) {
        String student = choice.studentName() == null ? "" : " " + choice.studentName();
        return choice.unitCode() + " " + choice.abbreviation() + student;
    }

    @Test
    void nothingTypedShowsThePilesThatCanBeMarked() {
        assertThat(found("")).containsExactly("SIT221 1.1P", "SIT221 1.2C", "SIT320 2.1P");
    }

    @Test
    void everyWordMustMatchWhateverItsCaseAndAccents() {
        assertThat(found("rene sort")).containsExactly("SIT221 1.1P René Café");
        assertThat(found("CAFE")).containsExactly("SIT221 1.1P René Café");
        assertThat(found("café 221")).containsExactly("SIT221 1.1P René Café");
        assertThat(found("sit320")).containsExactly("SIT320 2.1P");
        assertThat(found("rene graphs")).isEmpty();
    }

    @Test
    void pilesComeBeforeStudents() {
        assertThat(found("1.1P"))
                .containsExactly("SIT221 1.1P", "SIT221 1.1P Ann Other", "SIT221 1.1P René Café");
    }

    @Test
    void whatWasUsedLastComesFirst() {
        index.used(100, new MarkingTarget.OneTask(5_001), NOW);
        index.used(200, new MarkingTarget.Pile(600), NOW.plusSeconds(1));

        assertThat(found(""))
                .containsExactly(
                        "SIT320 2.1P", "SIT221 1.1P Ann Other", "SIT221 1.1P", "SIT221 1.2C");
        assertThat(index.matching("", 1)).hasSize(1);
    }

    @Test
    void whatCanNotBeChosenAnyMoreStillHasItsName() {
        assertThat(text(index.named(300, new MarkingTarget.Pile(700)))).isEqualTo("SIT999 9.9P");
        assertThat(text(index.named(100, new MarkingTarget.Pile(9)))).isEqualTo("SIT221 Pile 9");
        assertThat(text(index.named(7, new MarkingTarget.OneTask(8))))
                .isEqualTo("Unit role 7 Task 8 Student of task 8");
    }

    @Test
    void twentyThousandChoicesAreSearchedWhileTyping() {
        List<String> students = new ArrayList<>();
        for (int number = 0; number < 20_000; number++) {
            students.add("Student Number" + number);
        }
        index.show(reference(students));
        found("warm up");
        Instant before = Instant.now();
        for (int times = 0; times < 20; times++) {
            assertThat(found("sort number1999")).isNotEmpty();
        }
        Duration each = Duration.between(before, Instant.now()).dividedBy(20);

        assertThat(each).isLessThan(Duration.ofMillis(100));
    }
}
