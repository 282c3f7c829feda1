package org.tutortimes.model.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tutortimes.model.classes.ClassSessionState.Step;

class ClassSessionStateTest {

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED,            OPEN,     WAITING_FOR_STUDENTS",
        "SCHEDULED,            START,",
        "SCHEDULED,            COMPLETE,",
        "SCHEDULED,            CANCEL,   CANCELLED",
        "WAITING_FOR_STUDENTS, OPEN,",
        "WAITING_FOR_STUDENTS, START,    IN_PROGRESS",
        "WAITING_FOR_STUDENTS, COMPLETE,",
        "WAITING_FOR_STUDENTS, CANCEL,   CANCELLED",
        "IN_PROGRESS,          OPEN,",
        "IN_PROGRESS,          START,",
        "IN_PROGRESS,          COMPLETE, COMPLETED",
        "IN_PROGRESS,          CANCEL,   CANCELLED",
        "COMPLETED,            OPEN,",
        "COMPLETED,            START,",
        "COMPLETED,            COMPLETE,",
        "COMPLETED,            CANCEL,",
        "CANCELLED,            OPEN,",
        "CANCELLED,            START,",
        "CANCELLED,            COMPLETE,",
        "CANCELLED,            CANCEL,"
    })
    void eachStepLeadsToOneStateOrNowhere(
            ClassSessionState state, Step step, ClassSessionState after) {
        if (after == null) {
            assertThat(state.after(step)).isEmpty();
        } else {
            assertThat(state.after(step)).contains(after);
        }
    }

    @Test
    void studentsMayBeThereWhileItIsOpenAndNothingFollowsWhenItIsOver() {
        assertThat(Arrays.stream(ClassSessionState.values()).filter(ClassSessionState::isOpen))
                .containsExactly(
                        ClassSessionState.WAITING_FOR_STUDENTS, ClassSessionState.IN_PROGRESS);
        assertThat(Arrays.stream(ClassSessionState.values()).filter(ClassSessionState::isOver))
                .containsExactly(ClassSessionState.COMPLETED, ClassSessionState.CANCELLED);
    }

    @Test
    void stepsHaveTheNamesOfTheirPaths() {
        assertThat(Arrays.stream(Step.values()).map(Step::wireName))
                .containsExactly("open", "start", "complete", "cancel");
    }
}
