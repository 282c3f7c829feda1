package org.tutortimes.model.sync;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.UnitRoleKind;

/// What a tutor can record time on: kept by the timer, so that it starts without a network.
///
/// @param revision names this state; goes into the next [SyncRequest]
/// @param complete whether this is all there is, replacing what the device holds; otherwise only
///   what changed since the revision that the device named, to be merged by id
public record Reference(
        String revision,
        boolean complete,
        List<Unit> units,
        List<UnitRole> unitRoles,
        List<TaskDefinition> taskDefinitions,
        List<Task> tasks,
        List<Student> students) {

    public record Unit(
            long id,
            String code,
            String name,
            String zone,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            boolean active) {}

    /// The caller's own roles only.
    public record UnitRole(long id, long unitId, UnitRoleKind role, boolean active) {}

    public record TaskDefinition(
            long id, long unitId, String abbreviation, String name, boolean active) {}

    public record Task(
            long id, long projectId, long taskDefinitionId, String status, boolean active) {}

    /// A student of a unit, by the project that enrols them.
    public record Student(
            long projectId, long unitId, String username, String name, boolean active) {}

    public Reference {
        units = List.copyOf(units);
        unitRoles = List.copyOf(unitRoles);
        taskDefinitions = List.copyOf(taskDefinitions);
        tasks = List.copyOf(tasks);
        students = List.copyOf(students);
    }
}
