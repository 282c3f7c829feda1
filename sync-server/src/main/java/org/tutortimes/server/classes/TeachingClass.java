package org.tutortimes.server.classes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.ClassStatus;

/// A class as the API gives it.
///
/// @param studentIds those who are enrolled; null in lists
/// @param students how many they are
/// @param weekday when it meets each week, or null
/// @param zone of that time; null where it is the unit's
/// @param feedback whether the weekly meeting counts as a tutorial of its teacher
public record TeachingClass(
        UUID id,
        long unitId,
        String name,
        long teacherId,
        String teacher,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Long> studentIds,
        int students,
        ClassStatus status,
        @Nullable String weekday,
        @Nullable String meetingTime,
        long durationMinutes,
        @Nullable String zone,
        boolean feedback) {

    /// Without the list of its students.
    TeachingClass inList() {
        return new TeachingClass(
                id,
                unitId,
                name,
                teacherId,
                teacher,
                null,
                students,
                status,
                weekday,
                meetingTime,
                durationMinutes,
                zone,
                feedback);
    }

    public boolean isActive() {
        return status == ClassStatus.ACTIVE;
    }

    /// Those who are enrolled, where it was read with them.
    public List<Long> enrolled() {
        return studentIds == null ? List.of() : studentIds;
    }
}
