package org.tutortimes.desktop.tracking;

import java.util.List;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.model.sync.Reference;
import org.tutortimes.model.timer.MarkingTarget;

/// A unit with two tasks and one student, as the server tells the tutor of it.
final class TrackedUnit {
    static final long UNIT = 10;
    static final long ROLE = 100;
    static final Reference.TaskDefinition SORTING =
            new Reference.TaskDefinition(500, UNIT, "1.1P", "Sorting", true);
    static final Reference.TaskDefinition TREES =
            new Reference.TaskDefinition(501, UNIT, "1.2C", "Trees", true);
    static final Reference.TaskDefinition NO_MORE =
            new Reference.TaskDefinition(502, UNIT, "1.3D", "Heaps", false);
    static final Choice PILE =
            new Choice(ROLE, "SIT221", new MarkingTarget.Pile(500), "1.1P", "Sorting", null);
    static final Choice ONE_STUDENT =
            new Choice(ROLE, "SIT221", new MarkingTarget.OneTask(9_000), "1.2C", "Trees", "Sam");

    private TrackedUnit() {}

    static Reference reference() {
        return new Reference(
                "1-a",
                true,
                List.of(new Reference.Unit(UNIT, "SIT221", "Data", "UTC", null, null, true)),
                List.of(new Reference.UnitRole(ROLE, UNIT, UnitRoleKind.TUTOR, true)),
                List.of(SORTING, TREES, NO_MORE),
                List.of(new Reference.Task(9_000, 41, 501, "ready_for_feedback", true)),
                List.of(new Reference.Student(41, UNIT, "slee", "Sam", true)));
    }
}
