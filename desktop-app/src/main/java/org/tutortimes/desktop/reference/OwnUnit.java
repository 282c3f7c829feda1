package org.tutortimes.desktop.reference;

import java.util.List;
import java.util.Optional;
import org.tutortimes.model.sync.Reference;

/// A unit in which the tutor has a role and may record time now.
///
/// @param tasks all that is known of its tasks, by abbreviation, with those that are marked no more
public record OwnUnit(long id, String code, List<Reference.TaskDefinition> tasks) {
    public OwnUnit {
        tasks = List.copyOf(tasks);
    }

    /// What can be marked in it now.
    public List<Reference.TaskDefinition> marked() {
        return tasks.stream().filter(Reference.TaskDefinition::active).toList();
    }

    public Optional<String> taskName(long taskDefinitionId) {
        return tasks.stream()
                .filter(task -> task.id() == taskDefinitionId)
                .map(Reference.TaskDefinition::name)
                .findFirst();
    }
}
