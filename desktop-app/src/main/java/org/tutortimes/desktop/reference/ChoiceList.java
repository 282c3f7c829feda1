package org.tutortimes.desktop.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.model.sync.Reference;
import org.tutortimes.model.timer.MarkingTarget;

/// Makes what can be chosen out of the rows that the server sent. What is no longer active can not
/// be chosen, and still has its name, for the sessions that were recorded on it.
final class ChoiceList {
    /// By unit, then piles before single students' work, then by abbreviation and student.
    private static final Comparator<Choice> SHOWN_ORDER =
            Comparator.<Choice, Boolean>comparing(choice -> choice.studentName() != null)
                    .thenComparing(Choice::unitCode)
                    .thenComparing(Choice::abbreviation)
                    .thenComparing(
                            choice -> choice.studentName() == null ? "" : choice.studentName())
                    .thenComparing(choice -> choice.target().toString());

    private final Map<Long, Reference.Unit> units;
    private final Map<Long, Reference.TaskDefinition> definitions;
    private final Map<Long, Reference.Student> students;
    private final Map<Long, Reference.Task> tasks;
    private final Map<Long, Reference.UnitRole> roles;

    ChoiceList(Reference reference) {
        this.units = byId(reference.units(), Reference.Unit::id);
        this.definitions = byId(reference.taskDefinitions(), Reference.TaskDefinition::id);
        this.students = byId(reference.students(), Reference.Student::projectId);
        this.tasks = byId(reference.tasks(), Reference.Task::id);
        this.roles = byId(reference.unitRoles(), Reference.UnitRole::id);
    }

    private static <T> Map<Long, T> byId(List<T> rows, Function<T, Long> id) {
        return rows.stream().collect(Collectors.toMap(id, row -> row, (_, later) -> later));
    }

    /// All that can be chosen, in the order in which it is shown.
    List<Choice> choosable() {
        Map<Long, Long> roleByUnit = new HashMap<>();
        roles.values().stream()
                .filter(Reference.UnitRole::active)
                .filter(role -> isActive(units.get(role.unitId())))
                .forEach(role -> roleByUnit.merge(role.unitId(), role.id(), Math::min));
        List<Choice> choices = new ArrayList<>();
        for (Reference.TaskDefinition definition : definitions.values()) {
            Long role = roleByUnit.get(definition.unitId());
            if (definition.active() && role != null) {
                choices.add(named(role, new MarkingTarget.Pile(definition.id())));
            }
        }
        for (Reference.Task task : tasks.values()) {
            Reference.TaskDefinition definition = definitions.get(task.taskDefinitionId());
            Reference.Student student = students.get(task.projectId());
            Long role = definition == null ? null : roleByUnit.get(definition.unitId());
            boolean active =
                    task.active()
                            && definition != null
                            && definition.active()
                            && student != null
                            && student.active();
            if (active && role != null) {
                choices.add(named(role, new MarkingTarget.OneTask(task.id())));
            }
        }
        choices.sort(SHOWN_ORDER);
        return choices;
    }

    /// The units in which something can be chosen, by code.
    List<OwnUnit> units() {
        return roles.values().stream()
                .filter(Reference.UnitRole::active)
                .map(Reference.UnitRole::unitId)
                .distinct()
                .flatMap(id -> Optional.ofNullable(units.get(id)).stream())
                .filter(Reference.Unit::active)
                .map(unit -> new OwnUnit(unit.id(), unit.code(), tasksOf(unit)))
                .sorted(Comparator.comparing(OwnUnit::code).thenComparingLong(OwnUnit::id))
                .toList();
    }

    private List<Reference.TaskDefinition> tasksOf(Reference.Unit unit) {
        return definitions.values().stream()
                .filter(definition -> definition.unitId() == unit.id())
                .sorted(
                        Comparator.comparing(Reference.TaskDefinition::abbreviation)
                                .thenComparingLong(Reference.TaskDefinition::id))
                .toList();
    }

    /// The unit of a role; empty where it is not known.
    OptionalLong unitOf(long unitRoleId) {
        Reference.UnitRole role = roles.get(unitRoleId);
        return role == null ? OptionalLong.empty() : OptionalLong.of(role.unitId());
    }

    /// The names behind some ids, whether they can still be chosen or not.
    Choice named(long unitRoleId, MarkingTarget target) {
        Reference.Task task =
                target instanceof MarkingTarget.OneTask one ? tasks.get(one.taskId()) : null;
        Reference.TaskDefinition definition =
                switch (target) {
                    case MarkingTarget.Pile pile -> definitions.get(pile.taskDefinitionId());
                    case MarkingTarget.OneTask _ ->
                            task == null ? null : definitions.get(task.taskDefinitionId());
                };
        Reference.UnitRole role = roles.get(unitRoleId);
        Reference.Unit unit = role == null ? null : units.get(role.unitId());
        String student =
                switch (target) {
                    case MarkingTarget.Pile _ -> null;
                    case MarkingTarget.OneTask one -> studentName(task, one);
                };
        return new Choice(
                unitRoleId,
                unit == null ? "Unit role " + unitRoleId : unit.code(),
                target,
                definition == null ? unknown(target) : definition.abbreviation(),
                definition == null ? "not known on this computer yet" : definition.name(),
                student);
    }

    private String studentName(Reference.@Nullable Task task, MarkingTarget.OneTask one) {
        Reference.Student student = task == null ? null : students.get(task.projectId());
        return student == null ? "Student of task " + one.taskId() : student.name();
    }

    private static String unknown(MarkingTarget target) {
        return switch (target) {
            case MarkingTarget.Pile pile -> "Pile " + pile.taskDefinitionId();
            case MarkingTarget.OneTask one -> "Task " + one.taskId();
        };
    }

    private static boolean isActive(Reference.@Nullable Unit unit) {
        return unit != null && unit.active();
    }
}
