package org.tutortimes.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tutortimes.server.classroom.ClassroomStore.Person;

class EnrolmentListTest {

    private static final List<Person> STUDENTS =
            List.of(
                    new Person(50, "sam", "Sam Lee"),
                    new Person(51, "ada", "Ada Nguyen"),
                    new Person(52, "lee", "Jo Park"),
                    new Person(53, "jpark2", "Jo Park"));

    @Test
    void namesUserNamesAndNumbersNameAStudentEach() {
        EnrolmentList list = EnrolmentList.read("SAM\n  Ada Nguyen \n\n52\n", STUDENTS);
        assertThat(list.found()).containsExactly(50L, 51L, 52L);
        assertThat(list.unknown()).isEmpty();
    }

    @Test
    void severalStandInALine() {
        assertThat(EnrolmentList.read("sam, ada,lee", STUDENTS).found())
                .containsExactly(50L, 51L, 52L);
        assertThat(EnrolmentList.read("sam; ada", STUDENTS).found()).containsExactly(50L, 51L);
    }

    @Test
    void ofAFileOneColumnNamesThem() {
        String csv =
                """
                Name,Username,Email
                "Lee, Sam",sam,sam@example.edu
                Nguyen,ada,ada@example.edu
                """;
        EnrolmentList list = EnrolmentList.read("\uFEFF" + csv.replace("\n", "\r\n"), STUDENTS);
        assertThat(list.found()).containsExactly(50L, 51L);
        assertThat(list.unknown()).isEmpty();
    }

    @Test
    void whoIsNobodyIsToldByTheWholeLine() {
        EnrolmentList list = EnrolmentList.read("sam\nnobody, at all\n<b>x</b>", STUDENTS);
        assertThat(list.found()).containsExactly(50L);
        assertThat(list.unknown()).containsExactly("nobody, at all", "<b>x</b>");
    }

    @Test
    void aNameThatTwoHaveNamesNobody() {
        assertThat(EnrolmentList.read("Jo Park", STUDENTS).unknown()).containsExactly("Jo Park");
        assertThat(EnrolmentList.read("jpark2", STUDENTS).found()).containsExactly(53L);
    }

    @Test
    void aStudentIsFoundOnce() {
        assertThat(EnrolmentList.read("sam\n50\nSam Lee", STUDENTS).found()).containsExactly(50L);
    }

    @Test
    void nothingNamesNobody() {
        EnrolmentList list = EnrolmentList.read(" \n\n,\n", STUDENTS);
        assertThat(list.found()).isEmpty();
        assertThat(list.unknown()).isEmpty();
    }

    @Test
    void quotesThatDoNotEndAreNoFault() {
        assertThat(EnrolmentList.read("\"sam", STUDENTS).found()).containsExactly(50L);
    }
}
