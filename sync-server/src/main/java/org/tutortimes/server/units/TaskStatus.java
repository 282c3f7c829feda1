package org.tutortimes.server.units;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How far a student's task has come: the learning system's words.
public enum TaskStatus {
    NOT_STARTED,
    WORKING_ON_IT,
    NEED_HELP,
    READY_FOR_FEEDBACK,
    FIX_AND_RESUBMIT,
    REDO,
    FEEDBACK_EXCEEDED,
    DISCUSS,
    DEMONSTRATE,
    COMPLETE,
    FAIL,
    TIME_EXCEEDED;

    /// What waits for a tutor.
    public static final List<TaskStatus> WAITING = List.of(READY_FOR_FEEDBACK, NEED_HELP);

    /// The name on the wire and in storage, such as `ready_for_feedback`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The status of this name; empty for an unknown one.
    public static Optional<TaskStatus> of(String wireName) {
        return Arrays.stream(values()).filter(each -> each.wireName().equals(wireName)).findFirst();
    }

    /// All names, in the order of the list.
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(TaskStatus::wireName).toList();
    }
}
